from __future__ import annotations

from oriundo.collect.sources.drafts import Draft
from oriundo.domain.directory.assembly import assemble
from oriundo.domain.directory.decisions import as_raw
from oriundo.domain.directory.inclusion import Scope

CLUB = Draft(
    source="official",
    record_id="1",
    row=1,
    name="Club Social Jerez",
    country="US",
    websites=("jerez.example",),
    origins=("Mexico",),
)


def about(record_id: str) -> Draft:
    raw = as_raw(
        ("official", record_id),
        axis="objective",
        value="athletic",
        why="They say so.",
        by="user:1",
        at="2026-05-03T12:00:00+00:00",
    )
    return Draft(source="desk", record_id="d-1", row=1, name="Club Social Jerez", raw=raw)


def test_a_decision_follows_the_record_that_it_is_about():
    (found,) = assemble([CLUB, about("1")], scope=Scope()).portraits
    assert (found.objective, found.keys) == ("athletic", (("desk", "d-1"), ("official", "1")))


def test_a_decision_about_a_record_that_is_gone_is_not_lost():
    made = assemble([about("1")], scope=Scope())
    assert [portrait.keys for portrait in made.excluded] == [(("desk", "d-1"),)]
