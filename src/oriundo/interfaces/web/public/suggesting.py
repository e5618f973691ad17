"""What may be meant while somebody types: organizations, and places that they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from oriundo.insight.atlas.suggesting import Suggestion
from oriundo.interfaces.web import language
from oriundo.interfaces.web.public import address
from oriundo.interfaces.web.public.cards import card
from oriundo.interfaces.web.public.leads import search
from oriundo.interfaces.web.public.results import listings, ready_atlas

MOST = 8


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: what it says, what it says of that, and where it leads."""

    sort: str
    label: str
    about: str
    count: int
    address: str


@require_safe
@cache_control(public=True, max_age=60)
def suggestions(request: HttpRequest) -> HttpResponse:
    """The lines of the list under the search box."""
    typed = address.read(request.GET).words
    atlas = ready_atlas()
    told = atlas.suggest(typed, language.current(), MOST) if atlas else ()
    return render(request, "public/suggestions.html", {"lines": list(_lines(told))})


def _lines(told: Iterable[Suggestion]) -> Iterator[Line]:
    """Places lead to their search, a name that several bear to its words, the rest to a page."""
    told = list(told)
    ids = [one.value for one in told if one.sort == "organization"]
    shown = {each.public_id: card(each) for each in listings(ids)} if ids else {}
    for one in told:
        if one.sort == "name":
            words = f"{reverse('public:directory')}?{urlencode({'q': one.value})}"
            yield Line(one.sort, one.label, "", one.count, words)
        elif one.sort != "organization":
            yield Line(one.sort, one.label, "", one.count, search(one.sort, one.value))
        elif found := shown.get(one.value):
            about = f"{found.origin}, {found.place}"
            yield Line(one.sort, found.name, about, one.count, found.address)
