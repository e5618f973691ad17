"""Points in the order of their Morton number: a tile is one slice of them, a cell of a tile too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from oriundo.insight.atlas.columns.bits import Bits
from oriundo.insight.atlas.columns.morton import tile_range
from oriundo.insight.atlas.columns.table import Blob

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a grid that hold points: how many, and the numbers of the first, the middle and
    the last of them."""

    counts: Array
    first: Array
    middle: Array
    last: Array


@dataclass(frozen=True, slots=True)
class Points:
    """`level`: see `levels_of_change`. `places`: the code of the place of each, 0 for none, and
    `keys` the keys of the codes. `rows`: the row of each; None where points are rows."""

    morton: Array
    level: Array
    places: Array
    keys: Blob
    rows: Array | None = None

    def row(self, points: Array) -> Array:
        """The rows of points."""
        return points if self.rows is None else self.rows[points]

    def fitting(self, fits: Bits) -> Bits:
        """Which points are of rows that fit."""
        return fits if self.rows is None else Bits.of(fits.mask()[self.rows])

    def span(self, z: int, x: int, y: int) -> tuple[int, int]:
        """The points of a tile, as a slice."""
        ends = np.array(tile_range(z, x, y), np.uint64)
        start, stop = np.searchsorted(self.morton, ends)
        return int(start), int(stop)

    def cells(self, fits: Bits, span: tuple[int, int], level: int) -> Cells:
        """The cells with points that fit, in order: tiles of zoom `level` inside of the span of a
        tile above them."""
        start, stop = span
        begins = np.flatnonzero(self.level[start:stop] <= level) + start
        ranks = fits.before(np.append(begins, stop))
        counts = np.diff(ranks)
        some = counts > 0
        counts, first = counts[some], ranks[:-1][some]
        found = fits.nth(np.concatenate([first, first + (counts - 1) // 2, first + counts - 1]))
        return Cells(counts, *np.split(found, 3))

    def placed(self, fits: Bits) -> int:
        """How many of those that fit are on the map."""
        end = np.searchsorted(self.morton, np.uint64(tile_range(0, 0, 0)[1]))
        return int(fits.before(np.array([end]))[0])
