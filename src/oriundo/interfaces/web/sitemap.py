"""The map of the site for search engines: every page in every language, each with its twins.

An index, the fixed pages, listings and places in parts, so that a million of them can be served.
Invented organizations are left out: nobody should find one by searching the web.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from oriundo.base.places.gazetteer import Place, gazetteer
from oriundo.collect.sources.queries import is_demonstration
from oriundo.domain.directory.models import Listing
from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.atlas.question import Question
from oriundo.interfaces.web.places.paths import path_of
from oriundo.interfaces.web.public.results import ready_atlas

PAGES = (
    "home", "directory", "changes", "use", "method", "map", "maps", "base_map", "never_kept",
)  # fmt: skip
# A file may hold 50,000 addresses; a listing has one in each language.
PART = 10_000
# Finding the address of a place takes longer than that of a listing.
PLACES = 2_000
_BY_KEY = ("county", "city", "hometown")
_BY_CODE = ("region", "home_region")


@dataclass(frozen=True, slots=True)
class Entry:
    """One page: language → absolute address, and the day of its last change ("" if unknown)."""

    twins: dict[str, str]
    changed: str


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    parts = [request.build_absolute_uri(reverse("sitemap_pages"))]
    parts += [
        request.build_absolute_uri(reverse("sitemap_part", args=[number]))
        for number in _listings().page_range
    ]
    parts += [
        request.build_absolute_uri(reverse("sitemap_places", args=[number]))
        for number in _places().page_range
    ]
    return _xml(request, "sitemap_index.xml", {"parts": parts})


@require_safe
def pages(request: HttpRequest) -> HttpResponse:
    entries = [Entry(_twins(request, f"public:{name}"), "") for name in PAGES]
    return _xml(request, "sitemap.xml", {"entries": entries})


@require_safe
def part(request: HttpRequest, number: int) -> HttpResponse:
    listings = _listings()
    if number not in listings.page_range:
        raise Http404
    return _xml(request, "sitemap.xml", {"entries": _entries(request, listings, number)})


@require_safe
def places(request: HttpRequest, number: int) -> HttpResponse:
    """Pages of places that somebody is in or comes from."""
    held = _places()
    if number not in held.page_range:
        raise Http404
    paths = filter(None, map(path_of, held.page(number)))
    entries = [Entry(_twins(request, "places:place", *path.split("/")), "") for path in paths]
    return _xml(request, "sitemap.xml", {"entries": entries})


def _places() -> Paginator[Place]:
    """No pages in a demonstration, nor while the atlas is built."""
    held = None if is_demonstration() else ready_atlas()
    found = {place.key: place for place in _counted(held)} if held else {}
    ordered = [found[key] for key in sorted(found)]
    return Paginator(ordered, PLACES, allow_empty_first_page=False)


def _counted(held: Atlas) -> Iterator[Place]:
    places = gazetteer()
    for scheme, names in (("key", _BY_KEY), ("iso-3166-2", _BY_CODE)):
        values = {value for name in names for value in held.counts(Question(), name)}
        yield from filter(None, (places.by_code(scheme, value) for value in values))


def _listings() -> Paginator[Listing]:
    listed = Listing.objects.filter(invented=False).order_by("pk")
    return Paginator(listed.only("public_id", "published_at"), PART)


def _entries(request: HttpRequest, listings: Paginator[Listing], number: int) -> Iterator[Entry]:
    for listing in listings.page(number):
        twins = _twins(request, "public:organization", listing.public_id)
        yield Entry(twins, listing.published_at.date().isoformat())


def _twins(request: HttpRequest, name: str, *args: str) -> dict[str, str]:
    found = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found[code] = request.build_absolute_uri(reverse(name, args=args))
    return found


def _xml(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    return render(request, template, context, content_type="application/xml")
