"""The page of a place: who is here, from where, and whom it has abroad."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from oriundo.base.places.gazetteer import Place, gazetteer
from oriundo.insight.atlas.current import atlas
from oriundo.interfaces.web import words
from oriundo.interfaces.web.consulates import serving
from oriundo.interfaces.web.maps.page import title
from oriundo.interfaces.web.maps.teaser import Teaser, pictures
from oriundo.interfaces.web.maps.themes import Side as MapSide
from oriundo.interfaces.web.placenames import name_of
from oriundo.interfaces.web.places import mapped
from oriundo.interfaces.web.places.gathered import Counted, Side, from_there, here
from oriundo.interfaces.web.places.known import known
from oriundo.interfaces.web.places.paths import address, path_of, place_at
from oriundo.interfaces.web.public.address import Address
from oriundo.interfaces.web.public.cards import Card, card
from oriundo.interfaces.web.public.invention import invention
from oriundo.interfaces.web.public.portrait import Value, row
from oriundo.interfaces.web.public.results import listings
from oriundo.interfaces.web.public.shown import values

_CONTACT = ("website", "phone", "email")


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


def _page(request: HttpRequest, found: Place) -> HttpResponse:
    held = atlas()
    inside, abroad = here(held, found), from_there(held, found)
    above = _above(found)
    context: dict[str, Any] = {
        "place": found,
        "name": name_of(found),
        "above": above,
        "here": _shown(inside, _map(found, "here", inside)),
        "abroad": _shown(abroad, _map(found, "from", abroad)),
        "serving": serving(found),
        "known": known(found) if found.level == "country" else None,
        "linked": _linked(request, found, above),
    }
    return render(request, "places/place.html", context)


def _shown(side: Side, on_map: Teaser) -> dict[str, Any]:
    return {
        "map": on_map,
        "total": side.total,
        "organizations": _contacted(side.ids),
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


def _map(found: Place, side: MapSide, of: Side) -> Teaser:
    asked = mapped.asked(found, side, of.filters)
    query = asked.query()
    return Teaser(title(asked.theme), reverse("public:map") + query, pictures(query))


@dataclass(frozen=True, slots=True)
class Contacted:
    """An organization with what it does for people and how it is reached, as far as public."""

    card: Card
    support: tuple[str, ...]
    contacts: tuple[Value, ...]


def _contacted(ids: tuple[str, ...]) -> list[Contacted]:
    """In the order of the ids; one withdrawn this moment is left out."""
    invented = invention()
    return [
        Contacted(
            card=card(listing, invented),
            support=tuple(words.word("support", code) for code in values(listing, "support")),
            contacts=tuple(value for field in _CONTACT for value in row(listing, field).values[:1]),
        )
        for listing in listings(ids)
    ]


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
