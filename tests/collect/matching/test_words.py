from __future__ import annotations

import pytest

from oriundo.collect.matching.words import wording


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Club Social Jerez", "JEREZ SOCIAL CLUB, INC."),
        (
            "Federación de Clubes Zacatecanos del Sur de California",
            "Federation of Zacatecan Clubs of Southern California",
        ),
        ("Comité Pro Mejoras de El Suyatal", "Cmte. for the Improvement of El Suyatal"),
        ("Asoc. de Guatemaltecos en Nueva York", "Association of Guatemalans in New York"),
        ("Pro Mejoras de Tecomates, Comité", "Comité Pro Mejoras de Tecomates, A.C."),
        ("Fed. Zac. de Calif.", "Federación Zacatecana de California"),
        ("Fondo de Becas Mexicano Trigal", "Trigal Mexican Scholarship Fund"),
        ("Jerez Hometown Assoc.", "Asociación de Oriundos de Jerez"),
        ("Club Unidos por Indé", "United for Indé Club"),
        ("Ballet Folklórico Xochitl", "Xochitl Folkloric Ballet"),
        ("Club Hijos Ausentes de Jerez", "Absent Sons of Jerez Club"),
        ("Cámara Mexicana de Comercio Lince", "Lince Mexican Chamber of Commerce"),
        (
            "Movimiento de Inmigrantes Guatemaltecos en Estados Unidos de América",
            "Movimiento de Inmigrantes Guatemaltecos en los EE.UU.",
        ),
    ],
)
def test_one_name_written_in_two_ways_gives_the_same_words(one: str, other: str) -> None:
    assert sorted(wording(one).words) == sorted(wording(other).words)


def test_an_acronym_in_brackets_is_taken_out_of_the_name() -> None:
    found = wording("Comunidades Transnacionales Salvadoreñas (COTSA)")
    assert (found.words, found.acronym) == (("k:community", "transnational", "@SLV"), "cotsa")


def test_a_name_that_is_only_an_acronym_is_both_word_and_acronym() -> None:
    found = wording("COTSA")
    assert (found.words, found.acronym) == (("cotsa",), "cotsa")


def test_a_legal_form_is_named_and_left_out() -> None:
    found = wording("Casa Puebla New York, Inc.")
    assert (found.words, found.legal_form) == (("k:house", "@MX-PUE", "@US-NY"), "inc")


def test_new_mexico_is_no_part_of_mexico() -> None:
    assert wording("New Mexico Hispanic Club").words == ("@US-NM", "hispanic", "k:club")


def test_a_name_of_symbols_alone_gives_no_words() -> None:
    assert wording("***").words == ()
