"""Classes of a map: few, with round bounds, and every number in one of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oriundo.insight.atlas.classes import class_of, lower_bounds


@pytest.mark.parametrize(
    ("values", "bounds"),
    [
        ([1, 3, 362], (1, 5, 20, 50, 200)),
        ([1, 2], (1, 2)),
        ([7], (5,)),
        ([0.3, 12.5], (0.2, 0.5, 1, 5, 10)),
        ([], ()),
        ([0, 0], ()),
    ],
)
def test_bounds_are_round_and_few(values, bounds):
    assert lower_bounds(values) == bounds


def test_a_value_belongs_to_the_last_class_that_it_reaches():
    reached = [class_of(value, (1, 5, 20)) for value in (0, 1, 4, 5, 19, 20, 900)]
    assert reached == [0, 1, 1, 2, 2, 3, 3]


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=50), st.integers(2, 7))
def test_every_number_has_a_class(values, most):
    bounds = lower_bounds(values, most=most)
    assert list(bounds) == sorted(set(bounds))
    assert len(bounds) <= most
    assert all(1 <= class_of(value, bounds) <= len(bounds) for value in values)
    assert class_of(max(values), bounds) == len(bounds)
