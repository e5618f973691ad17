"""The map inside another site's page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from oriundo.interfaces.web.maps.asked import Asked
from oriundo.interfaces.web.maps.organizations import shown
from oriundo.interfaces.web.public import choices
from oriundo.interfaces.web.public.embedding import embeddable


@require_safe
@embeddable
def embedded_map(request: HttpRequest) -> HttpResponse:
    """The map alone, with its legend, notes and table; links leave the frame."""
    asked = Asked.read(request.GET)
    context = {
        "asked": asked.search,
        "chips": choices.chips(asked.search),
        "whole_map": request.build_absolute_uri(reverse("public:map") + asked.query()),
        **{name: value for name, value in shown(asked).items() if name != "asked"},
    }
    return render(request, "maps/embedded.html", context)
