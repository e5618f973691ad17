from __future__ import annotations

import pytest

from oriundo.collect.matching import lexicon
from oriundo.collect.matching.reading.known_towns import known_towns
from oriundo.collect.matching.reading.names import read_name


def _first(phrase: str) -> tuple[str, str] | None:
    found = known_towns(phrase)
    return (found[0].country, found[0].division) if found else None


@pytest.mark.parametrize(
    ("phrase", "country", "division"),
    [
        ("jerez", "MEX", "MX-ZAC"),
        ("nochistlan", "MEX", "MX-ZAC"),
        ("intipuca", "SLV", "SV-UN"),
        ("los angeles", "USA", "US-CA"),
    ],
)
def test_a_town_is_known_where_most_mean_it(phrase: str, country: str, division: str) -> None:
    assert _first(phrase) == (country, division)


@pytest.mark.parametrize("phrase", sorted(lexicon.words("everyday_towns")))
def test_a_word_that_is_also_a_town_names_none(phrase: str) -> None:
    assert known_towns(phrase) == known_towns(f"la {phrase}") == ()


@pytest.mark.parametrize(
    ("name", "country", "hometown"),
    [
        ("Club Social Nochistlán", "MEX", "Nochistlán de Mejía"),
        ("Comunidad de Intipucá", "SLV", "Intipucá"),
        ("Asociación Tlaltenango en Los Angeles", "MEX", "Tlaltenango de Sánchez Román"),
    ],
)
def test_a_club_named_for_its_town_alone_is_of_its_country(
    name: str, country: str, hometown: str
) -> None:
    reading = read_name(name, residence_country="USA", towns=known_towns)
    assert (reading.is_diaspora, reading.origins[0][0]) == (True, country)
    assert (reading.member_origin, reading.hometown) == ("hometown_club", hometown)


@pytest.mark.parametrize("name", ["Springfield Social Club", "Los Angeles Rotary Club"])
def test_a_club_of_a_town_where_migrants_live_is_of_nobody(name: str) -> None:
    assert read_name(name, residence_country="USA", towns=known_towns).is_diaspora is None
