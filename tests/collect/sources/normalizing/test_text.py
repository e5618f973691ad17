from __future__ import annotations

import pytest

from oriundo.collect.sources.normalizing.text import clean

CLEANED = {
    "  Club   Azteca ": "Club Azteca",
    "Club\nAzteca\t": "Club Azteca",
    "Haitian&nbsp;Creole": "Haitian Creole",
    "Jos&eacute; &amp; Mar&iacute;a": "José & María",
    "A&amp;amp;B": "A&B",
    "Marks & Spencer": "Marks & Spencer",
    "FederaciÃ³n de MichoacÃ¡n": "Federación de Michoacán",
    "Immigrantsâ€™ Rights": "Immigrants’ Rights",
    "São Paulo Â": "São Paulo Â",
    "Unio\u0301n": "Unión",
    "\u200fClub\u202c Azteca\ufeff": "Club Azteca",
    "Club<br/>Azteca <b>A.C.</b>": "Club Azteca A.C.",
    "a < b": "a < b",
}
NOTHING = ["", " ", "N/A", "n/d", "N/D", "s/n", "-", "—", "No description provided", "SIN DATO",
           "(none)", "no disponible", "Sin información", "null", "#N/A"]  # fmt: skip
SOMETHING = ["ND", "SD", "Nada Club", "Sin Fronteras", "100", "Pendientes"]


@pytest.mark.parametrize("text", CLEANED)
def test_text_is_repaired(text):
    assert clean(text) == CLEANED[text]


@pytest.mark.parametrize("text", NOTHING)
def test_words_for_nothing_are_nothing(text):
    assert clean(text) == ""


@pytest.mark.parametrize("text", SOMETHING)
def test_words_that_only_resemble_nothing_stay(text):
    assert clean(text) == text
