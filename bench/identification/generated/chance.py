"""Draws from one seeded stream: what the whole generator decides with."""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")


class Chance(random.Random):
    """A seeded stream. Every draw is made from `random()`, whose values no version changes."""

    def happens(self, probability: float) -> bool:
        return self.random() < probability

    def below(self, limit: int) -> int:
        """A whole number from 0 to limit - 1."""
        return int(self.random() * limit)

    def between(self, first: int, last: int) -> int:
        """A whole number from `first` to `last`, both included."""
        return first + int(self.random() * (last - first + 1))

    def pick(self, items: Sequence[T]) -> T:
        return items[int(self.random() * len(items))]

    def digits(self, count: int) -> str:
        return str(int(self.random() * 10**count)).zfill(count)


class Urn(Generic[T]):
    """Items that are drawn as often as their weights say."""

    def __init__(self, items: Sequence[T], weights: Sequence[float]) -> None:
        self.items = items
        self._sums = list(accumulate(weights))

    def draw(self, chance: Chance) -> T:
        return self.items[bisect(self._sums, chance.random() * self._sums[-1])]
