from __future__ import annotations

import pytest

from oriundo.collect.matching.review import value


@pytest.mark.parametrize(
    ("probability", "left", "right", "settled"),
    [(0.5, 1, 1, 1.0), (0.5, 3, 2, 6.0), (1.0, 9, 9, 0.0), (0.0, 1, 1, 0.0), (0.9, 1, 1, 0.468996)],
)
def test_a_decision_settles_its_doubt_for_every_pair_of_records(
    probability: float, left: int, right: int, settled: float
) -> None:
    assert value(probability, left, right) == settled
