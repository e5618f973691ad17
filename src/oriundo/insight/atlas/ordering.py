"""In which order organizations stand: one number for each, the smallest first, none twice."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from oriundo.insight.atlas.columns import Columns
from oriundo.insight.atlas.question import Circle, Question

Rows = NDArray[np.int64]
Scores = NDArray[np.float32]

_RANK_BITS = 25
_KM_BITS, _MONTH_BITS = 18, 12
_STEPS = 255
_TENTHS, _METERS = 10.0, 1000.0
_DAYS_OF_MONTH = 30
_FEW = 2_000


def keys(columns: Columns, question: Question, rows: Rows, scores: Scores | None) -> Rows:
    """The place of each row in the question's order.

    By relevance: how well words fit in 255 steps, then the month of verification, the latest
    first, then the distance in steps of 100 m, then the name. By distance: to the meter.
    """
    rank = columns.rank[rows].astype(np.int64)
    if question.order == "near" and question.near:
        return _far(columns, rows, question.near, _METERS, 1 << 30) << _RANK_BITS | rank
    if question.order == "verified":
        return (
            _latest(columns, rows) - columns.verified[rows].astype(np.int64)
        ) << _RANK_BITS | rank
    if scores is None or question.order == "name":
        return rank
    key = np.int64(_STEPS) - (scores * np.float32(_STEPS)).astype(np.int64)
    months = np.clip(columns.verified[rows] // _DAYS_OF_MONTH, 0, (1 << _MONTH_BITS) - 1)
    key = key << _MONTH_BITS | ((1 << _MONTH_BITS) - 1 - months.astype(np.int64))
    if question.near:
        tenths = _far(columns, rows, question.near, _TENTHS, (1 << _KM_BITS) - 1)
        key = key << _KM_BITS | tenths
    found: Rows = key << _RANK_BITS | rank
    return found


def first(keys: Rows, count: int) -> Rows:
    """Where the `count` smallest keys stand, the smallest first."""
    if len(keys) <= max(_FEW, 2 * count):
        return np.argsort(keys)[:count]
    smallest = np.argpartition(keys, count)[:count]
    found: Rows = smallest[np.argsort(keys[smallest])]
    return found


def _far(columns: Columns, rows: Rows, around: Circle, steps: float, most: int) -> Rows:
    """Distances in steps a kilometer, those without a point last."""
    km = np.nan_to_num(columns.km(rows, around) * steps, nan=most)
    return np.minimum(np.rint(km), most).astype(np.int64)


def _latest(columns: Columns, rows: Rows) -> np.int64:
    return np.int64(columns.verified[rows].max(initial=0))
