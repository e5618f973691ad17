"""Taking elements out of sequences that stand in one order, and putting others in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


class Splice:
    """`gone`: old elements that leave; `before`: the old elements that new ones are put before
    (the old size: at the end). Both ascend. `old` and `new` are the numbers that old and new
    elements have afterwards; those of old elements that left mean nothing.
    """

    def __init__(self, size: int, gone: Sequence[int], before: Sequence[int]) -> None:
        self.gone = np.array(gone, np.int64)
        self._before = np.array(before, np.int64)
        self._size = size
        self.stays = np.ones(size, bool)
        self.stays[self.gone] = False
        self._at = self._before - np.searchsorted(self.gone, self._before)
        self.new = self._at + np.arange(len(before))
        steps = self.stays.astype(np.int64)
        np.add.at(steps, self._before[self._before < size], 1)
        self.old = np.cumsum(steps) - 1

    def column(self, old: Array, new: Array) -> Array:
        """One element each; of the old one's type."""
        kept = old if len(self.gone) == 0 else old[self.stays]
        return np.insert(kept, self._at, new.astype(old.dtype, copy=False))

    def lists(self, old_starts: Array, old: Array, new_starts: Array, new: Array) -> Array:
        """Several elements each, one list after the other."""
        pieces = []
        for source, start, stop in self._slices():
            starts, elements = (new_starts, new) if source else (old_starts, old)
            pieces.append(elements[starts[start] : starts[stop]])
        return np.concatenate(pieces).astype(old.dtype, copy=False)

    def _slices(self) -> Iterator[tuple[int, int, int]]:
        """What the result consists of: (0 the old or 1 the new, first, last + 1)."""
        events = [(at, 0, n) for n, at in enumerate(self._before.tolist())]
        events += [(at, 1, 0) for at in self.gone.tolist()]
        reached = 0
        for at, leaves, n in sorted(events):
            yield 0, reached, at
            reached = at + leaves
            if not leaves:
                yield 1, n, n + 1
        yield 0, reached, self._size
