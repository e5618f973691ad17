"""Reading TopoJSON: areas that share their borders as numbered arcs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from oriundo.base.places.boundaries.model import polygons

Arcs = list[Any]


def areas(topology: Mapping[str, Any], name: str) -> Iterator[tuple[Mapping[str, Any], Any]]:
    """Every area of one object of a topology: (its `id` and `properties`, its polygons).

    Corners that two areas share are equal to the bit, since both come from the same arc.
    """
    arcs = _arcs(topology)
    for geometry in topology["objects"][name]["geometries"]:
        if geometry["type"] in _AREAS:
            yield geometry, _shape(geometry, arcs)


# Rounding to a file's grid makes small rings into points and lines, and others touch themselves.
_FEWEST = 4
_AREAS = frozenset({"Polygon", "MultiPolygon"})


def _arcs(topology: Mapping[str, Any]) -> Arcs:
    """The arcs in degrees: each point is written as its difference from the one before."""
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    return [np.cumsum(arc, axis=0) * scale + translate for arc in topology["arcs"]]


def _shape(geometry: Mapping[str, Any], arcs: Arcs) -> BaseGeometry:
    drawn = []
    several = geometry["type"] == "MultiPolygon"
    for rings in geometry["arcs"] if several else [geometry["arcs"]]:
        outer, *holes = [_ring(ring, arcs) for ring in rings]
        if len(outer) >= _FEWEST:
            drawn.append(shapely.Polygon(outer, [hole for hole in holes if len(hole) >= _FEWEST]))
    return polygons(shapely.MultiPolygon(drawn))


def _ring(numbers: list[int], arcs: Arcs) -> Any:
    """The corners of a ring. A negative number ~n is arc n, walked backward."""
    pieces = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
    # Each piece begins where the one before ended.
    return np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])
