from __future__ import annotations

import pytest

from oriundo.base.places.gazetteer import Gazetteer, GazetteerMissing
from tests.base.places.conftest import entry


@pytest.mark.parametrize(
    ("scheme", "code", "name", "admin1"),
    [
        ("iso-3166-1", "SLV", "El Salvador", ""),
        ("un-m49", "484", "Mexico", ""),
        ("iso-3166-2", "US-CA", "California", "US-CA"),
        ("us-fips", "06037", "Los Angeles County", "US-CA"),
        ("us-fips", "11001", "District of Columbia", "US-DC"),
        ("us-fips", "09170", "South Central Connecticut Planning Region", "US-CT"),
        ("mx-inegi", "05", "Coahuila", "MX-COA"),
        ("mx-inegi", "06", "Colima", "MX-COL"),
        ("mx-inegi", "07", "Chiapas", "MX-CHP"),
        ("mx-inegi", "08", "Chihuahua", "MX-CHH"),
        ("mx-inegi", "07101", "Tuxtla Gutiérrez", "MX-CHP"),
        ("mx-inegi", "08037", "Juárez", "MX-CHH"),
        ("gt-ine", "0101", "Guatemala", "GT-01"),
        ("us-zip", "90014", "Los Angeles", "US-CA"),
        ("key", "gn:5368361", "Los Angeles", "US-CA"),
    ],
)
def test_a_place_is_found_by_its_official_code(places, scheme, code, name, admin1):
    place = places.by_code(scheme, code)
    assert (place.name, place.admin1) == (name, admin1)


def test_an_unknown_code_is_no_place(places):
    assert places.by_code("us-fips", "99999") is None


def test_a_name_is_searched_within_a_state(places):
    zacatecas = places.by_code("iso-3166-2", "MX-ZAC")
    assert {p.admin1 for p in places.named("Guadalupe", zacatecas)} == {"MX-ZAC"}


def test_all_former_salvadoran_municipios_say_what_they_are_part_of_today(places):
    former = [p for p in places if p.country == "SLV" and p.until]
    today = {places.parent_of(p).key for p in former}
    assert (len(former), len(today), {p.until for p in former}) == (262, 44, {"2024-04-30"})


def test_a_former_county_is_found_by_its_old_code_with_its_last_day(places):
    fairfield = places.by_code("us-fips", "09001")
    assert (fairfield.name, fairfield.until) == ("Fairfield County", "2022-06-05")


def test_a_renamed_state_answers_to_its_old_name(places):
    old = next(p for p in places.named("Distrito Federal") if p.country == "MEX" and p.until)
    assert (old.until, places.parent_of(old).code) == ("2016-01-29", "MX-CMX")


def test_names_and_spellings_are_kept_by_language_where_it_is_known(places):
    texas = places.by_code("iso-3166-2", "US-TX")
    assert places.names(texas) == {"es": "Texas", "en": "Texas"}
    assert "Tejas" in places.spellings(texas)


def test_an_area_is_one_range_of_numbers(places):
    yucatan = places.by_code("iso-3166-2", "MX-YUC")
    inside = range(yucatan.number, places.end[yucatan.number])
    assert {places.place(number).admin1 for number in inside} == {"MX-YUC"}


def test_namesakes_come_with_the_largest_first(write, country):
    small = entry("a", "locality", "San Juan", lat=1.0, lon=1.0, prominence=10, geonames=1)
    large = entry("b", "locality", "San Juán", lat=2.0, lon=2.0, prominence=20, geonames=2)
    found = write(country, small, large).named("san juan")
    assert [place.key for place in found] == ["b", "a"]


def test_of_two_places_with_a_code_the_one_of_today_answers(write, country):
    old = entry("a", "admin2", "Vieja", codes={"us-fips": "1"}, valid_to="1999-12-31")
    new = entry("b", "admin2", "Nueva", codes={"us-fips": "1"})
    older = entry("c", "admin2", "Antigua", codes={"us-fips": "1"}, valid_to="1980-12-31")
    assert write(country, old, new, older).by_code("us-fips", "1").name == "Nueva"


def test_a_place_without_a_point_has_none(write, country):
    found = write(country, entry("a", "admin2", "Lugar")).named("Lugar")
    assert [(place.lat, place.lon) for place in found] == [(None, None)]


def test_a_folder_without_a_gazetteer_says_how_to_build_one(tmp_path):
    with pytest.raises(GazetteerMissing, match="make built"):
        Gazetteer(tmp_path)
