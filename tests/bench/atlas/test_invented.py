from __future__ import annotations

from bench.atlas.invented import rows

POINTS = {"address", "postal", "locality"}


def test_same_seed_gives_same_rows_and_larger_sizes_begin_with_smaller() -> None:
    assert list(rows(300)) == list(rows(500))[:300]


def test_another_seed_gives_other_organizations() -> None:
    assert not {row.public_id for row in rows(50)} & {row.public_id for row in rows(50, seed=2)}


def test_only_precise_places_are_points() -> None:
    found = list(rows(2_000))
    assert {row.precision for row in found if row.lat is not None} == POINTS
    assert not {row.precision for row in found if row.lat is None} & POINTS


def test_origins_and_places_are_skewed_as_in_the_field() -> None:
    found = list(rows(2_000))
    assert round(sum(row.origin == "MEX" for row in found) / 2_000, 1) == 0.7
    assert round(sum(bool(row.homes) for row in found) / 2_000, 1) == 0.6
    assert round(sum(row.precision == "country" for row in found) / 2_000, 2) == 0.03
    assert round(sum(row.precision == "none" for row in found) / 2_000, 2) == 0.02
