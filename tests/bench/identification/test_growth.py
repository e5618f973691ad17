"""How time grows with size."""

from __future__ import annotations

import pytest

from bench.identification.growth import exponents
from bench.identification.rows import Row


def test_the_exponent_of_a_square() -> None:
    rows = [Row("d", "one", size, cpu=size**2 / 1e6) for size in (10, 100, 1000)]
    assert exponents(rows) == {"one": pytest.approx(2.0)}


def test_one_size_has_no_exponent() -> None:
    assert exponents([Row("d", "one", 10, cpu=1.0), Row("d", "two", 100)]) == {}
