"""The shape of a feature, and many pairs of records laid side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from oriundo.collect.matching.arrays import Sets
from oriundo.collect.matching.likeness import Likeness, likeness
from oriundo.collect.matching.table import Table
from oriundo.collect.matching.vocabulary import Flags, Ids

Found = npt.NDArray[np.int8]
"""The level of one feature that each pair is at."""


@dataclass(frozen=True, slots=True)
class Level:
    """One possible outcome of a feature. `bits`: prior weight; `sentence`: marked English;
    `ask`: however much else agrees, only a person may join such a pair."""

    bits: float
    sentence: str
    ask: bool = False


class Compared:
    """Pairs of records: `left[k]` and `right[k]` are positions in `table`."""

    def __init__(self, table: Table, left: Ids, right: Ids) -> None:
        self.table = table
        self.left = left
        self.right = right
        self._found: dict[Callable[[Compared], Found], Found] = {}

    def once(self, rule: Callable[[Compared], Found]) -> Found:
        """What `rule` says of the pairs, found once though several features ask."""
        if rule not in self._found:
            self._found[rule] = rule(self)
        return self._found[rule]

    def __len__(self) -> int:
        return len(self.left)

    @cached_property
    def names(self) -> Likeness:
        """The likeness of the names of each pair."""
        return likeness(self.table, self.left, self.right)

    def at(self, pair: int) -> tuple[int, int]:
        """The two records of one pair."""
        return int(self.left[pair]), int(self.right[pair])


@dataclass(frozen=True, slots=True)
class Feature:
    """`level(c)` gives each pair a position in `levels`; `values(c, k)` fills the sentence of the
    level that pair k is at."""

    name: str
    levels: tuple[Level, ...]
    level: Callable[[Compared], Found]
    values: Callable[[Compared, int], dict[str, object]]


NOTHING = Level(0.0, "")


def first_of(*cases: tuple[Flags, int | Found], otherwise: int | Found = 0) -> Found:
    """For each pair the level of the first case that holds."""
    levels = np.asarray(otherwise, dtype=np.int8)
    for holds, level in reversed(cases):
        levels = np.where(holds, np.asarray(level, dtype=np.int8), levels)
    return levels


def sets(c: Compared, held: Sets) -> Found:
    """0: a side says nothing; 1: nothing in common; 2: something in common."""
    shared = held.fewest(c.left, c.right) > 0
    return first_of((~held.given(c.left, c.right), 0), (shared, 2), otherwise=1)
