from __future__ import annotations

import numpy as np
import pytest

from oriundo.collect.matching.families import families


def _family(rare: str, common: str) -> str:
    texts = [rare, common]
    found = families(texts, np.array([1, 50]), np.array([True, True]))
    return texts[found[0]]


@pytest.mark.parametrize(
    "written",
    ["palmilas", "pallmillas", "palmiklas", "palimllas", "palmillns", "paimillas"],
)
def test_a_rare_word_one_slip_from_a_common_one_is_of_its_family(written: str) -> None:
    assert _family(written, "palmillas") == "palmillas"


@pytest.mark.parametrize(("one", "other"), [("palmillas", "palmarito"), ("jerez", "perez")])
def test_another_word_is_its_own_family(one: str, other: str) -> None:
    texts = [one, other]
    found = families(texts, np.array([50, 50]), np.array([True, True]))
    assert found.tolist() == [0, 1]


def test_a_word_that_machines_misread_is_of_the_family_of_what_stands_on_paper() -> None:
    assert _family("tlaltcnanqo", "tlaltenango") == "tlaltenango"


def test_words_of_the_language_are_families_of_their_own() -> None:
    found = families(["asociacion", "asociacon"], np.array([9, 1]), np.array([False, True]))
    assert found.tolist() == [0, 1]
