from __future__ import annotations

import pytest

from oriundo.collect.matching.reading.names import read_name


@pytest.mark.parametrize(
    ("name", "origins"),
    [
        ("Asociación Mexicana y Guatemalteca de Salinas", ["MEX", "GTM"]),
        ("Garifuna Association of the Bronx", ["HND"]),
        ("Belizean Garifuna Association", ["BLZ"]),
        ("Maya Community of Guatemala", ["GTM"]),
        ("Kurdish Association of Nashville", []),
        ("Comité Pro Obras de San José Xoloitla", []),
        ("Club Hidalgo de Mujeres Migrantes de Houston", ["MEX"]),
    ],
)
def test_origins_that_a_name_tells(name: str, origins: list[str]) -> None:
    assert [code for code, _, _ in read_name(name).origins] == origins


def test_a_people_of_several_countries_is_less_certain_alone() -> None:
    [(_, alone, (sentence, values))] = read_name("Garifuna Association of the Bronx").origins
    [(_, beside, _)] = read_name("Belizean Garifuna Association").origins
    assert (alone, beside) == (0.5, 0.85)
    assert sentence % values == "“garifuna” are a people of Honduras and of its neighbors"


def test_a_people_of_many_countries_is_a_diaspora_of_no_one_origin() -> None:
    answer = read_name("Kurdish Association of Nashville").answers["origin"]
    sentence, values = answer.reason
    assert (answer.value, answer.confidence) == ((), 0.0)
    assert sentence % values == "“kurdish” names a people of several countries"


def test_a_description_that_speaks_of_migrants_decides_where_the_name_tells_nothing() -> None:
    reading = read_name("Sol y Luna", description="A group of Honduran immigrants of Houston")
    sentence, values = reading.answers["diaspora"].reason
    assert (reading.is_diaspora, [o for o, _, _ in reading.origins]) == (True, ["HND"])
    assert sentence % values == "the description speaks of migrants from Honduras: “honduran”"


def test_a_description_of_two_peoples_decides_nothing() -> None:
    told = "Services for Haitian and Dominican immigrants"
    assert read_name("Sol y Luna", description=told).is_diaspora is None


def test_alternate_names_tell_an_origin_too() -> None:
    reading = read_name("AMEXQ", alternate_names=["Asociación Mexicana de Sherbrooke"])
    assert (reading.is_diaspora, reading.acronym) == (True, "AMEXQ")


def test_a_mission_named_after_a_country_keeps_no_origin() -> None:
    assert read_name("Guatemala Medical Mission Association").origins == ()
