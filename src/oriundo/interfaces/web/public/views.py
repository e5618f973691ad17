"""The pages of the public site: one read each, then a template."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from oriundo.base.core.never_store import KINDS
from oriundo.collect.sources.queries import passports
from oriundo.domain.directory.models import Listing
from oriundo.domain.directory.queries.public import Search, facets, find, resolve
from oriundo.insight.observatory.queries import funnel, latest_evaluation, public_matrix
from oriundo.interfaces.speech import say
from oriundo.interfaces.web import language, words
from oriundo.interfaces.web.maps.downloads import files
from oriundo.interfaces.web.maps.drawn import drawing
from oriundo.interfaces.web.maps.frames import FRAMES, named
from oriundo.interfaces.web.maps.style import COLORS
from oriundo.interfaces.web.maps.tiles import served
from oriundo.interfaces.web.public import address, choices, comparison, portrait
from oriundo.interfaces.web.public import method as figures
from oriundo.interfaces.web.public.cards import Card, card
from oriundo.interfaces.web.public.invention import Invention, invention

PAGE_SIZE = 20


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    counts = facets(Search())
    origins = choices.options("origin", counts["origin"])
    residences = choices.options("country", counts["country"])
    context = {
        "listed": sum(counts["origin"].values()),
        "origins": origins,
        "residences": residences,
        "origin_count": choices.countries(origins),
        "residence_count": choices.countries(residences),
        "examples": choices.examples(counts),
    }
    return render(request, "public/home.html", context)


@require_safe
def directory(request: HttpRequest) -> HttpResponseBase:
    asked = address.read(request.GET)
    if address.has_blanks(request.GET):
        return redirect(request.path + asked.query())
    pages = Paginator(find(asked.search), PAGE_SIZE)
    page = pages.get_page(asked.page)
    invented = invention()
    context = {
        "asked": asked,
        "filters": choices.filters(asked, facets(asked.search)),
        "without_words": asked.query(q=""),
        "total": pages.count,
        "page": page,
        "cards": [card(listing, invented) for listing in page],
        "previous": asked.query(page=str(page.number - 1)),
        "next": asked.query(page=str(page.number + 1)),
        "pages": [
            (number, asked.query(page=str(number)) if isinstance(number, int) else "")
            for number in pages.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
        ],
    }
    return render(request, "public/directory.html", context)


@require_safe
def organization(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """An identifier that moved is answered with where it leads; one that leads nowhere, 404."""
    resolved = resolve(public_id)
    if not resolved.listings:
        raise Http404
    current = next((found for found in resolved.listings if found.public_id == public_id), None)
    if current is None and len(resolved.listings) > 1:
        context = {"public_id": public_id, "cards": [card(found) for found in resolved.listings]}
        return render(request, "public/choice.html", context)
    if current is None:
        heir = reverse("public:organization", args=[resolved.listings[0].public_id])
        came_from = f"?from={public_id}" if resolved.reason else ""
        return redirect(heir + came_from, permanent=True)
    parted = [card(found) for found in resolved.listings if found != current]
    return _organization(request, current, parted, invention())


def _organization(
    request: HttpRequest, listing: Listing, parted: list[Card], invented: Invention
) -> HttpResponse:
    title, meaning = words.STATUS[listing.status]
    lists = frozenset() if listing.invented else invented.lists
    contact = portrait.rows(listing, portrait.CONTACT, lists)
    context = {
        "listing": listing,
        "card": card(listing, invented),
        "status": title,
        "status_meaning": meaning,
        "name": portrait.row(listing, "name", lists),
        "kind": portrait.rows(listing, portrait.KIND, lists),
        "about": portrait.rows(listing, portrait.ABOUT, lists),
        "places": portrait.rows(listing, portrait.PLACES, lists),
        "contact": contact,
        "reachable": any(row.field in ("phone", "email", "address") for row in contact),
        "parted": parted,
        "came_from": _former(request.GET.get("from", ""), listing),
    }
    return render(request, "public/organization.html", context)


def _former(typed: str, listing: Listing) -> str:
    """The old identifier that led here, checked: an address must not make the page say anything."""
    if not typed:
        return ""
    resolved = resolve(typed)
    leads_here = resolved.reason and listing in resolved.listings
    return typed if leads_here and typed != listing.public_id else ""


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    counted = funnel()
    public = public_matrix()
    sources = passports()
    lists = {passport.source.slug: passport.source.name for passport in sources}
    context = {
        "funnel": counted,
        "row_steps": figures.row_steps(counted),
        "organization_steps": figures.organization_steps(counted),
        "reasons": figures.reasons(counted.counters.exclusions),
        "grid": figures.grid(public.matrix),
        "withheld": public.withheld,
        "passports": sources,
        "comparison": comparison.compared(latest_evaluation("demonstration"), lists),
    }
    return render(request, "public/method.html", context)


@require_safe
def base_map(request: HttpRequest) -> HttpResponse:
    """The ground that maps are drawn on. `view` names a part of it."""
    shown = named(request.GET.get("view", ""))
    code = language.current()
    context = {
        "shown": shown,
        "frames": FRAMES,
        "drawing": drawing(shown.slug, code),
        "tiles": served(),
        "styles": {scheme: reverse("map_style", args=[code, scheme]) for scheme in COLORS},
        "files": files(),
    }
    return render(request, "public/base_map.html", context)


@require_safe
def never_kept(request: HttpRequest) -> HttpResponse:
    return render(request, "public/never_kept.html", {"kept": [say(kind) for kind in KINDS]})
