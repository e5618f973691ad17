"""The small map of one organization: where it is, where its members come from, and the way between.

What is known down to a town is a point; what is known down to a state or a country is that area.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from oriundo.base.places.boundaries import ADMIN1, COUNTRIES
from oriundo.base.places.boundaries.drawing import Frame, paths
from oriundo.base.places.boundaries.model import shapes
from oriundo.domain.directory.models import Listing
from oriundo.interfaces.web import language, words
from oriundo.interfaces.web.maps.areas import layer, middles
from oriundo.interfaces.web.maps.chart import Chart, Mark, Shape, at, curve
from oriundo.interfaces.web.maps.drawn import ground
from oriundo.interfaces.web.maps.palette import MARKS, SHADES
from oriundo.interfaces.web.maps.style import COLORS
from oriundo.interfaces.web.placenames import place_label

_RATIO = 2 / 3
_RADIUS, _WIDTH = 9.0, 3.0


@dataclass(frozen=True, slots=True)
class Spot:
    """One end: a point (longitude, latitude), of a town or inside of the area `layer`/`code`."""

    name: str
    point: tuple[float, float]
    layer: str = ""
    code: str = ""


def spots(listing: Listing) -> tuple[Spot | None, tuple[Spot, ...]]:
    """Where a listing is (None: not known), and where its members come from."""
    return _residence(listing), tuple(_homes(listing))


def _residence(listing: Listing) -> Spot | None:
    if listing.latitude is not None and listing.longitude is not None:
        name = place_label(listing.residence_city) if listing.residence_city else ""
        return Spot(name, (listing.longitude, listing.latitude))
    return _area("region", listing.residence_region) or _area("country", listing.residence_country)


def _homes(listing: Listing) -> Iterator[Spot]:
    for home in listing.homes:
        if home["lat"] is not None and home["lon"] is not None:
            yield Spot(place_label(home["town"]), (home["lon"], home["lat"]))
        elif found := _area("region", home["region"]):
            yield found
    if not listing.homes and (found := _area("country", listing.origin)):
        yield found


def _area(field: str, code: str) -> Spot | None:
    name = ADMIN1.name if field == "region" else COUNTRIES.name
    point = middles(name).get(code)
    return Spot(words.word(field, code), point, name, code) if point else None


def sentence(listing: Listing) -> str:
    """What the picture shows, in words, with how exactly it is known; "" without a picture."""
    residence, homes = spots(listing)
    if residence is None:
        return ""
    exact = (
        _("somewhere in %(place)s")
        if residence.layer
        else _("in %(place)s, shown at the middle of the town")
    )
    if listing.precision in ("address", "postal"):
        exact = _("in %(place)s")
    said = language.sentence(exact % {"place": residence.name})
    if not homes:
        return said
    names = ", ".join(home.name for home in homes)
    from_there = language.sentence(_("members from %(places)s") % {"places": names})
    return f"{said} {from_there}"


@require_safe
@cache_control(public=True, max_age=60)
def locator(request: HttpRequest, spoken: str, scheme: str, public_id: str) -> HttpResponse:
    """The picture, as SVG."""
    listing = Listing.objects.filter(public_id=public_id).first()
    if listing is None or scheme not in COLORS or spoken not in ("es", "en"):
        raise Http404
    with translation.override(spoken):
        drawn = _chart(listing, scheme)
        if drawn is None:
            raise Http404
        context = {"chart": drawn, "title": sentence(listing)}
        return render(request, "maps/picture.svg", context, content_type="image/svg+xml")


def _chart(listing: Listing, scheme: str) -> Chart | None:
    residence, homes = spots(listing)
    if residence is None:
        return None
    every = (residence, *homes)
    frame = Frame.around_points([spot.point for spot in every], _RATIO)
    return Chart(
        ground=ground(frame, language.current()),
        colors=COLORS[scheme],
        mark=MARKS[scheme],
        shapes=tuple(_shape(spot, frame, scheme) for spot in every if spot.layer),
        marks=tuple(_mark(spot, frame) for spot in every if not spot.layer),
        ways=tuple(curve(frame, home.point, residence.point, _WIDTH, "") for home in homes),
        steps=(),
    )


def _shape(spot: Spot, frame: Frame, scheme: str) -> Shape:
    areas = [each for each in layer(spot.layer, "") if each.code == spot.code]
    return Shape("".join(paths(shapes(areas), frame)), SHADES[scheme][1], spot.name)


def _mark(spot: Spot, frame: Frame) -> Mark:
    x, y = at(frame, *spot.point)
    return Mark(x, y, _RADIUS, spot.name)
