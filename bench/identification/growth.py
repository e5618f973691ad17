"""How time grows with size."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from bench.identification.rows import Row


def exponents(rows: Iterable[Row]) -> dict[str, float]:
    """For each contender with two sizes or more, the exponent k of CPU seconds ~ records^k."""
    seen: dict[str, list[tuple[int, float]]] = {}
    for row in rows:
        if row.cpu:
            seen.setdefault(row.who, []).append((row.size, row.cpu))
    return {
        who: float(np.polyfit(np.log([n for n, _ in points]), np.log([s for _, s in points]), 1)[0])
        for who, points in seen.items()
        if len({size for size, _ in points}) > 1
    }
