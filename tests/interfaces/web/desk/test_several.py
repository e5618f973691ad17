"""Several records of a group judged at once, or parted from their organization."""

from __future__ import annotations

import pytest

from oriundo.collect.matching.actions import judge
from oriundo.collect.matching.models import Judgment
from oriundo.domain.directory import actions
from tests.domain.directory.desk import a_pair, key, of
from tests.factories import NOON
from tests.interfaces.web import cast
from tests.interfaces.web.desk.pairs import address, words

pytestmark = pytest.mark.django_db


def test_several_records_are_said_to_be_one_at_once(desk, pair, records):
    rows = [str(records[i].pk) for i in ("1", "5", "6")]
    form = {"verdict": "same", "record": rows, "all_seen": ""}
    desk.post(address(pair, "several/"), form)
    assert words() == [("1", "5", "same"), ("1", "6", "same"), ("5", "6", "same")]


def test_several_that_somebody_judged_meanwhile_are_refused_whole(desk, pair, records):
    page = desk.get(address(pair))
    judge(
        left=key(records["5"]),
        right=key(records["6"]),
        verdict="different",
        why="",
        by=None,
        at=NOON,
    )
    [shown] = cast.values(page, "all_seen")
    rows = [str(records[i].pk) for i in ("1", "5", "6")]
    form = {"verdict": "same", "record": rows, "all_seen": shown}
    page = desk.post(address(pair, "several/"), form)
    assert (page.status_code, cast.seen(page, "p", "wrong")) == (
        409,
        ["The group has changed while you were looking. Mark again."],
    )
    assert words() == [("5", "6", "different")]


def test_one_record_alone_is_no_several(desk, pair, records):
    form = {"verdict": "same", "record": [str(records["1"].pk)], "all_seen": ""}
    page = desk.post(address(pair, "several/"), form)
    assert cast.seen(page, "p", "wrong") == ["Mark two records or more."]


def test_a_record_outside_the_group_cannot_be_marked(desk, pair, records):
    rows = [str(records[i].pk) for i in ("1", "2")]
    form = {"verdict": "same", "record": rows, "all_seen": ""}
    assert desk.post(address(pair, "several/"), form).status_code == 409
    assert words() == []


def test_a_word_on_two_of_several_that_was_not_shown_refuses_them_all(desk, pair, records):
    a_pair(records["1"], records["6"])
    judge(
        left=key(records["5"]),
        right=key(records["6"]),
        verdict="different",
        why="",
        by=None,
        at=NOON,
    )
    rows = [str(records[i].pk) for i in ("1", "5", "6")]
    form = {"verdict": "same", "record": rows, "all_seen": ""}
    assert desk.post(address(pair, "several/"), form).status_code == 409
    shown = str(Judgment.objects.get().pk)
    assert desk.post(address(pair, "several/"), form | {"all_seen": shown}).status_code == 302
    assert words() == [("1", "5", "same"), ("1", "6", "same"), ("5", "6", "same")]


def test_marked_records_are_parted_from_their_organization_and_put_back(desk, pair, records):
    actions.merge(into=of(records["5"]), other=of(records["1"]), by=None, why="", at=NOON)
    other = a_pair(records["1"], records["6"])
    page = desk.post(
        address(other, "part/"), {"record": [str(records["1"].pk)], "why": "two"}, follow=True
    )
    assert of(records["1"]) != of(records["5"])
    [undo] = [a for a in cast.attributes(page, "form", "action") if a.endswith("/undo/")]
    desk.post(undo, {"back": "/en/desk/"})
    assert of(records["1"]) == of(records["5"])
    assert words() == [("1", "5", "same")]
