"""What the map shows of an answer: tiles, and how many points there are on them.

`side` "here" is where organizations are, "from" where their members come from: there an
organization with two hometowns is two points.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from oriundo.insight.atlas.columns import Columns
from oriundo.insight.atlas.columns.bits import Bits
from oriundo.insight.atlas.columns.points import Points
from oriundo.insight.atlas.question import Question
from oriundo.insight.atlas.tiles.drawing import draw, must_be_tile

Side = Literal["here", "from"]
Rows = NDArray[Any]
_KEPT = 64


class Map:
    """Draws what `chosen` (question → rows that fit, ascending) answers from columns.

    A question's mask is kept for the next tile of the same map: 190 kB for a million rows.
    """

    def __init__(self, columns: Columns, chosen: Callable[[Question], Rows]) -> None:
        self._columns = columns
        self._points: dict[Side, Points] = {"here": columns.here, "from": columns.homes}
        self._chosen = chosen
        self._kept = lru_cache(_KEPT)(self._fitting)

    def tile(self, question: Question, z: int, x: int, y: int, side: Side = "here") -> bytes:
        """A Mapbox Vector Tile, not compressed, at most 60,000 bytes; b"" when it is empty.

        Its layer `organizations` has points with the properties `n` (how many organizations),
        and `public_id` and `name` where it is one, or `place` where they are all at the one
        point of that city (or hometown). Raises NoTile.
        """
        must_be_tile(z, x, y)
        columns = self._columns
        names = columns.ids.blob, columns.names.blob
        return draw(self._points[side], self._fits(question, side), names, (z, x, y))

    def points(self, question: Question, side: Side = "here") -> int:
        """How many points of those that fit are on the map: what `n` adds up to."""
        return self._points[side].placed(self._fits(question, side))

    def _fits(self, question: Question, side: Side) -> Bits:
        return self._kept(_Asked(question), side)

    def _fitting(self, asked: _Asked, side: Side) -> Bits:
        points, columns, question = self._points[side], self._columns, asked.question
        if not question.words:
            return points.fitting(columns.fitting(question))
        mask = np.zeros(columns.size, bool)
        mask[self._chosen(question)] = True
        return points.fitting(Bits.of(mask))


class _Asked:
    """A question as a key: what it chooses, whatever the order of its filters or of the answer."""

    def __init__(self, question: Question) -> None:
        self.question = question
        filters = tuple(sorted(question.filters.items()))
        self._key = question.words, filters, question.near, question.box

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)
