"""A boundary: one country, state, province, department or county, with its codes and its shape."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True, slots=True, eq=False)
class Boundary:
    """One area of a layer. Coordinates are longitude and latitude, WGS 84, in degrees.

    `code` is stable and unique in its layer; `within` is the code of the area above ("" for a
    country); `official` is the code of the country's own statistical office ("" where none is
    known); `gn_id` is GeoNames' number (0 where there is none).
    """

    code: str
    country: str
    within: str
    official: str
    gn_id: int
    es: str
    en: str
    shape: BaseGeometry

    def properties(self) -> dict[str, Any]:
        """Everything but the shape, as it is written into files."""
        names = ("code", "country", "within", "official", "gn_id", "es", "en")
        return {name: getattr(self, name) for name in names}


def shapes(boundaries: Iterable[Boundary]) -> Any:
    """The shapes alone, as the array that shapely's functions take."""
    return np.array([each.shape for each in boundaries], dtype=object)


def polygons(shape: BaseGeometry) -> BaseGeometry:
    """A shape made valid, without the points and lines that doing so can leave."""
    parts = shapely.get_parts(shapely.get_parts(shapely.make_valid(shape)))
    areas = parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON]
    return areas[0] if len(areas) == 1 else shapely.multipolygons(areas)


def simplified(boundaries: Iterable[Boundary], tolerance: float, apart: str) -> list[Boundary]:
    """The same areas with fewer corners; neighbors keep one line between them.

    A corner goes where its triangle is smaller than the square of `tolerance` (degrees). The areas
    inside the country `apart` are simplified by themselves: they come from another source, and do
    not fit to their neighbors to the corner.
    """
    every = list(boundaries)
    done: dict[str, BaseGeometry] = {}
    for inside in (True, False):
        group = [each for each in every if (each.within != "" and each.country == apart) == inside]
        fewer = shapely.coverage_simplify(shapes(group), tolerance)
        done |= {each.code: shape for each, shape in zip(group, fewer, strict=True)}
    return [replace(each, shape=done[each.code]) for each in every]


def without_specks(boundary: Boundary, area: float) -> Boundary:
    """The same area without parts smaller than `area` (square degrees); the largest stays."""
    parts = shapely.get_parts(boundary.shape)
    areas = shapely.area(parts)
    kept = parts[(areas >= area) | (areas == areas.max())]
    return replace(boundary, shape=kept[0] if len(kept) == 1 else shapely.multipolygons(kept))
