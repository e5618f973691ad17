"""An organization's page, and what one takes away from it."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import segno
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from oriundo.domain.directory.models import Listing
from oriundo.domain.directory.queries.public import resolve
from oriundo.interfaces.web import language, words
from oriundo.interfaces.web.consulates import serving_listing
from oriundo.interfaces.web.maps.locator import sentence
from oriundo.interfaces.web.maps.style import COLORS
from oriundo.interfaces.web.public import leads, portrait, shown
from oriundo.interfaces.web.public.cards import Card, card
from oriundo.interfaces.web.public.invention import Invention, invention
from oriundo.interfaces.web.public.knowing import knowing
from oriundo.interfaces.web.public.picture import picture
from oriundo.interfaces.web.public.related import related
from oriundo.interfaces.web.public.results import ready_atlas
from oriundo.interfaces.web.public.structured import described
from oriundo.interfaces.web.public.vcard import vcard


@dataclass(frozen=True, slots=True)
class Located:
    """The small map: what it says in words, with how exactly that is known, and its pictures."""

    title: str
    pictures: dict[str, str]


# A withdrawn organization has to be gone everywhere within a minute.
brief = cache_control(public=True, max_age=60)


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
    lists = frozenset() if listing.invented else invented.lists
    contact = portrait.rows(listing, portrait.CONTACT, lists)
    page = _absolute(request, listing)
    atlas = ready_atlas()
    told = card(listing, invented)
    context = {
        "listing": listing,
        "card": told,
        "status": words.status(listing.status, listing.verified_on),
        "status_meaning": words.STATUS[listing.status][1],
        "also": [*shown.other_names(listing), *shown.values(listing, "acronym")],
        "does": shown.value(listing, "description"),
        "from_there": leads.hometown(listing) or leads.search("origin", listing.origin),
        "in_there": leads.residence(listing),
        "summary": _summary(listing, told),
        "name": portrait.row(listing, "name", lists),
        "kind": portrait.rows(listing, portrait.KIND, lists),
        "about": portrait.rows(listing, portrait.ABOUT, lists),
        "places": portrait.rows(listing, portrait.PLACES, lists),
        "located": _located(listing),
        "place_pages": leads.place_pages(listing),
        "consulate": serving_listing(listing),
        "contact": contact,
        "reachable": any(row.field in ("phone", "email", "address") for row in contact),
        "knowing": knowing(listing),
        "related": related(atlas, listing) if atlas else (),
        "parted": parted,
        "came_from": _former(request.GET.get("from", ""), listing),
        "page_address": page,
        "image_address": request.build_absolute_uri(
            reverse("public:picture", args=[listing.public_id])
        ),
        "described": described(listing, page),
    }
    return render(request, "public/organization.html", context)


def _located(listing: Listing) -> Located | None:
    """None where nothing can be drawn, or where setup has drawn no boundaries."""
    said = sentence(listing)
    if not said:
        return None
    code = language.current()
    drawn = {
        scheme: reverse("map_locator", args=[code, scheme, listing.public_id]) for scheme in COLORS
    }
    return Located(said, drawn)


def _summary(listing: Listing, told: Card) -> str:
    """Who it is in a sentence or two, for the preview of a shared link."""
    parts = (
        f"{told.origin}, {told.place}.",
        shown.warning(listing),
        shown.value(listing, "description"),
    )
    return " ".join(filter(None, parts))[:300]


def _former(typed: str, listing: Listing) -> str:
    """The old identifier that led here, checked: an address must not make the page say anything."""
    if not typed:
        return ""
    resolved = resolve(typed)
    leads_here = resolved.reason and listing in resolved.listings
    return typed if leads_here and typed != listing.public_id else ""


@require_safe
@brief
def contact_card(request: HttpRequest, public_id: str) -> HttpResponse:
    """The organization for an address book."""
    listing = _listing(public_id)
    answer = HttpResponse(
        vcard(listing, _absolute(request, listing)), content_type="text/vcard; charset=utf-8"
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="{public_id}.vcf"'
    return answer


@require_safe
@brief
def code(request: HttpRequest, public_id: str) -> HttpResponse:
    """The address of the page as a QR code, dark on white in both themes so that phones read it."""
    listing = _listing(public_id)
    file = BytesIO()
    segno.make(_absolute(request, listing), error="m", micro=False).save(
        file, kind="svg", xmldecl=False, omitsize=True, border=4, light="#fff", dark="#000"
    )
    return HttpResponse(file.getvalue(), content_type="image/svg+xml")


@require_safe
@brief
def share_picture(request: HttpRequest, public_id: str) -> HttpResponse:
    """The image beside a link that someone shares."""
    listing = _listing(public_id)
    told = card(listing)
    hometown = f" ({told.hometown})" if told.hometown else ""
    where = told.place[:1].upper() + told.place[1:]
    drawn = picture(listing.name, told.origin + hometown, where, shown.warning(listing))
    return HttpResponse(drawn, content_type="image/png")


def _listing(public_id: str) -> Listing:
    """The listing of a current identifier: only the page itself follows old ones."""
    listing = Listing.objects.filter(public_id=public_id).first()
    if listing is None:
        raise Http404
    return listing


def _absolute(request: HttpRequest, listing: Listing) -> str:
    return request.build_absolute_uri(reverse("public:organization", args=[listing.public_id]))
