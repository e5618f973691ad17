from __future__ import annotations

import numpy as np

from oriundo.collect.matching import roster
from oriundo.collect.matching.roster import Names, counts
from oriundo.collect.matching.vocabulary import Vocabulary


def _read(texts: list[str], rows: np.ndarray) -> tuple[Names, Vocabulary]:
    return roster.roster(texts, rows, (job() for job in roster.readings(texts)))


def test_names_read_some_at_a_time_are_the_names_read_at_once(monkeypatch) -> None:
    texts = sorted({f"Club Social Número {i} de Jerez (CS{i % 7}A)" for i in range(300)})
    rows = np.arange(len(texts), dtype=np.int32)[:, None]
    alone, words = _read(texts, rows)
    monkeypatch.setattr(roster, "_AT_ONCE", 50)
    together, same_words = _read(texts, rows)
    assert words.texts == same_words.texts
    for name in ("words", "written", "size", "length", "letters", "bare"):
        assert np.array_equal(getattr(alone, name), getattr(together, name))
    assert (alone.plain, alone.initials, alone.acronym) == (
        together.plain,
        together.initials,
        together.acronym,
    )


def test_a_word_in_two_names_of_a_record_counts_once() -> None:
    names, words = _read(["Club Jerez", "Jerez Unido"], np.array([[0, 1], [0, -1]], dtype=np.int32))
    found = counts(names, len(words.texts))
    assert {words.texts[i]: int(n) for i, n in enumerate(found) if n} == {
        "jerez": 2,
        "k:club": 2,
        "united": 1,
    }
