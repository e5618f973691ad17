"""Suggestions while someone types, and the words that were likely meant."""

from __future__ import annotations

import pytest

from oriundo.base.places.gazetteer import gazetteer
from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.atlas.question import Question
from oriundo.insight.atlas.row import Home
from oriundo.insight.atlas.suggesting import Suggestion
from tests.insight.atlas.text.rows import row


def key_of(name: str, code: str) -> str:
    within = gazetteer().by_code("iso-3166-2", code)
    return next(place.key for place in gazetteer().named(name, within) if place.level == "locality")


DALLAS, DENVER = key_of("Dallas", "US-TX"), key_of("Denver", "US-CO")
NEW_ORLEANS = key_of("New Orleans", "US-LA")
JEREZ = key_of("Jerez de García Salinas", "MX-ZAC")
FROM_JEREZ = (Home("MEX", "MX-ZAC", JEREZ, None, None),)


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas.of(
        [
            row("Club Jerez", city=DALLAS, homes=FROM_JEREZ, public_id="one"),
            row("Club Jerez", city=DALLAS, homes=FROM_JEREZ, public_id="two"),
            row("Club Deportivo Dallas", city=DENVER, public_id="three"),
            row("Amigos de Nochistlán", city=NEW_ORLEANS, public_id="four"),
        ]
    )


def test_places_and_organizations_with_how_many_each_gives(atlas: Atlas) -> None:
    assert atlas.suggest("dall", "es") == (
        Suggestion("city", DALLAS, "Dallas, Texas", 2),
        Suggestion("organization", "three", "Club Deportivo Dallas", 1),
    )


def test_a_name_that_several_bear_is_suggested_once(atlas: Atlas) -> None:
    assert atlas.suggest("club j", "es") == (Suggestion("name", "Club Jerez", "Club Jerez", 2),)


def test_hometowns_stand_first(atlas: Atlas) -> None:
    assert atlas.suggest("Jére", "es")[0] == Suggestion(
        "hometown", JEREZ, "Jerez de García Salinas, Zacatecas", 2
    )


@pytest.mark.parametrize("typed", ["nochistlan", "nochislt", "Nochitlán", "amigos noch"])
def test_a_slip_is_forgiven(atlas: Atlas, typed: str) -> None:
    assert [one.value for one in atlas.suggest(typed, "es")] == ["four"]


def test_a_slip_in_the_beginning_of_a_city_is_forgiven(atlas: Atlas) -> None:
    assert next(one.value for one in atlas.suggest("denber", "es")) == DENVER


def test_a_later_word_of_a_place_will_do(atlas: Atlas) -> None:
    assert [one.value for one in atlas.suggest("orleans", "en")] == [NEW_ORLEANS]


def test_places_are_named_in_the_language_of_the_reader(atlas: Atlas) -> None:
    labels = [atlas.suggest("orleans", language)[0].label for language in ("en", "es")]
    assert labels == ["New Orleans, Louisiana", "Nueva Orleans, Luisiana"]


def test_no_more_than_the_limit_and_nothing_for_one_letter(atlas: Atlas) -> None:
    assert len(atlas.suggest("cl", "es", 1)) == 1
    assert atlas.suggest("c", "es") == ()


def test_each_suggestion_gives_as_many_as_it_says(atlas: Atlas) -> None:
    for one in atlas.suggest("de", "es"):
        if one.sort in {"city", "hometown"}:
            assert atlas.total(Question(filters={one.sort: one.value})) == one.count


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("nochixtln dallas", "nochistlan"),
        ("klub denver", "club"),
        ("amigos jerez", "amigos"),
        ("klub nochistlan", "nochistlan"),
        ("qqqqq", ""),
    ],
)
def test_the_nearest_words_find_something(atlas: Atlas, words: str, expected: str) -> None:
    assert (atlas.nearest(words), atlas.total(Question(words))) == (expected, 0)
