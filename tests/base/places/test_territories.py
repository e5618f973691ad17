from __future__ import annotations

import pytest

from oriundo.base.places.territories import county_of, is_county, nation_of, state_of


@pytest.mark.parametrize(
    ("key", "nation", "state", "county"),
    [
        ("gn:4566880", "USA", "US-PR", "72113"),
        ("gn:5368361", "USA", "US-CA", "06037"),
        ("gn:8583980", "MEX", "MX-ZAC", "32020"),
    ],
    ids=["Ponce", "Los Angeles", "Jerez"],
)
def test_a_municipio_of_puerto_rico_is_a_county(places, key, nation, state, county):
    place = places.by_key(key)
    assert (nation_of(place), state_of(place), county_of(place).code) == (nation, state, county)


def test_a_state_is_no_county_and_lies_in_none(places):
    assert county_of(places.by_code("iso-3166-2", "US-CA")) is None
    assert is_county(places.by_code("us-fips", "72113")) is True
    assert is_county(places.by_code("iso-3166-2", "US-CA")) is False
