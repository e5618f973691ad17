from __future__ import annotations

from collections import Counter

from oriundo.interfaces.demonstration.distractors import distractors


def test_distractors_have_one_reason_each() -> None:
    assert Counter(one.reason for one in distractors()) == {
        "not_diaspora": 67,
        "too_small": 30,
        "no_contact": 10,
        "outside_scope": 10,
    }


def test_names_that_the_study_could_not_verify_have_no_contact() -> None:
    found = [one for one in distractors() if one.reason == "no_contact"]
    assert [one.named for one in found] == [
        *(f"N{number}" for number in range(16, 24)),
        "N33",
        "N34",
    ]
    assert {(one.phone, one.email, one.website, one.address) for one in found} == {("",) * 4}


def test_small_clubs_are_mexican_with_fewer_than_25_members() -> None:
    small = [one for one in distractors() if one.reason == "too_small"]
    assert {one.origin for one in small} == {"MEX"}
    assert all(one.members is not None and one.members < 25 for one in small)
