from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from oriundo.collect.matching import worth
from oriundo.collect.matching.table import table
from oriundo.collect.sources.columns import columns_of
from oriundo.collect.sources.drafts import Draft

CLUB = Draft(source="a", record_id="1", row=1, name="Xochimilco Papantla", city="Reno", region="NV")


def _stands_for(*drafts: Draft) -> list[int]:
    left, right = np.triu_indices(len(drafts), 1)
    return worth.stands_for(table(columns_of(drafts)), left, right).tolist()


@pytest.mark.parametrize(
    ("other", "likely"),
    [
        (replace(CLUB, name="Papantla Xochimilco"), True),
        (replace(CLUB, name="Xochimilco Tepatitlán"), True),
        (replace(CLUB, name="Zochimilko Papandla"), True),
        (replace(CLUB, name="Jocotitlán Nochistlán"), False),
        (replace(CLUB, name="Zochimilko Papandla", city="Winnemucca"), False),
        (replace(CLUB, city="Winnemucca"), False),
        (replace(CLUB, city="Rino"), True),
        (replace(CLUB, city="Winnemucca", postal="89599", lat=39.53, lon=-119.8), True),
        (replace(CLUB, city="Winnemucca", postal="89501", lat=40.97, lon=-117.7), False),
        (replace(CLUB, city="Winnemucca", postal="89501"), True),
        (replace(CLUB, city=""), True),
        (replace(CLUB, region="CA", city=""), False),
        (replace(CLUB, name="Jocotitlán", city="Winnemucca", phones=("+17755550101",)), True),
        (replace(CLUB, name="Jocotitlán", city="Winnemucca", address="7 Oak St"), True),
        (replace(CLUB, name="Jocotitlán", city="Winnemucca", emails=("a@b.example",)), True),
        (replace(CLUB, name="Jocotitlán", city="Winnemucca", websites=("b.example",)), True),
        (replace(CLUB, name="Jocotitlán", city="Winnemucca", registration_numbers=("94-1",)), True),
        (replace(CLUB, name="Jocotitlán", city="Winnemucca", acronym="XP"), True),
        (replace(CLUB, name="JOCO", city="Winnemucca"), True),
    ],
    ids=["order", "a word", "misspelled", "letters", "misspelled elsewhere", "another city",
         "a city misspelled", "near points", "far points", "a postal area", "no city", "another state", "telephone", "street",
         "mail", "website", "number", "acronym", "nothing but an acronym"],
)  # fmt: skip
def test_a_pair_is_compared_for_itself_where_it_may_be_one(
    monkeypatch: pytest.MonkeyPatch, other: Draft, likely: bool
) -> None:
    monkeypatch.setattr(worth, "_ALL", 1)
    club = replace(CLUB, phones=("+17755550101",), address="7 Oak St", postal="89502")
    club = replace(club, lat=39.5, lon=-119.8, emails=("a@b.example",), websites=("b.example",))
    club = replace(club, registration_numbers=("94-1",), acronym="XP")
    assert (_stands_for(club, replace(other, source="b")) == [1]) is likely


def _unlike(count: int) -> list[Draft]:
    """Names with letters in common, and hardly a word."""
    rng = np.random.default_rng(4)
    ends = ("titlán", "huacán", "catepec", "mulco", "pango")
    words = [f"{a}{b}" for a in ("Joco", "Nochis", "Ato", "Tepa", "Xo", "Mal") for b in ends]
    names = [" ".join(rng.choice(words, 2, replace=False)) for _ in range(count)]
    return [replace(CLUB, record_id=str(i), name=name) for i, name in enumerate(names)]


def test_of_a_short_list_every_pair_is_compared_for_itself() -> None:
    assert set(_stands_for(*_unlike(60))) == {0, 1}


def test_of_a_long_list_some_unlikely_pairs_stand_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a short list would compare is counted, within a tenth, however few are compared."""
    drafts = _unlike(120)
    whole = sum(_stands_for(*drafts))
    monkeypatch.setattr(worth, "_ALL", 30)
    found = _stands_for(*drafts)
    assert set(found) == {0, 1, 5}
    assert abs(sum(found) - whole) < whole / 10
    assert sum(n > 0 for n in found) < 0.7 * whole
