from __future__ import annotations

import pytest

from oriundo.collect.matching.reading.names import read_name


@pytest.mark.parametrize(
    ("name", "origin"),
    [
        ("Asociación Salvadoreña de Houston", "SLV"),
        ("Belize Association of Houston", "BLZ"),
        ("Casa Puebla New York", "MEX"),
        ("Sociedad Honduras New York", "HND"),
        ("FEDERATION OF ZACATECAN CLUBS OF SOUTHERN CALIFORNIA", "MEX"),
        ("Association des Guatémaltèques de Montréal", "GTM"),
        ("Confederación Centroamericana", "REG-CAM"),
        ("Club de Oaxaqueños en Fresno", "MEX"),
    ],
)
def test_a_name_that_tells_whose_it_is_gives_the_origin(name: str, origin: str) -> None:
    reading = read_name(name)
    assert (reading.is_diaspora, [code for code, _, _ in reading.origins]) == (True, [origin])


@pytest.mark.parametrize(
    "name",
    [
        "New Mexico Soccer Association",
        "Mexico Missouri Rotary Club",
        "Panama City Boosters Club",
        "Granada Hills Neighborhood Association",
        "Mexican Restaurant Association",
        "Guatemala Medical Mission Association",
        "Friends of Honduras Children Association",
        "Dominican Sisters Association",
        "Chihuahua Club of America",
        "Peruvian Paso Horse Association",
        "Little League of Springfield",
    ],
)
def test_a_name_with_a_false_friend_is_no_diaspora(name: str) -> None:
    reading = read_name(name)
    assert (reading.is_diaspora is True, reading.origins) == (False, ())


def test_what_the_source_says_of_origin_stands() -> None:
    reading = read_name("Grupo Amistad", origins=("México", "Guatemala"))
    assert [(code, confidence) for code, confidence, _ in reading.origins] == [
        ("MEX", 1.0),
        ("GTM", 1.0),
    ]
    assert reading.is_diaspora is True


def test_an_association_in_its_own_country_is_no_diaspora() -> None:
    reading = read_name("Asociación Mexicana de Ajedrez", residence_country="MEX")
    assert (reading.is_diaspora, reading.origins) == (False, ())


def test_a_town_of_the_united_states_named_like_a_people_is_no_origin() -> None:
    assert read_name("Chapin Garden Club", city="Chapin").origins == ()


@pytest.mark.parametrize(
    ("name", "hometown", "member_origin"),
    [
        ("Comité Pro Mejoras de Jerez", "Jerez", "hometown_club"),
        ("Asociación Salvadoreña de Houston", "", "migrant_club"),
        ("Club de Zacatecanos de Dallas", "", "hometown_club"),
    ],
)
def test_member_origin_is_read_from_the_place_named(
    name: str, hometown: str, member_origin: str
) -> None:
    reading = read_name(name, hometown=hometown)
    assert reading.member_origin == member_origin


@pytest.mark.parametrize(
    ("name", "structure"),
    [
        ("Federación de Clubes Michoacanos", "coalition"),
        ("National Coalition of Guatemalan Organizations", "coalition"),
        ("Red de Clubes Jaliscienses", "coalition"),
        ("Club Social Jerez", "single"),
        ("COTSA", ""),
    ],
)
def test_structure_is_read_from_the_kind(name: str, structure: str) -> None:
    assert read_name(name).structure == structure


@pytest.mark.parametrize(
    ("name", "description", "objective"),
    [
        ("Cámara de Comercio Salvadoreña", "", "chamber_of_commerce"),
        ("Liga de Fútbol Guatemalteca", "", "athletic"),
        ("Grupo Folklórico Oaxaqueño", "", "cultural"),
        ("Red de Mujeres Nicaragüenses", "", "womens"),
        ("Comité Pro Mejoras de Jerez", "", "origin_focused"),
        ("Club Jerez", "Offers legal advice to newcomers", "service"),
        ("Club Jerez", "", ""),
    ],
)
def test_the_objective_is_read_from_name_then_description(
    name: str, description: str, objective: str
) -> None:
    assert read_name(name, description=description).objective == objective


def test_every_answer_carries_its_reason() -> None:
    reading = read_name("Federación de Clubes Michoacanos")
    sentence, values = reading.reasons["origin"]
    assert sentence % values == "“michoacanos” names the people of Mexico"
    assert sorted(reading.reasons) == [
        "diaspora",
        "division",
        "member_origin",
        "origin",
        "structure",
    ]


def test_a_state_that_is_only_the_record_s_own_city_is_no_hometown() -> None:
    found = read_name("Club de Mexicanos de Zacatecas", city="Zacatecas")
    assert (found.member_origin, found.hometown) == ("migrant_club", "")
