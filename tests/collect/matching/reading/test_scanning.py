from __future__ import annotations

import pytest

from oriundo.collect.matching.reading.scanning import scan


def test_the_longest_form_that_begins_at_a_word_wins() -> None:
    assert [found.form for found in scan("New Mexico Mexican American Club").found] == [
        "new mexico",
        "mexican american",
        "club",
    ]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Guatamaltecos", "guatemaltecos"),
        ("JALICIENSES", "jaliscienses"),
        ("Asociasion", "asociacion"),
        ("Telanagana", "telangana"),
    ],
)
def test_typing_errors_in_words_of_the_language_are_mended(name: str, form: str) -> None:
    assert [found.form for found in scan(name).found] == [form]


def test_names_of_towns_are_left_as_they_are() -> None:
    assert scan("Intipuca").tokens == ["intipuca"]


def test_every_word_keeps_its_place_in_the_text() -> None:
    read = scan("Club Ñandú, A.C.")
    assert [read.text[start:stop] for start, stop in read.spans] == ["Club", "Ñandú", "A", "C"]
