"""Classes of a map of counts: few, with round bounds that can be said in a legend.

Counts of organizations differ by powers of ten, so bounds grow by about the same factor. They are
taken from 1, 2, 5, 10, 20, 50 …: a reader knows at once where a number stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from decimal import Decimal
from math import floor, log10

MOST = 5


def lower_bounds(values: Iterable[float], most: int = MOST) -> tuple[float, ...]:
    """The lower bounds of at most `most` classes of the positive values, ascending; () of none.

    The first is at or below the smallest value, and the last class holds the largest.
    """
    positive = [value for value in values if value > 0]
    if not positive:
        return ()
    rounds = _round_numbers(min(positive), max(positive))
    if len(rounds) <= most:
        return rounds
    last = len(rounds) - 1
    return tuple(rounds[round(step * last / (most - 1))] for step in range(most))


def class_of(value: float, bounds: tuple[float, ...]) -> int:
    """The class of a value, from 1; 0 where there is nothing."""
    return bisect_right(bounds, value) if value > 0 else 0


def _round_numbers(low: float, high: float) -> tuple[float, ...]:
    """Those of 1, 2, 5, 10, 20, 50 … between, and the last one below `low`."""
    first, last = floor(log10(low)), floor(log10(high))
    series = [
        float(Decimal(digit).scaleb(power))
        for power in range(first, last + 1)
        for digit in (1, 2, 5)
    ]
    start = bisect_right(series, low) - 1
    return tuple(series[start : bisect_right(series, high)])
