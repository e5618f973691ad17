"""The page of a place: who is here, from where, and whom it has abroad."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from oriundo.base.places.gazetteer import Place, gazetteer
from oriundo.domain.directory.models import Listing
from oriundo.insight.atlas.current import atlas
from oriundo.interfaces.web import words
from oriundo.interfaces.web.consulates import serving
from oriundo.interfaces.web.placenames import name_of
from oriundo.interfaces.web.places.gathered import Counted, Side, from_there, here
from oriundo.interfaces.web.places.known import known
from oriundo.interfaces.web.places.paths import path_of, place_at
from oriundo.interfaces.web.public.address import Address
from oriundo.interfaces.web.public.cards import Card, card
from oriundo.interfaces.web.public.invention import invention


@require_safe
def place(
    request: HttpRequest, country: str, division: str = "", name: str = ""
) -> HttpResponseBase:
    """One place. Another spelling of its name leads to its own address."""
    found = place_at(country, division, name)
    path = path_of(found) if found else ""
    if found is None or not path:
        raise Http404
    if "/".join(part for part in (country, division, name) if part) != path:
        return redirect(address(found), permanent=True)
    return _page(request, found)


def address(found: Place) -> str:
    """The address of the page of a place; "" when it has none."""
    path = path_of(found)
    return reverse("places:place", args=path.split("/")) if path else ""


def _page(request: HttpRequest, found: Place) -> HttpResponse:
    held = atlas()
    inside, abroad = here(held, found), from_there(held, found)
    above = _above(found)
    context: dict[str, Any] = {
        "place": found,
        "name": name_of(found),
        "above": above,
        "here": _shown(inside),
        "abroad": _shown(abroad),
        "serving": serving(found),
        "known": known(found) if found.level == "country" else None,
        "linked": _linked(request, found, above),
    }
    return render(request, "places/place.html", context)


def _shown(side: Side) -> dict[str, Any]:
    return {
        "total": side.total,
        "cards": _cards(side.ids),
        "ends": [
            {"name": _end(each), "n": each.n, "address": _search(each.filters)}
            for each in side.ends
        ],
        "address": _search(side.filters),
    }


def _end(each: Counted) -> str:
    """Its name; of a country beside its states, that no more is known."""
    name = words.word(each.by, each.value)
    if each.by in ("origin", "country"):
        return _("%(country)s, no state known") % {"country": name}
    return name


def _search(filters: Any) -> str:
    return reverse("public:directory") + Address(filters=dict(filters)).query()


def _cards(ids: tuple[str, ...]) -> list[Card]:
    """In the order of the ids; one withdrawn this moment is left out."""
    listings = {each.public_id: each for each in Listing.objects.filter(public_id__in=ids)}
    invented = invention()
    return [card(listings[one], invented) for one in ids if one in listings]


def _above(found: Place) -> list[dict[str, str]]:
    """The areas that a place lies in, the largest first, with their pages."""
    line: list[dict[str, str]] = []
    parent = gazetteer().parent_of(found)
    while parent is not None:
        line.append({"name": name_of(parent), "address": address(parent)})
        parent = gazetteer().parent_of(parent)
    return line[::-1]


def _linked(request: HttpRequest, found: Place, above: list[dict[str, str]]) -> dict[str, Any]:
    """The place as linked data."""
    made: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Place",
        "name": name_of(found),
        "url": request.build_absolute_uri(address(found)),
    }
    if found.lat is not None and found.level != "country":
        made["geo"] = {"@type": "GeoCoordinates", "latitude": found.lat, "longitude": found.lon}
    if above:
        made["containedInPlace"] = {"@type": "Place", "name": above[-1]["name"]}
    return made
