"""Lakes, which none of the boundaries leave out but the Census Bureau's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from oriundo.base.places.boundaries.model import polygons
from oriundo.base.places.boundaries.topojson import areas

# About 10 km: how far the shore of a lake drawn coarsely may lie from the true one.
_NEAR = 0.1
_SMALLEST = 0.002


def read_lakes(near: Path, world: Path) -> Any:
    """Lakes at 1:50 million as an array of polygons. `near`: the finer file, of North America."""
    fine, coarse = _read(near), _read(world)
    return np.concatenate([fine, coarse[~shapely.intersects(coarse, shapely.union_all(fine))]])


def _read(path: Path) -> Any:
    topology = json.loads(path.read_text(encoding="utf-8"))
    drawn = [shape for _area, shape in areas(topology, "lakes")]
    return shapely.get_parts(np.array(drawn, dtype=object))


def with_shores(lakes: Any, country: BaseGeometry, land: BaseGeometry) -> Any:
    """The same lakes, with the exact shore where a country's land is known without its lakes.

    `country` includes its part of the lakes, `land` does not: near a lake, what is country and
    not land is water, and what is land is not.
    """
    around = shapely.union_all(shapely.buffer(lakes[shapely.intersects(lakes, land)], _NEAR))
    water = shapely.intersection(shapely.difference(country, land), around)
    known = shapely.union_all(lakes)
    parts = shapely.get_parts(polygons(shapely.union(shapely.difference(known, land), water)))
    return parts[shapely.intersects(parts, known) & (shapely.area(parts) > _SMALLEST)]
