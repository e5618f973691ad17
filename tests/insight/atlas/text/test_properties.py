"""Whatever is searched for, the index finds what the plain model does."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from oriundo.insight.atlas.atlas import COUNTED, Atlas
from oriundo.insight.atlas.question import Question
from oriundo.insight.atlas.row import Row
from oriundo.insight.atlas.text import TextIndex, advance, create
from tests.insight.atlas.text.model import fitting
from tests.insight.atlas.text.rows import row

WORDS = [
    "club",
    "clubs",
    "clubes",
    "federacion",
    "federation",
    "zacatecas",
    "zacatecano",
    "zacatecanos",
    "jerez",
    "perez",
    "york",
    "nueva",
    "new",
    "mexico",
    "mexicana",
    "mexicanos",
    "los",
    "angeles",
    "angel",
    "social",
    "sociales",
    "folklorico",
    "folk",
    "de",
    "hometown",
    "association",
    "tepechitlan",
    "tepechitlen",
    "ac",
    "f",
    "c",
]
words = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
mistyped = st.tuples(words, st.integers(0, 12), st.sampled_from("aeznk"), st.booleans()).map(
    lambda given: given[0][: given[1]] + given[2] + given[0][given[1] + given[3] :]
)
asked = st.one_of(words, mistyped, st.text(max_size=12))


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    return [
        row(
            draw(words),
            alternates=[draw(words)],
            acronyms=draw(st.lists(st.sampled_from(["FCZ", "F.C.", "CLUB"]), max_size=1)),
            hometowns=[draw(words)],
            region=draw(st.sampled_from(["", "US-NY", "US-CA"])),
            origin=draw(st.sampled_from(["", "MEX", "SLV"])),
            status=draw(st.sampled_from(["", "active", "inactive"])),
            public_id=str(number),
        )
        for number in range(draw(st.integers(0, 7)))
    ]


@settings(max_examples=60, deadline=None)
@given(rows(), asked)
def test_words_find_what_the_model_does(held: list[Row], text: str) -> None:
    found = {held[serial].public_id for serial in searched(_created(held), text, held)}
    assert found == (fitting(held, text) if found_any(text) else {row.public_id for row in held})


@settings(max_examples=25, deadline=None)
@given(rows(), asked, st.sampled_from(["active", "inactive", "unknown"]))
def test_facets_are_what_each_choice_gives(held: list[Row], text: str, status: str) -> None:
    atlas = Atlas.of(held)
    question = Question(text, {"status": status})
    for name, counted in atlas.facets(question, COUNTED).items():
        for value, count in counted.items():
            chosen = {**question.filters, name: value}
            assert atlas.total(Question(text, chosen)) == count
    single = atlas.facets(question, ["region"])["region"]
    assert sum(single.values()) == atlas.total(question)


@settings(max_examples=40, deadline=None)
@given(rows(), rows(), st.sets(st.integers(0, 6)), asked)
def test_an_index_brought_up_to_date_answers_as_a_new_one(
    old: list[Row], new: list[Row], gone: set[int], text: str
) -> None:
    now = {n: one for n, one in enumerate(old) if n not in gone} | dict(enumerate(new, 3))
    with tempfile.TemporaryDirectory() as path:
        before, after, whole = (Path(path, name) for name in ("before", "after", "whole"))
        create(before, enumerate(old))
        advance(before, after, gone, enumerate(new, 3))
        create(whole, now.items())
        assert answers(TextIndex.open(after), text) == answers(TextIndex.open(whole), text)


def answers(index: TextIndex, text: str) -> object:
    found = index.search(text)
    return found and (found.serials.tolist(), found.scores.tolist())


def found_any(text: str) -> bool:
    from oriundo.insight.atlas.text.asked import ask

    return bool(ask(text))


def searched(index: TextIndex, text: str, held: list[Row]) -> list[int]:
    found = index.search(text)
    return list(range(len(held))) if found is None else found.serials.tolist()


def _created(held: list[Row]) -> TextIndex:
    with tempfile.TemporaryDirectory() as path:
        create(Path(path), enumerate(held))
        return TextIndex.open(Path(path))
