"""The map as the server draws it: for readers without script or WebGL, and for paper."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from django.conf import settings

from oriundo.base.places.basemap.build import DRAWN, PLACES
from oriundo.base.places.boundaries import ADMIN1, COUNTIES, COUNTRIES, Boundary
from oriundo.base.places.boundaries.drawing import Frame, Label, labels, path
from oriundo.base.places.boundaries.files import read_drawing
from oriundo.interfaces.web.maps.frames import named

_MOST_NAMES = 24
# Degrees across, up to which divisions and counties can be told apart.
_DIVISIONS, _COUNTIES = 80, 6


@dataclass(frozen=True, slots=True)
class Drawing:
    """Paths of an SVG of `width` by `height` units, and the names on it."""

    width: int
    height: int
    land: str
    divisions: str
    counties: str
    names: list[Label]


@lru_cache(maxsize=64)
def drawing(slug: str, language: str) -> Drawing | None:
    """The frame of that word, with names in "es" or "en"; None where setup has drawn nothing."""
    if not (settings.MAP / DRAWN).is_dir():
        return None
    frame = named(slug).frame
    across = frame.east - frame.west
    return Drawing(
        width=frame.width,
        height=frame.height,
        land=path(_areas(COUNTRIES.name), frame),
        divisions=path(_areas(ADMIN1.name), frame) if across < _DIVISIONS else "",
        counties=path(_areas(COUNTIES.name), frame) if across < _COUNTIES else "",
        names=labels(_names(frame, language), frame, _MOST_NAMES),
    )


@cache
def _areas(layer: str) -> tuple[Boundary, ...]:
    return tuple(read_drawing(settings.MAP / DRAWN / f"{layer}.geojson"))


def _names(frame: Frame, language: str) -> Iterator[tuple[str, float, float]]:
    places = json.loads((settings.MAP / DRAWN / PLACES).read_text(encoding="utf-8"))["features"]
    for place in sorted(places, key=lambda each: -each["properties"]["people"]):
        longitude, latitude = place["geometry"]["coordinates"]
        yield place["properties"][language], longitude, latitude
