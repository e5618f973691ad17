from __future__ import annotations

import pytest

from oriundo.domain.directory.classification.sentences import (
    language,
    passage,
    sentence,
    sentences,
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Uno. Dos! ¿Tres?", ["Uno.", "Dos!", "¿Tres?"]),
        ("Comité Pro Obras A.C. ayuda. Sí.", ["Comité Pro Obras A.C. ayuda.", "Sí."]),
        ("In St. Louis we meet.", ["In St. Louis we meet."]),
        ("• becas\n• ropa", ["becas", "ropa"]),
        ("uno; dos", ["uno", "dos"]),
        ("...", []),
        ("", []),
    ],
)
def test_a_text_is_parted_where_its_sentences_end(text, parts):
    assert [each.text for each in sentences(text)] == parts


def test_words_are_folded_and_know_where_they_stand():
    words = sentence("Women's Fútbol, ¡ya!").words
    assert [(w.text, w.start, w.end) for w in words] == [
        ("womens", 0, 7),
        ("futbol", 8, 14),
        ("ya", 17, 19),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [("la casa de los niños", "es"), ("the house of the kids", "en"), ("Los", "es")],
)
def test_the_small_words_tell_the_language(text, code):
    assert language(text) == code


def test_a_passage_is_cut_at_words():
    assert passage(sentence("uno dos tres cuatro cinco"), 2, 2, 13) == "tres cuatro"
