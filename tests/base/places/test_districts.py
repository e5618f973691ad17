from __future__ import annotations

import pytest

from oriundo.base.places.districts import Districts, UnusableDistricts

ROWS = """consulate,place,level
Los Ángeles,US-CA,
Santa Ana,06059,
Denver,US-CO,
Laredo,48479,us-fips
"""


@pytest.fixture
def read(places, tmp_path):
    def districts(text: str) -> Districts:
        path = tmp_path / "districts.csv"
        path.write_text(text, encoding="utf-8")
        return Districts.read(places, path)

    return districts


@pytest.mark.parametrize(
    ("scheme", "code", "consulate"),
    [
        ("us-zip", "90014", "Los Ángeles"),
        ("us-zip", "92701", "Santa Ana"),
        ("us-fips", "06059", "Santa Ana"),
        ("iso-3166-2", "US-CA", "Los Ángeles"),
        ("key", "gn:5368361", "Los Ángeles"),
        ("us-fips", "48479", "Laredo"),
    ],
)
def test_the_finest_place_of_a_district_decides(places, read, scheme, code, consulate):
    assert read(ROWS).serving(places.by_code(scheme, code)).consulate == consulate


def test_a_place_of_no_district_is_served_by_none(places, read):
    assert read(ROWS).serving(places.by_code("us-fips", "48201")) is None


@pytest.mark.parametrize(
    ("lat", "lon", "consulate"), [(34.05, -118.25, "Los Ángeles"), (33.74, -117.87, "Santa Ana")]
)
def test_a_point_is_served_by_the_district_it_lies_in(read, lat, lon, consulate):
    assert read(ROWS).serving_point(lat, lon).consulate == consulate


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("consulate,where\n", "has no column place"),
        ("consulate,place\nA,US-XX\n", "row 1, column place: “US-XX” is no place"),
        ("consulate,place\nA,US-CA\n,US-AZ\n", "row 2, column consulate: nothing stands there"),
        ("consulate,place\nA,US-CA\nB,US-CA\n", "row 2: “US-CA” has two consulates"),
    ],
)
def test_a_file_that_cannot_be_right_is_refused_with_its_row(read, text, sentence):
    with pytest.raises(UnusableDistricts, match=sentence):
        read(text)


@pytest.mark.parametrize(
    ("scheme", "code", "consulates"),
    [
        ("iso-3166-2", "US-CA", ("Los Ángeles", "Santa Ana")),
        ("iso-3166-1", "USA", ("Denver", "Laredo", "Los Ángeles", "Santa Ana")),
        ("us-fips", "06059", ("Santa Ana",)),
        ("us-fips", "48201", ()),
        ("iso-3166-1", "CAN", ()),
    ],
)
def test_a_large_place_is_served_by_those_of_its_parts_too(places, read, scheme, code, consulates):
    assert read(ROWS).in_or_around(places.by_code(scheme, code)) == consulates
