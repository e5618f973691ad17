"""The towns in a part of the map, as a list: what circles on a screen are to those who see them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from oriundo.base.places.gazetteer import Place
from oriundo.insight.atlas.current import atlas
from oriundo.insight.atlas.question import UNKNOWN, Box
from oriundo.interfaces.web.maps.areas import place
from oriundo.interfaces.web.maps.asked import Asked
from oriundo.interfaces.web.placenames import place_label

MOST = 50


@dataclass(frozen=True, slots=True)
class Town:
    """A town with how many organizations are there or come from there; `address` lists them."""

    name: str
    n: int
    address: str


@require_safe
@cache_control(public=True, max_age=60)
def in_view(request: HttpRequest) -> HttpResponse:
    """A part of a page: the towns inside `?box=west,south,east,north` that have the most."""
    asked, box = Asked.read(request.GET), read_box(request.GET.get("box", ""))
    if box is None or asked.theme.has_areas:
        raise Http404
    counted = list(_inside(asked, box))
    directory = reverse("public:directory")
    towns = [
        Town(place_label(key), n, directory + asked.search.query(**{asked.theme.by: key}))
        for key, n in islice(counted, MOST)
    ]
    return render(request, "maps/in_view.html", {"towns": towns, "all": len(counted)})


def read_box(typed: str) -> Box | None:
    """Degrees, "west,south,east,north", beyond the 180th meridian too; None for what is no box."""
    try:
        west, south, east, north = (float(part) for part in typed.split(","))
    except ValueError:
        return None
    if not (west < east and -90 <= south < north <= 90):
        return None
    whole = east - west >= 360
    return (
        Box(-180, south, 180, north) if whole else Box(_turned(west), south, _turned(east), north)
    )


def _turned(lon: float) -> float:
    """A longitude of a map that was moved around the world, from -180 to 180."""
    return (lon + 180) % 360 - 180


def _inside(asked: Asked, box: Box) -> Iterator[tuple[str, int]]:
    """Key of each town and its number, the largest first."""
    for key, n in atlas().counts(asked.search.question, asked.theme.by).items():
        found = place(key) if key != UNKNOWN else None
        if found and _holds(box, found):
            yield key, n


def _holds(box: Box, found: Place) -> bool:
    if found.lat is None or found.lon is None or not box.south <= found.lat <= box.north:
        return False
    if box.west <= box.east:
        return box.west <= found.lon <= box.east
    return found.lon >= box.west or found.lon <= box.east
