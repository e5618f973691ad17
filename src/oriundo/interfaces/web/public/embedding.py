"""A search of the directory inside another site's page, and how to put it there."""

from __future__ import annotations

import html
from collections.abc import Callable
from functools import wraps

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from oriundo.interfaces.web.maps.asked import Asked
from oriundo.interfaces.web.public import address, choices, results
from oriundo.interfaces.web.public.cards import card
from oriundo.interfaces.web.public.invention import invention
from oriundo.interfaces.web.public.searching import pages_of

PAGE_SIZE = 10
HEIGHT = 640


def embeddable(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
    """Any site may frame the answer, which sets no cookie and can do nothing."""

    @wraps(view)
    def framed(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return answer

    return xframe_options_exempt(csp_replace({"frame-ancestors": ["*"]})(framed))


@require_safe
@embeddable
def embedded(request: HttpRequest) -> HttpResponse:
    """Results alone; links leave the frame, pages of results stay in it."""
    asked = address.read(request.GET)
    atlas = results.ready_atlas()
    answer = results.answer(atlas, asked, PAGE_SIZE)
    invented = invention()
    circle = asked.near.circle if asked.near else None
    context = {
        "asked": asked,
        "chips": choices.chips(asked),
        "total": answer.total,
        "cards": [card(listing, invented, circle) for listing in answer.listings],
        "whole": request.build_absolute_uri(reverse("public:directory") + asked.query()),
        **pages_of(asked, answer.page),
    }
    return render(request, "public/embedded.html", context)


@require_safe
def use(request: HttpRequest) -> HttpResponse:
    """How to use the directory elsewhere; the search of the address bar goes into the code."""
    mapped = Asked.read(request.GET)
    asked = mapped.search
    query = asked.query(view="", sort=asked.sort)
    where = request.build_absolute_uri(reverse("public:embedded"))
    source = where + (query if query != "?" else "")
    map_query = mapped.query(view="", sort="")
    framed = request.build_absolute_uri(reverse("public:embedded_map"))
    map_source = framed + (map_query if map_query != "?" else "")
    context = {
        "asked": asked,
        "chips": choices.chips(asked),
        "without_words": asked.query(q=""),
        "source": source,
        # Within an attribute of the lines to copy, which the template writes out once more.
        "source_written": html.escape(source),
        "map_source": map_source,
        "map_source_written": html.escape(map_source),
        "height": HEIGHT,
        "machine_query": asked.machine_query,
        "query": query if query != "?" else "",
    }
    return render(request, "public/use.html", context)
