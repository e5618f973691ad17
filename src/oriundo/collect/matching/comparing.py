"""The levels that pairs are at, many pairs at a time, on all processors."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from oriundo.collect.matching.features import FEATURES, Compared
from oriundo.collect.matching.patterns import Levels
from oriundo.collect.matching.table import Table
from oriundo.collect.matching.vocabulary import Ids
from oriundo.collect.sources.columns import Positions

_AT_ONCE = 1 << 16
_WIDTHS = (4, 6, 8, 12, 24)
"""Names are compared word by word in blocks of these many words: short ones apart from long."""


def levels(
    table: Table,
    left: Ids,
    right: Ids,
    report: Callable[[float], None],
    *,
    threads: int | None = None,
) -> Levels:
    """One row per pair, one column per feature: the level found. `threads`: one per processor."""
    found = np.zeros((len(left), len(FEATURES)), dtype=np.int8)

    def fill(chosen: Positions) -> int:
        found[chosen] = levels_of(table, left[chosen], right[chosen])
        return len(chosen)

    done = 0
    # Most of the work is done by libraries that let other threads run.
    with ThreadPoolExecutor(threads or len(os.sched_getaffinity(0))) as pool:
        for count in pool.map(fill, _chunks(table, left, right)):
            done += count
            report(done / len(left))
    return found


def levels_of(table: Table, left: Ids, right: Ids) -> Levels:
    """The levels of these pairs, one row each."""
    c = Compared(table, left, right)
    return np.stack([c.once(feature.level) for feature in FEATURES], axis=1)


def _chunks(table: Table, left: Ids, right: Ids) -> Iterator[Positions]:
    """Positions of pairs, those with names of like length together."""
    longest = np.where(table.names.rows >= 0, table.names.size[table.names.rows], 0).max(axis=1)
    width = np.maximum(longest[left], longest[right])
    low = -1
    for high in _WIDTHS:
        chosen = np.flatnonzero((width > low) & (width <= high))
        low = high
        for start in range(0, len(chosen), _AT_ONCE):
            yield chosen[start : start + _AT_ONCE]
