"""Organizations that a careless pipeline would take for one."""

from __future__ import annotations

from collections import defaultdict

from oriundo.interfaces.demonstration.truth import truth


def test_towns_have_clubs_in_several_divisions_but_never_two_in_one() -> None:
    places = defaultdict(list)
    for one in truth():
        if one.hometown:
            places[one.home, one.hometown].append(one.division)
    assert all(len(set(divisions)) == len(divisions) for divisions in places.values())
    assert sum(len(divisions) > 1 for divisions in places.values()) > 50


def test_ten_member_clubs_answer_at_the_telephone_of_their_federation() -> None:
    federations = {one.phone: one for one in truth() if one.structure == "coalition" and one.phone}
    clubs = [one for one in truth() if one.hometown and one.phone in federations]
    assert len(clubs) == 10
    assert {federations[one.phone].home == one.home for one in clubs} == {True}


def test_twelve_chapters_share_the_website_of_their_parent() -> None:
    parents = {one.website: one.name for one in truth() if "Capítulo" not in one.name}
    chapters = [one for one in truth() if "Capítulo" in one.name]
    assert len(chapters) == 12
    assert all(one.name.startswith(f"{parents[one.website]}, ") for one in chapters)
