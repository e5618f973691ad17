from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oriundo.base.places.gazetteer import gazetteer
from oriundo.base.places.grid import cell_of, distances_km
from oriundo.base.places.sphere import distance_km


# Looking at all of them takes what it takes on a busy machine.
@settings(deadline=None)
@given(st.floats(-60, 75), st.floats(-180, 180))
def test_the_nearest_town_is_that_of_looking_at_all(lat, lon):
    places = gazetteer()
    levels = np.asarray(places.levels)
    geonames = np.load(places.folder / "geonames.npy", mmap_mode="r")
    towns = np.flatnonzero((levels == 3) & (geonames > 0))
    km = distances_km(lat, lon, places.lat[towns], places.lon[towns]).min()
    found = places.grid.nearest(lat, lon, 300.0)
    assert (found is None) if km > 300 else (abs(found[1] - km) < 1e-6)


def test_the_towns_near_a_point_are_within_the_distance(places):
    near = places.grid.near(34.05, -118.25, 10)
    assert len(near) > 0
    assert distances_km(34.05, -118.25, places.lat[near], places.lon[near]).max() <= 10


@pytest.mark.parametrize("point", [(90, 180), (-90, -180), (90, -180), (0, 0)])
def test_corners_of_the_globe_have_their_cell(point):
    assert 0 <= cell_of(*point) < 720 * 360


def test_the_distance_between_two_cities_is_that_of_the_great_circle():
    assert round(distance_km(34.05, -118.24, 19.43, -99.13)) == 2491
