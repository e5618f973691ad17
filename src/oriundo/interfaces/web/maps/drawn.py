"""The map as the server draws it: for readers without script or WebGL, and for paper."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from django.conf import settings

from oriundo.base.places.basemap.build import DRAWN, PLACES
from oriundo.base.places.boundaries import ADMIN1, COUNTIES, COUNTRIES
from oriundo.base.places.boundaries.drawing import Frame, Label, labels, path
from oriundo.base.places.boundaries.files import LAKES, read_drawing, read_lakes
from oriundo.base.places.boundaries.model import shapes
from oriundo.interfaces.web.maps.frames import named

_MOST_NAMES = 24
# Degrees across, up to which a frame is close: counties can be told apart, and the divisions of the
# ten countries, which are drawn more finely than countries, are all that is seen.
_CLOSE = 6


@dataclass(frozen=True, slots=True)
class Drawing:
    """Paths of an SVG of `width` by `height` units, and the names on it; "" for no path."""

    width: int
    height: int
    land: str
    lakes: str
    divisions: str
    counties: str
    names: list[Label]


def drawing(slug: str, language: str) -> Drawing | None:
    """The frame of that word: see `ground`."""
    return ground(named(slug).frame, language)


@lru_cache(maxsize=128)
def ground(frame: Frame, language: str) -> Drawing | None:
    """A frame, with names in "es" or "en"; None where setup has drawn nothing."""
    if not (settings.MAP / DRAWN).is_dir():
        return None
    close = frame.east - frame.west <= _CLOSE
    return Drawing(
        width=frame.width,
        height=frame.height,
        land=path(_areas(ADMIN1.name if close else COUNTRIES.name), frame),
        lakes=path(_lakes(), frame),
        divisions="" if close else path(_areas(ADMIN1.name), frame),
        counties=path(_areas(COUNTIES.name), frame) if close else "",
        names=labels(_names(frame, language), frame, _MOST_NAMES),
    )


@cache
def _areas(layer: str) -> Any:
    return shapes(read_drawing(settings.MAP / DRAWN / f"{layer}.geojson"))


@cache
def _lakes() -> Any:
    return read_lakes(settings.MAP / DRAWN / LAKES)


def _names(frame: Frame, language: str) -> Iterator[tuple[str, float, float]]:
    places = json.loads((settings.MAP / DRAWN / PLACES).read_text(encoding="utf-8"))["features"]
    for place in sorted(places, key=lambda each: -each["properties"]["people"]):
        longitude, latitude = place["geometry"]["coordinates"]
        yield place["properties"][language], longitude, latitude
