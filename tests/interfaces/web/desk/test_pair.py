"""The page of a pair: what a person reads before answering."""

from __future__ import annotations

import pytest

from tests.domain.directory.desk import a_pair, of
from tests.interfaces.web import cast
from tests.interfaces.web.desk.pairs import REASONS, address

pytestmark = pytest.mark.django_db


def test_the_records_stand_side_by_side_with_what_their_source_wrote(desk, pair):
    page = desk.get(address(pair))
    heads = [head.split(" ", 1)[0] for head in cast.seen(page, "th")[:3]]
    assert heads == ["A", "B", "C"]
    fields = cast.seen(page, "tr", "field")
    assert fields[:3] == [
        "Name ≠".replace(" ≠", " they differ"),
        "Origin the same",
        "Country of residence the same",
    ]
    assert "phone: +1 213 555 0101" in cast.seen(page, "span", "raw")


def test_words_that_the_other_lacks_are_marked(desk, pair):
    marks = cast.seen(desk.get(address(pair)), "mark")
    assert marks[:7] == ["Club", "Social", "Jerez", "Comité", "Pro", "Obras", "El"]


def test_each_reason_says_its_weight_in_words_and_in_bits(desk, pair):
    told = cast.seen(desk.get(address(pair)), "li")
    falls = [line for line in told if line.endswith("bits")]
    assert falls == [
        "Before looking at them. slightly against −0.6 bits",
        "The same telephone number. strongly for +5.5 bits",
        "The names differ. strongly against −8 bits",
        "In the same city: los angeles. slightly for +1.5 bits",
        "In all slightly against −1.6 bits",
    ]


def test_bars_follow_one_another_from_the_first_odds_to_the_last(desk, pair):
    """The decimals are points in every language: they are coordinates."""
    for language in ("en", "es"):
        page = desk.get(f"/{language}/{'desk/pair' if language == 'en' else 'mesa/par'}/{pair.pk}/")
        xs = [float(x) for x in cast.attributes(page, "rect", "x")]
        widths = [float(x) for x in cast.attributes(page, "rect", "width")]
        ends = [round(x + w, 2) for x, w in zip(xs, widths, strict=True)]
        assert (xs[1], ends[2]) == (xs[0], ends[1])
        assert len(xs) == 5


def test_reasons_without_weights_are_a_plain_list(desk, records):
    bare = a_pair(records["1"], records["6"], reasons=[reason[:2] for reason in REASONS])
    page = desk.get(address(bare))
    assert cast.seen(page, "ul", "plain-reasons") == [
        "The same telephone number.The names differ.In the same city: los angeles."
    ]
    assert cast.attributes(page, "rect", "x") == []


def test_what_each_answer_would_change_is_said_beforehand(desk, pair, records):
    kept, old = sorted((of(records["1"]), of(records["5"])), key=lambda o: o.pk)
    page = desk.get(address(pair))
    told = cast.seen(page, "div", "choices")[0]
    assert f"The number {kept.public_id} stays. {old.public_id} goes on working" in told
    assert "One organization with 2 records from 1 source (now 1 + 1)." in told
    assert "The public directory would show 1 of them instead of 2." in told
    assert "They stay two organizations. Nothing that is shown changes." in told


def test_in_spanish_it_is_spanish(desk, pair):
    page = desk.get(f"/es/mesa/par/{pair.pk}/")
    assert cast.seen(page, "h1") == ["¿Es la misma organización?"]
    assert cast.seen(page, "button")[1:4] == ["La misma", "Distintas", "No sé"]
