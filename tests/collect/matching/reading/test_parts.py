from __future__ import annotations

import pytest

from oriundo.collect.matching.reading.names import read_name
from tests.collect.matching.reading.gazetteer import towns


def said(name: str) -> list[tuple[str, str]]:
    return [(part.role, part.text) for part in read_name(name, towns=towns).parts]


def test_a_name_is_a_small_sentence() -> None:
    assert said(
        "Federación de Clubes Zacatecanos Unión y Fe del Sur de California (FCZUF), A.C."
    ) == [
        ("kind", "Federación"),
        ("kind", "Clubes"),
        ("origin", "Zacatecanos"),
        ("kind", "Unión"),
        ("proper", "Fe"),
        ("residence", "Sur de California"),
        ("acronym", "FCZUF"),
        ("legal_form", "A.C"),
    ]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("COTSA", [("acronym", "COTSA")]),
        (
            "Club Social Jerez, Inc.",
            [("kind", "Club Social"), ("origin", "Jerez"), ("legal_form", "Inc")],
        ),
        ("Las Golondrinas | facebook", [("proper", "Golondrinas")]),
        (
            "Xoloitla Dance Company dba Sol",
            [("proper", "Xoloitla Dance Company"), ("noise", "dba"), ("proper", "Sol")],
        ),
        ("", []),
        ("¡!", []),
    ],
)
def test_every_part_keeps_the_text_that_it_came_from(
    name: str, parts: list[tuple[str, str]]
) -> None:
    assert said(name) == parts


def test_an_acronym_stands_before_the_words_that_it_is_made_of() -> None:
    reading = read_name("AMSX Asociación de Mujeres Salvadoreñas Xoloitla")
    assert (reading.acronym, reading.parts[0].role) == ("AMSX", "acronym")


def test_letters_outside_the_alphabet_keep_their_places() -> None:
    assert said("Asociación Ñandú 北京 de Houston")[-1] == ("residence", "Houston")


def test_distinctive_words_are_neither_kind_nor_place_nor_form() -> None:
    reading = read_name("Club de Zacatecanos Unión y Progreso de Houston, Inc.")
    assert reading.distinctive == ("progreso",)
    assert (reading.kind, reading.legal_form) == ("club", "inc")
