"""The map of the site for search engines: every page in every language, each with its twins.

An index, the fixed pages, and the listings in parts, so that a million of them can be served.
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

from oriundo.domain.directory.models import Listing

PAGES = ("home", "directory", "changes", "use", "method", "base_map", "never_kept")
# A file may hold 50,000 addresses; a listing has one in each language.
PART = 10_000


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
