from __future__ import annotations

import pytest

from oriundo.collect.matching.reading.names import read_name


@pytest.mark.parametrize(
    ("name", "divisions"),
    [
        ("Club de Zacatecanos", ("MX-ZAC",)),
        ("Quetzaltecos en Providence", ("GT-09",)),
        ("Casa Puebla de Passaic", ("MX-PUE",)),
        ("Club Salvadoreño", ()),
        ("Lions Club of Zacatecas Street", ()),
    ],
)
def test_divisions_of_origin(name: str, divisions: tuple[str, ...]) -> None:
    assert read_name(name).divisions == divisions


def test_structure_says_how_sure_it_is() -> None:
    federation = read_name("Federación Xoloitla").answers["structure"]
    clubs = read_name("Asociación de Clubes Xoloitla").answers["structure"]
    assert (federation.value, federation.confidence) == ("coalition", 0.9)
    assert (clubs.value, clubs.confidence) == ("coalition", 0.7)


def test_a_longer_form_is_of_the_kind_that_it_holds() -> None:
    assert read_name("Honduran Bar Association").structure == "single"
    assert read_name("Club Social Xoloitla").kind == "club"


def test_what_is_unknown_says_so() -> None:
    answers = read_name("Xoloitla").answers
    assert {axis: answer.reason[0] for axis, answer in answers.items()} == {
        "diaspora": "nothing in the name tells of migrants or of a place of origin",
        "origin": "no place of origin is named",
        "division": "no state or department of origin is named",
        "member_origin": "no place of origin is named",
        "hometown": "no town is named",
        "structure": "no kind of organization is named",
        "objective": "neither name nor description tells an objective",
    }
