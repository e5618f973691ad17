from __future__ import annotations

import numpy as np

from oriundo.collect.matching import comparing
from oriundo.collect.matching.table import table
from oriundo.collect.sources.columns import columns_of
from oriundo.collect.sources.drafts import Draft


def test_pairs_compared_in_several_processes_are_at_the_levels_found_in_one(monkeypatch) -> None:
    drafts = [
        Draft(
            source="a",
            record_id=f"{i:02}",
            row=i,
            name=f"Club {'Jerez ' * (i % 5)}{i % 3}",
            city="Reno",
        )
        for i in range(20)
    ]
    prepared = table(columns_of(drafts))
    left, right = (np.array(side, dtype=np.int32) for side in np.triu_indices(20, 1))
    shares: list[float] = []
    one = comparing.levels(prepared, left, right, lambda _done: None, alone=True)
    monkeypatch.setattr(comparing, "_MANY", 1)
    monkeypatch.setattr(comparing, "_AT_ONCE", 16)
    several = comparing.levels(prepared, left, right, shares.append)
    assert np.array_equal(one, several)
    assert np.array_equal(one, comparing.levels_of(prepared, left, right))
    assert (shares == sorted(shares), shares[-1]) == (True, 1.0)
