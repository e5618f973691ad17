"""Boxes and circles as a few tiles that cover them: where to look for what may lie inside."""

from __future__ import annotations

from collections.abc import Iterator
from math import asin, cos, degrees, pi, radians, sin

import numpy as np

from oriundo.insight.atlas.columns.morton import LEVELS, morton, parted
from oriundo.insight.atlas.question import Box, Circle

EARTH_KM = 6371.0088
_MOST = 4
"""Tiles each way; fewer would cover too much, more would be too many slices."""

_MARGIN = 1e-7
"""Degrees: a rounding more or less must not lose a point on an edge."""


def covering(box: Box) -> Iterator[tuple[int, int, int]]:
    """Tiles (z, x, y), none twice, that hold everything inside of a box."""
    if box.west > box.east:
        yield from covering(Box(box.west, box.south, 180, box.north))
        yield from covering(Box(-180, box.south, box.east, box.north))
        return
    south, north = max(box.south - _MARGIN, -90), min(box.north + _MARGIN, 90)
    if south > north:
        return
    x, y = parted(morton([north, south], [box.west - _MARGIN, box.east + _MARGIN]))
    left, right, top, bottom = int(x[0]), int(x[1]), int(y[0]), int(y[1])
    shift = 0
    while max((right >> shift) - (left >> shift), (bottom >> shift) - (top >> shift)) >= _MOST:
        shift += 1
    for column in range(left >> shift, (right >> shift) + 1):
        for row in range(top >> shift, (bottom >> shift) + 1):
            yield LEVELS - shift, column, row


def bounds(circle: Circle) -> Box:
    """A box around a circle."""
    around = circle.km / EARTH_KM
    up = degrees(around) + _MARGIN
    south, north = circle.lat - up, circle.lat + up
    if south <= -90 or north >= 90 or around >= pi / 2:
        return Box(-180, max(south, -90), 180, min(north, 90))
    sideways = degrees(asin(min(1.0, sin(around) / cos(radians(circle.lat))))) + _MARGIN
    if sideways >= 180:
        return Box(-180, south, 180, north)
    return Box(_turned(circle.lon - sideways), south, _turned(circle.lon + sideways), north)


def _turned(lon: float) -> float:
    """Degrees from -180 to 180."""
    return float(np.remainder(lon + 180, 360)) - 180 if abs(lon) > 180 else lon
