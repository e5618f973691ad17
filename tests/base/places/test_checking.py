from __future__ import annotations

import pytest

from oriundo.base.places.checking import check_coordinates, check_county


@pytest.mark.parametrize(
    ("lat", "lon", "country", "sentence"),
    [
        (0, 0, "USA", "0, 0 is a point at sea"),
        (34.05, 118.25, "USA", "the longitude lacks its minus: 34.05, -118.25"),
        (-118.25, 34.05, "USA", "latitude and longitude are swapped: 34.05, -118.25"),
        (99.13, 19.43, "MEX", "latitude and longitude are swapped: 19.43, -99.13"),
        (-13.69, -89.19, "SLV", "the latitude lacks its minus: 13.69, -89.19"),
        (3405220, -11824370, "USA", "the decimal point is missing: 34.0522, -118.2437"),
        (0.0, -150.0, "MEX", "no town is within 150 km"),
        (19.43, -99.13, "USA", "the point is in Mexico, not in United States"),
        (120.0, 500.0, "", "120.0, 500.0 is no point on the globe"),
    ],
)
def test_a_wrong_point_is_reported_with_the_likely_cause(places, lat, lon, country, sentence):
    trouble = check_coordinates(places, lat, lon, country)
    assert trouble.reason.in_english().startswith(sentence)


@pytest.mark.parametrize(
    ("lat", "lon", "country"),
    [(34.05, -118.25, "USA"), (31.33, -110.94, "MEX"), (13.69, -89.19, "SLV"), (19.4, -99.1, "")],
)
def test_a_point_in_its_country_or_near_its_border_passes(places, lat, lon, country):
    assert check_coordinates(places, lat, lon, country) is None


def test_the_pair_that_was_meant_is_offered(places):
    trouble = check_coordinates(places, 34.05, 118.25, "USA")
    assert (trouble.lat, trouble.lon) == (34.05, -118.25)


def test_a_county_of_another_state_is_reported(places):
    california = places.by_code("iso-3166-2", "US-CA")
    reason = check_county(places, "Cook County", california)
    assert reason.in_english() == (
        "Cook County is in Georgia, Illinois, Minnesota, not in California"
    )


def test_a_county_of_the_state_passes(places):
    assert check_county(places, "Orange", places.by_code("iso-3166-2", "US-CA")) is None
