"""The word lists: folded, without foreign codes, in both languages, and no word twice."""

from __future__ import annotations

import csv
from collections import Counter
from importlib.resources import files

import pytest

from oriundo.base.core.text import fold
from oriundo.domain.directory.typology import OBJECTIVE, STRUCTURE, SUPPORT

LISTS = {"objective": {*OBJECTIVE, "none"}, "support": set(SUPPORT), "structure": set(STRUCTURE)}
NAMES = [*LISTS, "context"]


def rows(name: str) -> list[dict[str, str]]:
    path = files("oriundo.domain.directory.classification").joinpath(f"words/{name}.csv")
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


@pytest.mark.parametrize("name", LISTS)
def test_every_code_has_words_in_both_languages_and_none_is_foreign(name):
    both = {(row["code"], row["language"]) for row in rows(name) if row["language"] != "fr"}
    assert both == {(code, language) for code in LISTS[name] for language in ("es", "en")}


@pytest.mark.parametrize("name", NAMES)
def test_words_are_folded(name):
    words = [row["words"] for row in rows(name)]
    assert [w for w in words if fold(w) != " ".join(w.replace("*", "").split())] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_word_stands_twice_under_one_code(name):
    counted = Counter((*list(row.values())[:2], row["words"]) for row in rows(name))
    assert [key for key, number in counted.items() if number > 1] == []
