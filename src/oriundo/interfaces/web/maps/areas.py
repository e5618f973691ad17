"""The areas that maps color: names, middles, outlines, and which of them a place is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import shapely
from django.conf import settings

from oriundo.base.places.basemap.build import DRAWN
from oriundo.base.places.boundaries import Boundary
from oriundo.base.places.boundaries.drawing import Frame, paths
from oriundo.base.places.boundaries.files import read_drawing
from oriundo.base.places.boundaries.model import shapes
from oriundo.base.places.gazetteer import Place, gazetteer
from oriundo.base.places.territories import nation_of
from oriundo.interfaces.web.maps.themes import Theme


@dataclass(frozen=True, slots=True)
class Outline:
    """An area as the path of an SVG, in the frame of its theme."""

    code: str
    path: str


def layer(name: str, within: str) -> tuple[Boundary, ...]:
    """The boundaries of a layer inside a country ("": all); none where setup has drawn nothing."""
    return tuple(each for each in _layer(name) if within in ("", each.country))


@cache
def _layer(name: str) -> tuple[Boundary, ...]:
    path = settings.MAP / DRAWN / f"{name}.geojson"
    return tuple(read_drawing(path)) if path.exists() else ()


@lru_cache(maxsize=64)
def names(theme: Theme, language: str) -> Mapping[str, str]:
    """Code of each area of a theme → its name."""
    found = layer(theme.layer, theme.within)
    return {each.code: each.es if language == "es" else each.en for each in found}


@lru_cache(maxsize=64)
def outlines(theme: Theme, frame: Frame) -> tuple[Outline, ...]:
    """The areas of a theme that can be seen in a frame."""
    areas = layer(theme.layer, theme.within)
    drawn = paths(shapes(areas), frame)
    pairs = zip(areas, drawn, strict=True)
    return tuple(Outline(each.code, path) for each, path in pairs if path)


@lru_cache(maxsize=8)
def middles(name: str) -> Mapping[str, tuple[float, float]]:
    """Code of each area of a layer → longitude and latitude of a point well inside it."""
    found = _layer(name)
    points = shapely.point_on_surface([each.shape for each in found])
    return {
        each.code: (float(point.x), float(point.y))
        for each, point in zip(found, points, strict=True)
    }


@lru_cache(maxsize=100_000)
def place(key: str) -> Place | None:
    """The place of a key of the atlas."""
    return gazetteer().by_key(key)


def area_of(theme: Theme, value: str) -> str:
    """The code of the area that a value of the theme's filter stands for; "" for none of them."""
    if theme.by != "county":
        return value
    found = place(value)
    return found.code if found and nation_of(found) == theme.within else ""
