from __future__ import annotations

import pytest

from oriundo.collect.matching.reading.names import read_name
from tests.collect.matching.reading.gazetteer import towns


@pytest.mark.parametrize(
    ("name", "town", "division"),
    [
        ("Club San Miguel de salvadoreños en Houston", "San Miguel", "SV-SM"),
        ("Club Guatemalteco San Pedro", "San Pedro", "GT-12"),
        ("Club San Pedro de mexicanos", "San Pedro", "MX-COA"),
        ("Comunidad oaxaqueña de Ocotlán de Morelos", "Ocotlán de Morelos", "MX-OAX"),
        ("Hijos de Ocotlán, jaliscienses", "Ocotlán", "MX-JAL"),
        ("Asociación de nicaragüenses de León", "León", "NI-LE"),
    ],
)
def test_the_origin_named_tells_which_of_the_towns_is_meant(
    name: str, town: str, division: str
) -> None:
    likeliest = read_name(name, towns=towns).hometowns[0]
    assert (likeliest.name, likeliest.division) == (town, division)


def test_towns_are_ranked_with_their_reasons() -> None:
    reading = read_name("Club Social San Pedro de Houston", towns=towns)
    assert [(t.country, t.division) for t in reading.hometowns] == [
        ("MEX", "MX-COA"),
        ("GTM", "GT-12"),
    ]
    sentence, values = reading.hometowns[0].reason
    assert sentence % values == "“san pedro” may be this town of Mexico, or another of 2"
    assert reading.hometowns[0].confidence < 0.5


def test_a_town_that_is_also_one_where_migrants_live_decides_nothing_alone() -> None:
    assert read_name("Club Santa Ana", towns=towns).is_diaspora is None
    assert read_name("Club Salvadoreño Santa Ana", towns=towns).hometown == "Santa Ana"
    assert read_name("Santa Ana Police Association", towns=towns).is_diaspora is not True


def test_a_town_of_origin_alone_is_enough_after_a_word_of_the_language() -> None:
    reading = read_name("Fraternidad Cajolá", towns=towns)
    assert (reading.is_diaspora, reading.hometown) == (True, "Cajolá")
    assert [origin for origin, _, _ in reading.origins] == ["GTM"]
    assert reading.divisions == ("GT-09",)


def test_without_a_gazetteer_the_words_after_oriundos_are_the_town() -> None:
    reading = read_name("CLUB DE ORIUNDOS DE XOLOITLA EN QUEENS, INC.")
    assert (reading.hometown, reading.hometowns[0].country) == ("Xoloitla", "")
    sentence, values = reading.answers["hometown"].reason
    assert (
        sentence % values
        == "the words after “club de oriundos” name a place that no gazetteer here knows"
    )


def test_the_record_s_own_city_is_no_hometown() -> None:
    reading = read_name("Club Social Jerez", city="Jerez", towns=towns)
    assert (reading.hometown, reading.is_diaspora) == ("", None)


def test_a_town_after_in_is_where_they_live() -> None:
    assert read_name("Casa Nuestra en Jerez", towns=towns).hometown == ""


def test_a_town_of_the_country_where_it_is_is_no_hometown() -> None:
    assert read_name("Club Social Ocotlán", residence_country="MEX", towns=towns).hometowns == ()


def test_the_hometown_that_the_source_says_stands() -> None:
    reading = read_name("Club Social Jerez", hometown="Piaxtla", towns=towns)
    assert (reading.hometown, reading.answers["hometown"].confidence) == ("Piaxtla", 1.0)
