"""The origin-destination matrix, with its unknown column and its totals asserted.

Pure: it counts (origin, destination) pairs. Destination "" is unknown and has a column of its own,
so that located + unknown = identified holds by construction (the study's printed table could not).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """`cells[origin][destination]`; rows and columns by falling total, unknown last."""

    origins: tuple[str, ...]
    destinations: tuple[str, ...]
    cells: dict[str, dict[str, int]]
    row_totals: dict[str, int]
    column_totals: dict[str, int]
    total: int


def tabulate(
    pairs: Iterable[tuple[str, str]],
    *,
    origins: Sequence[str] = (),
    destinations: Sequence[str] = (),
) -> Matrix:
    """Count pairs of (origin, destination); the unknown column is always there, even when empty.

    `origins` and `destinations` stand first, in their order, even when nothing is counted there.
    """
    counted = Counter(pairs)
    rows = Counter[str](dict.fromkeys(origins, 0))
    columns = Counter[str](dict.fromkeys((*destinations, UNKNOWN), 0))
    for (origin, destination), number in counted.items():
        rows[origin] += number
        columns[destination] += number
    down, across = _ordered(rows, origins), _ordered(columns, destinations)
    return Matrix(
        origins=down,
        destinations=across,
        cells={o: {d: counted[(o, d)] for d in across} for o in down},
        row_totals={o: rows[o] for o in down},
        column_totals={d: columns[d] for d in across},
        total=sum(counted.values()),
    )


def _ordered(totals: Counter[str], leading: Sequence[str]) -> tuple[str, ...]:
    """The leading codes, then the others by falling total, unknown last."""
    others = sorted(
        totals.keys() - set(leading), key=lambda code: (code == UNKNOWN, -totals[code], code)
    )
    return (*leading, *others)
