from __future__ import annotations

import numpy as np

from oriundo.collect.matching import roster
from oriundo.collect.matching.roster import counts


def test_names_read_in_several_processes_are_the_names_read_in_one(monkeypatch) -> None:
    texts = sorted({f"Club Social Número {i} de Jerez (CS{i % 7}A)" for i in range(300)})
    rows = np.arange(len(texts), dtype=np.int32)[:, None]
    alone, words = roster.roster(texts, rows)
    monkeypatch.setattr(roster, "_MANY", 1)
    monkeypatch.setattr(roster, "_AT_ONCE", 50)
    together, same_words = roster.roster(texts, rows)
    assert words.texts == same_words.texts
    for name in ("words", "written", "size", "bare"):
        assert np.array_equal(getattr(alone, name), getattr(together, name))
    assert (alone.letters, alone.initials, alone.acronym) == (
        together.letters,
        together.initials,
        together.acronym,
    )


def test_a_word_in_two_names_of_a_record_counts_once() -> None:
    names, words = roster.roster(
        ["Club Jerez", "Jerez Unido"], np.array([[0, 1], [0, -1]], dtype=np.int32)
    )
    found = counts(names, len(words.texts))
    assert {words.texts[i]: int(n) for i, n in enumerate(found) if n} == {
        "jerez": 2,
        "k:club": 2,
        "united": 1,
    }
