"""Which points a tile shows: one for each cell of a grid, with how many it stands for."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.insight.atlas.columns.bits import Bits
from oriundo.insight.atlas.columns.morton import LEVELS, parted
from oriundo.insight.atlas.columns.points import Cells, Points
from oriundo.insight.atlas.columns.table import Blob
from oriundo.insight.atlas.tiles import layer, values
from oriundo.insight.atlas.tiles.layer import EXTENT_BITS, Features

Array = NDArray[Any]
LAYER = "organizations"
KEYS = ("n", "place", "public_id", "name")
DEEPEST = 22
GRID = 5
"""A tile is halved so often each way: 32 cells a side, 16 pixels each on a tile of 512."""

LIMIT = 60_000
"""Bytes. Where the names of many single organizations would go beyond it, the grid is coarser."""


class NoTile(OriundoError):
    """There is no tile of this number (for the web: 404)."""


def must_be_tile(z: int, x: int, y: int) -> None:
    """Raise NoTile unless the pyramid has this tile."""
    if 0 <= z <= DEEPEST and 0 <= x < 1 << z and 0 <= y < 1 << z:
        return
    raise NoTile(
        gettext_noop("There is no tile %(z)s/%(x)s/%(y)s."),
        remedy=gettext_noop("Ask for zoom 0 to %(deepest)s, and x and y below 2 to that power."),
        values={"z": z, "x": x, "y": y, "deepest": DEEPEST},
    )


def draw(points: Points, fits: Bits, names: tuple[Blob, Blob], tile: tuple[int, int, int]) -> bytes:
    """A tile (z, x, y) of the points that fit; b"" when it is empty.

    `names`: public ids and names of rows. A cell is shown at the middle one of its points, so that
    a cluster lies where something is. Properties: `n`, and `public_id` and `name` of the only one,
    or the key `place` where all are in one place, at one point.
    """
    z, x, y = tile
    must_be_tile(z, x, y)
    span = points.span(z, x, y)
    drawn = b""
    for grid in range(GRID, 0, -1):
        cells = points.cells(fits, span, min(z + grid, LEVELS))
        if not len(cells.counts):
            return b""
        drawn = _drawn(points, cells, names, z)
        if len(drawn) <= LIMIT:
            break
    return drawn


def _drawn(points: Points, cells: Cells, names: tuple[Blob, Blob], z: int) -> bytes:
    x, y = _within(points.morton[cells.middle], z)
    single = cells.counts == 1
    together = ~single & _one_place(points, cells)
    apart = ~single & ~together
    numbers, n = np.unique(cells.counts, return_inverse=True)
    codes, place = np.unique(points.places[cells.first[together]], return_inverse=True)
    rows = points.row(cells.first[single])
    first_place, first_id = len(numbers), len(numbers) + len(codes)
    ids = first_id + np.arange(len(rows))
    groups = [
        Features(x[apart], y[apart], _tags(0, n[apart])),
        Features(x[together], y[together], _tags(0, n[together], 1, first_place + place)),
        Features(x[single], y[single], _tags(0, n[single], 2, ids, 3, ids + len(rows))),
    ]
    all_values = [values.unsigned(numbers), values.texts(points.keys, codes)]
    all_values += [values.texts(blob, rows) for blob in names]
    return layer.encoded(LAYER, groups, KEYS, b"".join(all_values))


def _one_place(points: Points, cells: Cells) -> NDArray[np.bool_]:
    """Cells of which all points are one, and of one place. Points of one number are sorted by
    place, so that the first and the last tell."""
    places = points.places[cells.first]
    same = (points.morton[cells.first] == points.morton[cells.last]) & (places != 0)
    found: NDArray[np.bool_] = same & (places == points.places[cells.last])
    return found


def _within(numbers: Array, z: int) -> tuple[Array, Array]:
    """Where points lie in their tile, in units of its extent."""
    inside = numbers & np.uint64((1 << 2 * (LEVELS - z)) - 1)
    finer = LEVELS - z - EXTENT_BITS
    right, down = parted(inside)
    if finer < 0:
        return right << np.uint64(-finer), down << np.uint64(-finer)
    return right >> np.uint64(finer), down >> np.uint64(finer)


def _tags(*pairs: int | Array) -> Array:
    """Keys and the numbers of their values, by turns."""
    length = len(next(pair for pair in pairs if isinstance(pair, np.ndarray)))
    return np.stack([np.broadcast_to(np.asarray(pair), length) for pair in pairs], axis=1)
