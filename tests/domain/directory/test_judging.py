"""The queue: in order, by part, without what is decided or needs no decision."""

from __future__ import annotations

from datetime import timedelta

import pytest

from oriundo.collect.matching.actions import judge, replace_review
from oriundo.collect.matching.models import Pair
from oriundo.collect.matching.review import MatchedPair
from oriundo.collect.sources.actions import import_release
from oriundo.collect.sources.models import Record
from oriundo.domain.directory import actions
from oriundo.domain.directory.queries import groups, judging
from oriundo.domain.directory.queries.judging import Chosen
from tests.domain.directory.desk import COLUMN, a_directory, a_pair, an_operator, key, of
from tests.factories import NOON, a_file, a_source, imported

pytestmark = pytest.mark.django_db


@pytest.fixture
def records(tmp_path):
    return a_directory(tmp_path, "1", "2", "3", "5", "6")


@pytest.fixture
def ana():
    return an_operator()


def ends(pairs):
    return [f"{pair.left.record_id}-{pair.right.record_id}" for pair in pairs]


def said(records, left, right, verdict, by=None, at=NOON):
    return judge(
        left=key(records[left]), right=key(records[right]), verdict=verdict, why="", by=by, at=at
    )


def test_the_most_valuable_decision_comes_first_and_equals_in_their_own_order(records, ana):
    for left, right, value in (("1", "2", 0.5), ("1", "5", 2.0), ("1", "6", 0.5)):
        a_pair(records[left], records[right], value=value)
    assert ends(judging.waiting(ana)) == ["1-5", "1-2", "1-6"]


def test_neighbors_follow_that_order(records, ana):
    pairs = [
        a_pair(records["1"], records[right], value=value)
        for right, value in (("2", 0.5), ("5", 2.0), ("6", 0.5))
    ]
    waiting = judging.waiting(ana)
    assert judging.neighbors(waiting, pairs[0]) == (pairs[1], pairs[2])
    assert judging.neighbors(waiting, pairs[1]) == (None, pairs[0])


def test_what_is_decided_does_not_wait_and_doubts_wait_apart(records, ana):
    for right in ("2", "3", "5", "6"):
        a_pair(records["1"], records[right])
    said(records, "1", "2", "different")
    said(records, "3", "1", "unsure")
    said(records, "1", "5", "same")
    assert ends(judging.waiting(ana)) == ["1-6"]
    assert ends(judging.put_off(ana)) == ["1-3"]


def test_two_records_that_came_into_one_organization_need_no_decision(records, ana):
    a_pair(records["5"], records["6"])
    a_pair(records["2"], records["6"])
    for other in ("5", "6"):
        actions.merge(into=of(records["1"]), other=of(records[other]), by=None, why="", at=NOON)
    assert ends(judging.waiting(ana)) == ["2-6"]


def test_a_pair_whose_record_vanished_from_its_source_does_not_wait(records, ana, tmp_path):
    a_pair(records["1"], records["5"])
    a_pair(records["1"], records["6"])
    rows = [COLUMN[i] for i in ("1", "2", "3", "6")]
    path = a_file(tmp_path, *rows, name="next.csv")
    import_release(source=a_source(), path=path, at=NOON + timedelta(1), actor="test")
    assert ends(judging.waiting(ana)) == ["1-6"]


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (Chosen(), ["1-2", "2-3", "5-6"]),
        (Chosen(region="US-NV"), ["5-6"]),
        (Chosen(region="US-TX"), ["1-2", "2-3"]),
        (Chosen(country="CAN"), []),
        (Chosen(source="ngo"), []),
        (Chosen(source="official", region="US-CA"), ["1-2", "5-6"]),
        (Chosen(words="CARGADERO"), ["5-6"]),
        (Chosen(words="houston social"), ["1-2"]),
    ],
)
def test_a_part_of_the_queue(records, ana, chosen, found):
    for left, right in (("1", "2"), ("2", "3"), ("5", "6")):
        a_pair(records[left], records[right])
    assert ends(judging.waiting(ana, chosen)) == found


def test_each_choice_says_how_many_pairs_it_would_give(records, ana):
    for left, right in (("1", "2"), ("2", "3"), ("5", "6")):
        a_pair(records[left], records[right])
    counted = {name: dict(c) for name, c in judging.options(judging.waiting(ana)).items()}
    assert counted == {
        "country": {"USA": 3},
        "region": {"US-CA": 2, "US-TX": 2, "US-IL": 1, "US-NV": 1},
        "source": {"official": 3},
    }


@pytest.mark.parametrize("number", [1, 3])
def test_choices_are_counted_in_one_question_for_any_number_of_pairs(
    records, ana, django_assert_num_queries, number
):
    for right in ("2", "5", "6")[:number]:
        a_pair(records["1"], records[right])
    waiting = judging.waiting(ana)
    with django_assert_num_queries(1):
        judging.options(waiting)


def test_decisions_of_the_day_are_counted_by_act(records, ana):
    said(records, "1", "2", "same", ana)
    said(records, "1", "3", "same", ana)
    said(records, "1", "5", "same", ana, at=NOON + timedelta(1))
    assert judging.acts_since(ana, NOON) == 2
    assert judging.acts_since(ana, NOON + timedelta(hours=1)) == 1
    assert [w.right[1] for w in judging.last_acts(ana, limit=9)] == ["5", "2"]


def test_a_group_holds_what_waiting_pairs_and_organizations_join(records, ana, tmp_path):
    asked = a_pair(records["1"], records["6"])
    a_pair(records["2"], records["6"])
    actions.merge(into=of(records["1"]), other=of(records["5"]), by=None, why="", at=NOON)
    group = groups.group_of(ana, asked)
    assert [m.draft.record_id for m in group.members] == ["1", "6", "5", "2"]
    assert (ends(group.pairs), group.more) == (["1-6", "2-6"], 0)


def test_a_large_group_says_how_many_are_left_out(tmp_path, ana):
    rows = [f"{n},Club {n},Reno,NV,US,+1 775 555 01{n:02},,Mexico,," for n in range(10, 22)]
    imported(tmp_path, *rows)
    first, *others = Record.objects.order_by("row")
    pairs = [a_pair(first, other) for other in others]
    group = groups.group_of(ana, pairs[0])
    assert (len(group.members), group.more) == (8, 4)


def test_the_run_leaves_pairs_that_can_be_found_by_name_and_place(tmp_path, ana):
    records = a_directory(tmp_path, "1", "5")
    rows = {key(record): record.pk for record in records.values()}
    left, right = sorted(rows)
    weighed = ("the same telephone number", {"left": "x"})
    bare = ("in the same city: %(left)s", {"left": "los angeles"})
    replace_review(
        [MatchedPair(left, right, 0.4, (weighed, bare), (5.5, 0.0), value=1.5)],
        rows,
    )
    pair = Pair.objects.get()
    assert pair.value == 1.5
    assert pair.reasons == [
        ["the same telephone number", {"left": "x"}, 5.5],
        ["in the same city: %(left)s", {"left": "los angeles"}, 0.0],
    ]
    assert ends(judging.waiting(ana, Chosen(words="jérez ángeles"))) == ["1-5"]
