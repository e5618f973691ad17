"""A point lies in the areas that hold it; the finest layer decides."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from oriundo.base.places.boundaries.files import read_lookup, write_lookup
from oriundo.base.places.boundaries.lookup import Inside, Lookup
from oriundo.base.places.boundaries.model import Boundary


def area(code, country, within, shape):
    return Boundary(code, country, within, "", 0, code, code, shape)


@pytest.fixture
def small(tmp_path):
    """Two countries that meet at longitude 0. The northern one's state and county overlap the
    border by 0.01 degrees, as another source's may.
    """
    layers = {
        "countries": [
            area("AAA", "AAA", "", shapely.box(-10, 0, 0, 10)),
            area("BBB", "BBB", "", shapely.box(0, 0, 10, 10)),
        ],
        "admin1": [
            area("BB-Y", "BBB", "BBB", shapely.box(0, 0, 10, 10)),
            area("AA-X", "AAA", "AAA", shapely.box(-10, 0, 0.01, 10)),
        ],
        "counties": [area("01001", "AAA", "AA-X", shapely.box(-5, 0, 0.01, 10))],
    }
    write_lookup(layers, tmp_path / "lookup.parquet")
    return Lookup(read_lookup(tmp_path / "lookup.parquet"), layers)


def test_a_point_is_in_its_county_state_and_country(small):
    assert small.at(-2, 5) == Inside("AAA", "AA-X", "01001")


def test_where_there_is_no_county_the_division_is_known(small):
    assert small.at(-8, 5) == Inside("AAA", "AA-X", "")


def test_where_layers_disagree_the_county_says_its_state_and_country(small):
    assert small.at(0.005, 5) == Inside("AAA", "AA-X", "01001")


def test_a_point_in_no_area_is_nowhere(small):
    assert small.at(-11, 5) == Inside()


def test_off_the_coast_the_nearest_area_is_taken_and_said_to_be_near(small):
    assert small.at(-3, -0.05, nearest_km=10) == Inside("AAA", "AA-X", "01001", exact=False)
    assert small.at(-3, -0.2, nearest_km=10) == Inside(exact=False)


def test_many_points_are_answered_as_one_by_one(small):
    longitudes, latitudes = np.array([-2, -8, 0.005, -11, 5]), np.full(5, 5)
    found = small.many(longitudes, latitudes)
    one_by_one = [small.at(x, y) for x, y in zip(longitudes, latitudes, strict=True)]
    assert found["countries"].tolist() == [each.country for each in one_by_one]
    assert found["admin1"].tolist() == [each.admin1 for each in one_by_one]
    assert found["counties"].tolist() == [each.county for each in one_by_one]


def test_an_area_of_many_corners_is_cut_and_found_as_one(tmp_path):
    circle = shapely.Point(0, 0).buffer(1, quad_segs=500)
    layers = {"countries": [area("AAA", "AAA", "", circle)], "admin1": [], "counties": []}
    write_lookup(layers, tmp_path / "lookup.parquet")
    codes, pieces = read_lookup(tmp_path / "lookup.parquet")["countries"]
    assert set(codes) == {"AAA"}
    assert shapely.get_num_coordinates(pieces).max() <= 200
    assert shapely.area(pieces).sum() == pytest.approx(circle.area)
