from __future__ import annotations

import pytest

from oriundo.base.core.text import fold, one_line


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("  Club \t Jerez\n", "Club Jerez"),
        ("club\x00jerez", "club jerez"),
        ("club\ud800", "club"),
        ("una frase larga", "una frase"),
    ],
)
def test_what_is_typed_is_one_line_that_can_be_searched_for(typed, words):
    assert one_line(typed, 10) == words


def test_marks_that_nobody_sees_stay_within_a_word():
    assert fold(one_line("Je\u00adrez", 10)) == "jerez"
