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
# On a narrow screen the drawing shrinks to a third: fewer names, written this many times as large.
_FEW_NAMES, _LARGE = 10, 2.4
_CAPITAL = 200_000
# Degrees across, up to which a frame is close: counties can be told apart, and the divisions of the
# ten countries, which are drawn more finely than countries, are all that is seen.
_CLOSE = 6


@dataclass(frozen=True, slots=True)
class Drawing:
    """Paths of an SVG of `width` by `height` units, and the names on it; "" for no path.

    `large_names` are those that fit where they are written larger, for a narrow screen.
    """

    width: int
    height: int
    land: str
    lakes: str
    divisions: str
    counties: str
    names: list[Label]
    large_names: list[Label]


def drawing(slug: str, language: str) -> Drawing | None:
    """The frame of that word: see `ground`."""
    return ground(named(slug).frame, language)


@lru_cache(maxsize=128)
def ground(frame: Frame, language: str) -> Drawing | None:
    """A frame, with names in "es" or "en"; None where setup has drawn nothing."""
    if not (settings.MAP / DRAWN).is_dir():
        return None
    close = frame.east - frame.west <= _CLOSE
    names = list(_names(language))
    return Drawing(
        width=frame.width,
        height=frame.height,
        land=path(_areas(ADMIN1.name if close else COUNTRIES.name), frame),
        lakes=path(_lakes(), frame),
        divisions="" if close else path(_areas(ADMIN1.name), frame),
        counties=path(_areas(COUNTIES.name), frame) if close else "",
        names=labels(names, frame, _MOST_NAMES),
        large_names=labels(names, frame, _FEW_NAMES, _LARGE),
    )


@cache
def _areas(layer: str) -> Any:
    return shapes(read_drawing(settings.MAP / DRAWN / f"{layer}.geojson"))


@cache
def _lakes() -> Any:
    return read_lakes(settings.MAP / DRAWN / LAKES)


def _names(language: str) -> Iterator[tuple[str, float, float]]:
    places = json.loads((settings.MAP / DRAWN / PLACES).read_text(encoding="utf-8"))["features"]
    for place in sorted(places, key=_weight, reverse=True):
        longitude, latitude = place["geometry"]["coordinates"]
        yield place["properties"][language], longitude, latitude


def _weight(place: dict[str, Any]) -> int:
    """Which names come first: capitals, a little before their weight in people, as on the tiles."""
    said = place["properties"]
    weight: int = said["people"] + (_CAPITAL if said["capital"] else 0)
    return weight
