from __future__ import annotations

import pytest

from oriundo.collect.matching.reading.mentions import mentions
from oriundo.collect.matching.reading.names import read_name
from oriundo.collect.matching.reading.scanning import scan
from oriundo.collect.matching.reading.weighing import PRIOR, WEIGHTS, confidence, weigh


def codes(name: str) -> set[str]:
    read = scan(name)
    return {evidence.code for evidence in weigh(read, mentions(read, ""), ())}


@pytest.mark.parametrize(
    ("name", "features"),
    [
        ("Salvadoreños de Houston", {"people_plural", "residence"}),
        ("Honduran Nurses Association", {"people", "persons", "members"}),
        ("Hope for Guatemala Orphans", {"country", "sending", "aid"}),
        ("Haitian Relief Fund", {"people", "aid_of_people"}),
        ("Latino Club", {"people_broad", "members"}),
        ("Kurdish Club", {"people_many", "members"}),
        ("Hidalgo River Club", {"division_doubtful", "scenery", "members"}),
        ("Mexican Restaurant Club", {"people", "thing", "members"}),
        ("Canada-Nepal Council", {"country", "residence", "pair", "members"}),
        ("Iglesia Hondureña", {"people", "faith"}),
        ("Oriundos de Jerez", {"oriundos", "spanish"}),
    ],
)
def test_features_of_a_name(name: str, features: set[str]) -> None:
    assert codes(name) - {"spanish"} == features - {"spanish"}


def test_every_feature_that_a_name_can_have_has_a_weight() -> None:
    assert {code for code in WEIGHTS if WEIGHTS[code] < 0} >= {"aid", "thing", "sending", "faith"}


def test_confidence_is_even_when_the_weights_make_up_for_the_prior() -> None:
    assert confidence(()) < 0.15
    evidence = read_name("Nepal Association").evidence
    assert sum(e.weight for e in evidence) + PRIOR == pytest.approx(0.1)
    assert confidence(evidence) == pytest.approx(0.525, abs=0.001)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Honduran Nurses Association", "“honduran” names the people of Honduras"),
        (
            "Haiti Water Wells Project",
            "“water” tells of help sent to a country, not of people from it",
        ),
        (
            "Books for Belize",
            "it does something for Belize, and does not say that it is of its people",
        ),
        (
            "New Mexico Club",
            "“new mexico” is not the country of origin of anybody: a state or a province",
        ),
        (
            "Mexican Restaurant Association",
            "“restaurant” tells of a thing named after a country, not of people",
        ),
        ("Iglesia Hondureña", "“iglesia” is a congregation or a mission: a person decides"),
        ("Latino Club", "“latino” alone does not tell whether they are migrants"),
        ("Lions Club", "nothing in the name tells of migrants or of a place of origin"),
        ("Zacatecas Club", "“zacatecas” is a part of Mexico"),
        ("Belize Club", "a “club” named after Belize"),
    ],
)
def test_the_strongest_feature_gives_the_sentence(name: str, sentence: str) -> None:
    said, values = read_name(name).answers["diaspora"].reason
    assert said % values == sentence


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("Iglesia Hondureña", None),
        ("Latino Club", None),
        ("Haiti Water Wells Project", False),
        ("Sports Association for Honduras Youth", False),
        ("Honduras Youth Sports Association", True),
        ("Alianza para la Migración de Honduras", False),
        ("Migración Hondureña Asociación", True),
    ],
)
def test_the_verdict_of_a_name_and_unknown_is_one(name: str, verdict: bool | None) -> None:
    assert read_name(name).is_diaspora is verdict
