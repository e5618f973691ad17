from __future__ import annotations

import numpy as np
import pytest

from oriundo.collect.matching import scoring
from oriundo.collect.matching.features import FEATURES
from oriundo.collect.matching.namesakes import Namesakes, namesakes
from oriundo.collect.matching.patterns import codes_of, patterns


def _told(*rows: tuple[int, dict[str, int]]) -> Namesakes | None:
    """What these patterns tell, each seen so many times, when every level weighs one bit."""
    levels = np.array([[row.get(f.name, 0) for f in FEATURES] for _, row in rows], dtype=np.int8)
    return namesakes(levels, np.array([times for times, _ in rows]), (levels > 0).astype(float))


SURE = (300, {"name": 9, "phone": 3, "email": 3})
MOVED = (100, {"name": 9, "phone": 1, "email": 3})
"""Of those who share a mail address, three in four share the telephone; all who share a telephone
share the mail address, so these 400 are counted by mail, too."""


@pytest.mark.parametrize(("scale", "by_telephone"), [(1, 836), (100, 80_348), (10_000, 8_003_466)])
def test_pairs_of_one_name_are_one_as_often_as_their_telephones_bear_out(
    scale: int, by_telephone: int
) -> None:
    """Of 2,000 pairs that give telephones 600 agree on one, which three in four do who are one:
    800, and somewhat more where few pairs tell of these three in four."""
    rows = (SURE, MOVED, (300, {"name": 9, "phone": 3}), (1300, {"name": 9, "phone": 1}))
    told = _told(*((times * scale, levels) for times, levels in rows))
    assert told is not None
    assert told.times.sum() == (2000 + 400) * scale
    assert round(told.same) == by_telephone + 400 * scale


def test_the_contact_that_tells_is_no_evidence_of_what_is_told() -> None:
    told = _told(SURE, MOVED, (600, {"name": 9, "phone": 3}))
    assert told is not None
    assert told.evidence.tolist() == [2.0, 2.0, 1.0, 2.0, 2.0]


def test_a_branch_on_its_parents_mail_says_nothing_of_namesakes() -> None:
    told = _told(SURE, MOVED, (900, {"name": 9, "wording": 5, "phone": 1, "email": 3}))
    assert told is not None
    assert (told.times.sum(), round(told.same)) == (800, 800)


def test_few_pairs_tell_nothing() -> None:
    assert _told((99, SURE[1]), (25, MOVED[1]), (1000, {"name": 9, "phone": 1})) is None


def test_a_list_full_of_namesakes_has_lower_odds_than_its_names_alone_would_say() -> None:
    """Without their telephones the base of these pairs would be -4.9."""
    kinds = [
        (900, {"name": 9, "place": 6, "phone": 3, "email": 3}),
        (300, {"name": 9, "place": 6, "phone": 1, "email": 3}),
        (600, {"name": 9, "phone": 3}),
        (3000, {"name": 9, "phone": 1}),
        (3000, {"name": 9}),
        (5000, {"name": 1, "place": 3}),
    ]
    rows = [[kind.get(f.name, 0) for f in FEATURES] for _, kind in kinds]
    levels = np.repeat(np.array(rows, dtype=np.int8), [times for times, _ in kinds], axis=0)
    found, _ = patterns(codes_of(levels))
    _, model = scoring.score(found, base=-5.0, drift=0.5, least_pairs=1000)
    assert -8.0 < model.base < -6.0
