from __future__ import annotations

import pytest

from oriundo.base.places.hometowns import places_named, read_hometown


@pytest.mark.parametrize(
    ("name", "origin", "place", "admin1"),
    [
        (
            "Club Oriundos de Jerez, Zacatecas en Los Ángeles",
            "MEX",
            "Jerez de García Salinas",
            "MX-ZAC",
        ),
        ("Club Guadalupe Victoria, Durango", "MEX", "Guadalupe Victoria", "MX-DUR"),
        ("Hijos Ausentes de Tlaltenango", "MEX", "Tlaltenango de Sánchez Román", "MX-ZAC"),
        ("Comité Pro Mejoramiento de Arcatao", "SLV", "Arcatao", "SV-CH"),
        ("Organización de Intipucá en Washington", "SLV", "Intipucá", "SV-UN"),
        ("Friends of Esquipulas", "GTM", "Esquipulas", "GT-20"),
        ("Fraternidad de Huehuetenango", "GTM", "Huehuetenango", "GT-13"),
        ("Club Social Michoacán de Houston", "MEX", "Michoacán", "MX-MIC"),
        ("Asociación de Bluefields in Miami", "NIC", "Bluefields", "NI-AS"),
        ("Migrantes de San Pedro Sula", "HND", "San Pedro Sula", "HN-CR"),
        ("Casa Puebla New York", "MEX", "Puebla", "MX-PUE"),
    ],
)
def test_the_place_of_origin_is_read_from_a_name(name, origin, place, admin1):
    best = read_hometown(name, origin=[origin])[0]
    assert (best.place.name, best.place.admin1) == (place, admin1)


@pytest.mark.parametrize(
    "name",
    [
        "Club Los Ángeles",
        "Federación de Clubes Unidos",
        "Mexican American Legal Fund",
        "Organización Latina en Houston",
        "Comité de Amigos",
        "",
    ],
)
def test_a_name_without_a_place_of_origin_has_none(name):
    assert read_hometown(name, origin=["MEX"]) == []


def test_homonyms_are_all_given_with_what_is_left_of_the_confidence():
    found = read_hometown("Club San Pedro", origin=["MEX"])
    assert len(found) == 5
    assert all(each.confidence < 0.5 for each in found)


def test_the_state_behind_a_homonym_settles_it():
    found = read_hometown("Club San Pedro, Coahuila", origin=["MEX"])
    assert {each.place.admin1 for each in found} == {"MX-COA"}


def test_reasons_say_which_words_led_there():
    best = read_hometown("Hijos ausentes de Intipucá", origin=["SLV"])[0]
    assert [reason.in_english() for reason in best.reasons] == [
        "the name names Intipucá",
        "it stands after “hijos ausentes de”",
    ]


def test_the_description_is_read_where_the_name_says_nothing():
    best = read_hometown("Club Azul", "Somos migrantes de Jalpa, Zacatecas.", ["MEX"])[0]
    assert (best.place.name, best.confidence) == ("Jalpa", 0.76)


def test_the_town_where_it_is_is_not_where_it_comes_from():
    assert read_hometown("Comité de Jalpa", origin=["MEX"], residence="Jalpa") == []
    assert read_hometown("Comité de Jalpa", origin=["MEX"]) != []


def test_a_region_stands_for_its_countries():
    found = read_hometown("Migrantes de Soyapango", origin=["REG-CAM"])
    assert [each.place.country for each in found] == ["SLV"]


def test_a_phrase_is_looked_up_in_countries_of_origin_only():
    assert [p.country for p in places_named("chiquimula", ["GTM"])] == ["GTM"]
    assert places_named("houston", ["GTM"]) == ()
