from __future__ import annotations

import json

import pytest

from oriundo.base.places.basemap.settlements import (
    parted,
    read_settlements,
    settlement,
    write_places,
)

WHERE = (-102.58, 22.77)


@pytest.mark.parametrize(
    ("country", "people", "zoom"),
    [("MEX", 2_500_000, 3), ("MEX", 60_000, 6), ("MEX", 0, 8), ("FRA", 2_500_000, 4)],
)
def test_large_cities_are_shown_early_and_those_of_the_ten_countries_earlier(country, people, zoom):
    assert settlement(1, "X", country, people, WHERE).zoom == zoom


def test_small_towns_elsewhere_are_not_shown():
    assert settlement(1, "X", "FRA", 14_999, WHERE) is None
    assert settlement(1, "X", "SLV", 500, WHERE).zoom == 8


def test_a_city_has_the_name_of_each_language():
    found = settlement(5128581, "New York City", "USA", 8_000_000, WHERE)
    assert (found.es, found.en) == ("Nueva York", "New York")


def test_a_city_that_both_call_as_geonames_does_has_that_name():
    found = settlement(1, "Jerez", "MEX", 40_000, WHERE)
    assert (found.es, found.en) == ("Jerez", "Jerez")


def test_capitals_are_shown_early_however_small():
    belmopan = settlement(3582672, "Belmopan", "BLZ", 20_000, WHERE)
    assert (belmopan.capital, belmopan.zoom) == (1, 4)


def test_a_suburb_of_a_larger_city_is_shown_later_but_not_a_capital():
    city = settlement(1, "City", "MEX", 900_000, WHERE)
    suburb = settlement(2, "Suburb", "MEX", 800_000, (-102.6, 22.8))
    abroad = settlement(3, "Abroad", "USA", 700_000, (-102.6, 22.8))
    capital = settlement(3979844, "Zacatecas", "MEX", 90_000, WHERE)
    found = {each.en: each.zoom for each in parted([city, suburb, abroad, capital])}
    assert found == {"City": 4, "Suburb": 7, "Abroad": 4, "Zacatecas": 6}


def test_rows_are_read_with_the_country_of_their_line(tmp_path):
    cities, countries = tmp_path / "cities.tsv", tmp_path / "countries.tsv"
    countries.write_text("France\tFR\tFRA\nMexico\tMX\tMEX\n", encoding="utf-8")
    cities.write_text("Jerez\t1\t7|8\t2\t43000\t22.65\t-102.99\n", encoding="utf-8")
    (found,) = read_settlements(cities, countries)
    assert (found.country, found.population) == ("MEX", 43_000)
    assert (found.longitude, found.latitude) == (-102.99, 22.65)


def test_large_ones_are_written_for_pages(tmp_path):
    large = settlement(1, "Large", "MEX", 200_000, WHERE)
    small = settlement(2, "Small", "MEX", 100_000, WHERE)
    capital = settlement(3979844, "Zacatecas", "MEX", 90_000, WHERE)
    write_places([large, small, capital], tmp_path / "places.geojson")
    feature, other = json.loads((tmp_path / "places.geojson").read_text())["features"]
    assert other["properties"]["es"] == "Zacatecas"
    assert feature["geometry"] == {"type": "Point", "coordinates": [-102.58, 22.77]}
    assert feature["properties"] == {
        "es": "Large",
        "en": "Large",
        "people": 200_000,
        "capital": 0,
        "zoom": 5,
    }


def test_a_part_of_a_city_that_was_given_all_its_people_is_no_rival_of_it():
    city = settlement(1, "Memphis", "USA", 633_000, WHERE)
    part = settlement(2, "New South Memphis", "USA", 641_000, (-102.6, 22.8))
    twin = settlement(3, "Germantown", "USA", 640_000, (-102.6, 22.8))
    found = {each.en: (each.zoom, each.population) for each in parted([part, twin, city])}
    assert found["New South Memphis"] == (8, 0)
    assert (found["Memphis"], found["Germantown"]) == ((7, 633_000), (4, 640_000))


def test_a_census_tract_is_no_town():
    assert settlement(1, "Ct 0014", "CAN", 7_550, WHERE) is None
    assert settlement(1, "Saint-Lambert", "CAN", 7_550, WHERE) is not None
