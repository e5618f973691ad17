"""Which row of a grid is its header: lists as found carry titles, dates and notes above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from oriundo.collect.sources.faults import Fault

LOOK_AT = 30
_DATUM = re.compile(
    r"^(?:[^@\s]+@[^@\s]+\.\w+|https?://\S+|www\.\S+|[+(]?[\d(][\d\s().+/-]{6,}|-?\d+[.,]\d+)$"
)
_LONGEST_HEADER = 120


@dataclass(frozen=True, slots=True)
class Found:
    """The cells of the header, and how many rows from the top it and what is above it take."""

    cells: tuple[str, ...]
    rows: int
    notes: list[Fault]


def found(rows: Sequence[Sequence[str]]) -> Found:
    """The first of the first rows that is filled well enough and holds no datum.

    Filled: more than half as many cells as the lower half of the first LOOK_AT rows usually has.
    A datum: an email or web address, a telephone number, a decimal number. Without such a row
    the columns are numbered.
    """
    top = rows[:LOOK_AT]
    usual = _usually_filled(top)
    width = max((len(row) for row in top), default=0)
    for number, row in enumerate(top):
        if _filled(row) * 2 > usual and holds_no_datum(row):
            return Found(tuple(row), number + 1, _preamble(top[:number], row))
    return Found(("",) * width, 0, [Fault("no-header")])


def _usually_filled(top: Sequence[Sequence[str]]) -> int:
    """How many cells are filled in the rows where data is likely: the median of the lower half."""
    filled = [count for row in top if (count := _filled(row))]
    return median_low(filled[len(filled) // 2 :]) if filled else 0


def _filled(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell.strip())


def holds_no_datum(row: Sequence[str]) -> bool:
    """Whether no cell is an email or web address, a number with decimals, or a long text."""
    return not any(_DATUM.match(cell.strip()) or len(cell) > _LONGEST_HEADER for cell in row)


def _preamble(above: Sequence[Sequence[str]], header: Sequence[str]) -> list[Fault]:
    lines = sum(1 for row in above if _filled(row))
    if not lines:
        return []
    shown = ", ".join(cell.strip() for cell in header if cell.strip())
    return [Fault("preamble", column=shown, value=str(lines))]
