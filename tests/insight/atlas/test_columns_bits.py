from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from oriundo.insight.atlas.columns.bits import Bits

masks = st.lists(st.booleans(), max_size=300) | st.builds(
    lambda size, at: [n == at for n in range(size)], st.integers(0, 300), st.integers(0, 299)
)


@given(masks)
def test_before_counts_the_set_bits_before_each_row(mask: list[bool]) -> None:
    rows = np.arange(len(mask) + 1)
    assert Bits.of(np.array(mask, bool)).before(rows).tolist() == [sum(mask[:n]) for n in rows]


@given(masks)
def test_nth_is_where_the_set_bits_are(mask: list[bool]) -> None:
    bits = Bits.of(np.array(mask, bool))
    assert bits.nth(np.arange(bits.total)).tolist() == [n for n, fits in enumerate(mask) if fits]
