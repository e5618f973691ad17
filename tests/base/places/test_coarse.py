from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oriundo.base.places.coarse import CELL_DEGREES, coarsen, coarsen_to_place

LATITUDES = st.floats(-90, 90, allow_nan=False)
LONGITUDES = st.floats(-180, 180, allow_nan=False)


def test_all_points_of_a_cell_become_its_middle():
    points = [(34.0501, -118.2499), (34.0522, -118.2437), (34.0999, -118.2001)]
    assert {coarsen(lat, lon) for lat, lon in points} == {(34.075, -118.225)}


@given(LATITUDES, LONGITUDES)
def test_coarsening_twice_is_coarsening_once(lat, lon):
    once = coarsen(lat, lon)
    assert coarsen(*once) == once


@given(LATITUDES, LONGITUDES)
def test_the_middle_is_at_most_half_a_cell_away(lat, lon):
    coarse_lat, coarse_lon = coarsen(lat, lon)
    half = CELL_DEGREES / 2 + 1e-9
    assert (abs(coarse_lat - lat) <= half, abs(coarse_lon - lon) <= half) == (True, True)


def test_asking_a_hundred_times_tells_no_more_than_asking_once():
    answers = {coarsen(34.0522, -118.2437) for _ in range(100)}
    assert len(answers) == 1


def test_a_point_that_is_not_on_the_globe_is_refused():
    with pytest.raises(ValueError, match="no point in degrees"):
        coarsen(-118.2437, 34.0522)


def test_a_town_is_coarse_already_and_a_postal_code_is_not(places):
    town, code = places.by_key("gn:5368361"), places.by_code("us-zip", "90014")
    assert coarsen_to_place(town) == (town.lat, town.lon)
    assert coarsen_to_place(code) == coarsen(code.lat, code.lon)
