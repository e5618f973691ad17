"""What may be meant while somebody types: organizations, and places that they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from oriundo.base.places.gazetteer import gazetteer
from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.atlas.question import Question
from oriundo.interfaces.web import language
from oriundo.interfaces.web.placenames import place_label
from oriundo.interfaces.web.public import address
from oriundo.interfaces.web.public.cards import card
from oriundo.interfaces.web.public.leads import search
from oriundo.interfaces.web.public.results import listings, ready_atlas

MOST = 8
_LEAST_LETTERS = 2
_MOST_PLACES = 2
_NAMESAKES = 12


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`sort`: "organization" (`value` is its public id), "name" (several bear it), "hometown" or
    "city" (`value` is the place's key). `count`: how many organizations it gives."""

    sort: str
    value: str
    label: str
    count: int


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
    told = suggest(atlas, typed, language.current()) if atlas else ()
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


def suggest(atlas: Atlas, typed: str, code: str) -> tuple[Suggestion, ...]:
    """Places of that name that the directory knows, then organizations; `code`: "es" or "en"."""
    if len(typed) < _LEAST_LETTERS:
        return ()
    places = sorted(_places(atlas, typed), key=lambda one: -one.count)[:_MOST_PLACES]
    ids = atlas.find(Question(typed), size=MOST - len(places)).ids
    return (*places, *(Suggestion("organization", public_id, "", 1) for public_id in ids))


def _places(atlas: Atlas, typed: str) -> Iterator[Suggestion]:
    for place in gazetteer().named(typed)[:_NAMESAKES]:
        for sort in {"admin2": ("hometown",), "locality": ("hometown", "city")}.get(
            place.level, ()
        ):
            if count := _counts(atlas, sort).get(place.key, 0):
                yield Suggestion(sort, place.key, place_label(place.key), count)


@lru_cache(maxsize=2)
def _counts(atlas: Atlas, sort: str) -> dict[str, int]:
    return atlas.counts(Question(), sort)
