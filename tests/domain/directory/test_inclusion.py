from __future__ import annotations

from dataclasses import replace

import pytest

from oriundo.domain.directory.inclusion import ASKED, REASONS, Candidate, Scope, exclusion

CLUB = Candidate(diaspora=True, origin="MEX", residence_country="USA", reachable=True, members=None)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"members": 25}, ""),
        ({"members": 24}, "too_small"),
        ({"members": 2, "origin": "SLV"}, ""),
        ({"residence_country": ""}, ""),
        ({"residence_country": "ESP"}, "outside_scope"),
        ({"reachable": False}, "no_contact"),
        ({"reachable": False, "members": 2}, "no_contact"),
        ({"diaspora": False}, "not_diaspora"),
        ({"diaspora": None, "origin": ""}, "not_diaspora"),
        ({"origin": ""}, "origin_unknown"),
        ({"origin": "COL"}, "origin_outside"),
    ],
)
def test_a_candidate_is_left_out_for_one_reason(changes, reason):
    assert exclusion(replace(CLUB, **changes), Scope()) == reason


def test_every_reason_has_its_sentence():
    scope = Scope()
    given = {
        exclusion(replace(CLUB, **changes), scope)
        for changes in (
            {"diaspora": False},
            {"origin": ""},
            {"origin": "COL"},
            {"residence_country": "ESP"},
            {"reachable": False},
            {"members": 2},
        )
    }
    assert given == set(REASONS) - {"no_record", ASKED}
