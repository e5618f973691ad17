from __future__ import annotations

import random
from dataclasses import replace

import pytest

from oriundo.collect.matching.match import ANY_TABLE, Settings, match
from oriundo.collect.matching.rulings import Ruling
from oriundo.collect.sources.drafts import Draft

CLUB = Draft(
    source="a.csv",
    record_id="1",
    row=1,
    name="Club Social Tlaltenango de Waukegan",
    city="Waukegan",
    region="IL",
    country="USA",
    phones=("+18475550101",),
)
SAME = replace(CLUB, source="b.csv", name="TLALTENANGO SOCIAL CLUB OF WAUKEGAN, INC.")
ELSEWHERE = replace(CLUB, source="c.csv", city="Fresno", region="CA", phones=("+15595550102",))


def _groups(*drafts: Draft, judgments: tuple[Ruling, ...] = ()) -> list[list[str]]:
    matched = match(drafts, judgments=judgments)
    return [[source for source, _ in cluster] for cluster in matched.clusters]


def test_one_club_in_two_languages_is_one_organization() -> None:
    assert _groups(CLUB, SAME) == [["a.csv", "b.csv"]]


def test_two_clubs_of_one_town_in_two_states_are_two() -> None:
    assert _groups(CLUB, ELSEWHERE) == [["a.csv"], ["c.csv"]]


def test_two_clubs_of_one_town_in_two_cities_of_a_state_are_two() -> None:
    club = replace(CLUB, name="Club Social Tlaltenango", phones=())
    assert _groups(club, replace(club, source="c.csv", city="Rockford")) == [["a.csv"], ["c.csv"]]


@pytest.mark.parametrize(
    "other",
    [
        "Federación de Clubes de Tlaltenango de Waukegan",
        "Club Social Femenil Tlaltenango de Waukegan",
        "Club Social Tlaltenango de Waukegan, Capítulo Norte",
        "Club Social Tlaltenango de Waukegan 2",
    ],
)
def test_a_sister_organization_that_shares_every_contact_is_left_to_a_person(other: str) -> None:
    house = {
        "emails": ("info@tlaltenango.example",),
        "websites": ("tlaltenango.example",),
        "address": "2085 Genesee St",
        "founded": 1998,
    }
    matched = match([replace(CLUB, **house), replace(SAME, name=other, **house)])
    assert [(len(matched.clusters), len(matched.review))] == [(2, 1)]


def test_different_registration_numbers_are_left_to_a_person() -> None:
    one = replace(CLUB, registration_numbers=("123456789",))
    matched = match([one, replace(SAME, registration_numbers=("987654321",))])
    assert [(len(matched.clusters), len(matched.review))] == [(2, 1)]


def test_an_acronym_and_its_name_on_one_telephone_are_one() -> None:
    short = replace(CLUB, name="COTSA")
    long = replace(SAME, name="Comunidades Transnacionales Salvadoreñas")
    assert _groups(short, long) == [["a.csv", "b.csv"]]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_inputs_too_small_to_estimate_from_are_answered(count: int) -> None:
    drafts = [replace(CLUB, record_id=str(i), name=f"Club {i}", phones=()) for i in range(count)]
    matched = match(drafts)
    assert (len(matched.clusters), matched.model.estimated) == (count, False)


def test_every_record_comes_out_once_whatever_the_order() -> None:
    drafts = [replace(CLUB, record_id=str(i), name=f"Club Número {i % 7}") for i in range(40)]
    shuffled = random.Random(3).sample(drafts, len(drafts))
    first, second = match(drafts), match(shuffled)
    assert sorted(k for c in first.clusters for k in c) == sorted(d.key for d in drafts)
    assert (first.clusters, first.review, first.model) == (
        second.clusters,
        second.review,
        second.model,
    )


def test_a_person_who_says_different_is_obeyed() -> None:
    ruling = Ruling(CLUB.key, SAME.key, "different")
    matched = match([CLUB, SAME], judgments=[ruling])
    assert (len(matched.clusters), matched.review) == (2, ())


def test_a_person_who_says_same_is_obeyed() -> None:
    assert _groups(CLUB, ELSEWHERE, judgments=(Ruling(CLUB.key, ELSEWHERE.key, "same"),)) == [
        ["a.csv", "c.csv"]
    ]


def test_a_ruling_on_a_record_that_is_gone_changes_nothing() -> None:
    assert _groups(CLUB, SAME, judgments=(Ruling(CLUB.key, ("gone.csv", "9"), "same"),)) == [
        ["a.csv", "b.csv"]
    ]


def test_merged_pairs_say_why() -> None:
    (pair,) = match([CLUB, SAME]).merged
    assert [sentence % values for sentence, values in pair.reasons] == [
        "the same name: “club social tlaltenango waukegan”",
        "the same telephone number",
        "in the same city: waukegan",
    ]


def test_a_large_cluster_raises_an_alarm() -> None:
    drafts = [replace(CLUB, record_id=str(i), row=i) for i in range(5)]
    (alarm,) = match(drafts, settings=Settings(large=5)).alarms
    assert (alarm.code, alarm.values) == ("large_cluster", {"records": 5, "first": "a.csv/0"})


def test_two_numbers_in_one_register_are_left_to_a_person() -> None:
    one, two = replace(CLUB, record_id="11798"), replace(CLUB, record_id="17288", row=2)
    matched = match([replace(d, phones=(), address="2085 Porter Drive") for d in (one, two)])
    assert [(len(matched.clusters), len(matched.review))] == [(2, 1)]


def test_a_name_alone_joins_nothing_without_a_person() -> None:
    one = Draft(source="a.csv", record_id="1", row=1, name="Huitzilin Headquarters")
    assert _groups(one, replace(one, source="b.csv")) == [["a.csv"], ["b.csv"]]


def _guadalupanos(**facts: object) -> list[Draft]:
    one = Draft(
        source="a.csv", record_id="1", row=1, name="Club Social Guadalupano", city="Chicago",
        region="IL", country="USA", origins=("MX",), hometown="Huanusco",
    )  # fmt: skip
    return [one, replace(one, source="b.csv", **facts)]


def test_one_name_in_one_city_is_one_club() -> None:
    assert _groups(*_guadalupanos()) == [["a.csv", "b.csv"]]


def test_two_clubs_of_one_name_and_city_and_of_two_hometowns_are_two() -> None:
    assert _groups(*_guadalupanos(hometown="Momax")) == [["a.csv"], ["b.csv"]]


def test_a_hometown_that_is_not_told_is_no_conflict() -> None:
    assert _groups(*_guadalupanos(hometown="")) == [["a.csv", "b.csv"]]


def test_clubs_of_two_peoples_are_two_whatever_else_agrees() -> None:
    mexican = replace(CLUB, name="Mexican Workers Coalition of Waukegan", origins=("MX",))
    other = replace(SAME, name="Coalición de Trabajadores Salvadoreños de Waukegan")
    assert _groups(mexican, other) == [["a.csv"], ["b.csv"]]


@pytest.mark.parametrize("ending", ["II", "Segunda", "2"])
def test_a_number_in_any_writing_tells_two_apart(ending: str) -> None:
    assert _groups(CLUB, replace(SAME, name=f"{CLUB.name} {ending}")) == [["a.csv"], ["b.csv"]]


def test_the_decision_that_settles_most_is_asked_first() -> None:
    house = {"emails": ("info@tlaltenango.example",), "address": "2085 Genesee St"}
    both = [replace(draft, **house) for draft in (CLUB, SAME)]
    wing = replace(both[0], source="d.csv", name="Club Social Femenil Tlaltenango de Waukegan")
    alone = [replace(d, city="Fresno", region="CA", record_id="2") for d in (both[0], wing)]
    matched = match([*both, wing, *alone])
    values = [pair.value for pair in matched.review]
    assert matched.review[0].left[1] == "1"
    assert values == sorted(values, reverse=True)
    assert matched.asked == 6


def test_every_reason_has_its_weight() -> None:
    (pair,) = match([CLUB, SAME]).merged
    assert len(pair.weights) == len(pair.reasons)
    assert all(weight > 0 for weight in pair.weights)


def test_where_nobody_is_asked_what_is_likely_is_joined() -> None:
    house = {"emails": ("info@tlaltenango.example",), "websites": ("tlaltenango.example",)}
    drafts = [replace(CLUB, **house), replace(SAME, name="Fundación Tlaltenango", **house)]
    assert [len(match(drafts, settings=s).clusters) for s in (Settings(), ANY_TABLE)] == [2, 1]
