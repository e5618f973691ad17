"""A word on a pair is kept once, applied when asked, and taken back with all that followed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from oriundo.base.audit.models import Entry
from oriundo.collect.matching.models import Judgment
from oriundo.domain.directory import actions
from oriundo.domain.directory.actions.decide import JudgedMeanwhile
from oriundo.domain.directory.actions.merge import Contradicted
from oriundo.domain.directory.actions.repaint import NotAllowed
from oriundo.domain.directory.models import Fact, FormerId, Link, Organization
from oriundo.domain.directory.queries.judging import Asked
from oriundo.domain.directory.queries.public import resolve
from tests.domain.directory.desk import a_directory, a_pair, an_operator, key, of, rebuild
from tests.factories import NOON, a_user

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(minutes=1)


@pytest.fixture
def records(tmp_path):
    return a_directory(tmp_path, "1", "2", "5", "6")


@pytest.fixture
def ana():
    return an_operator()


def said(left, right, verdict, by, *, seen=0, at=NOON, why=""):
    asked = Asked(key(left), key(right), (left.pk, right.pk), seen)
    return actions.decide(asked=asked, verdict=verdict, why=why, by=by, at=at)


def in_force():
    return [(j.left[1], j.right[1], j.verdict) for j in Judgment.objects.in_force().order_by("pk")]


def everything():
    """What the public and the desk would see of every organization."""
    return {
        "organizations": list(Organization.objects.order_by("pk").values()),
        "links": sorted(Link.objects.values_list("record_id", "organization")),
        "facts": sorted(
            Fact.objects.values_list("organization", "field", "value", "chosen", "published_to")
        ),
        "former": sorted(FormerId.objects.values_list("public_id", "organization", "reason")),
    }


def test_a_word_waits_for_the_next_rebuild(records, ana):
    said(records["1"], records["5"], "same", ana, why="one club")
    assert of(records["1"]) != of(records["5"])
    rebuild()
    assert of(records["1"]) == of(records["5"])


def test_an_applied_word_is_seen_at_once_and_the_old_identifier_leads_there(records, ana):
    old = of(records["5"]).public_id
    word = said(records["1"], records["5"], "same", ana)
    [whole] = actions.apply(judgment=word, by=ana, at=LATER)
    assert of(records["5"]) == of(records["1"]) == whole
    found = resolve(old)
    assert ([x.public_id for x in found.listings], found.reason) == ([whole.public_id], "merged")


def test_a_rebuild_after_applying_changes_nothing(records, ana):
    word = said(records["1"], records["5"], "same", ana)
    actions.apply(judgment=word, by=ana, at=LATER)
    before = everything()
    rebuild()
    assert everything() == before


def test_undo_gives_everything_back(records, ana):
    before = everything()
    word = said(records["1"], records["5"], "same", ana)
    actions.apply(judgment=word, by=ana, at=LATER)
    word.refresh_from_db()
    actions.undo(judgment=word, by=ana, at=LATER)
    assert everything() == before
    assert in_force() == []


def test_undo_of_two_merges_in_the_order_in_which_they_were_made(records, ana):
    """The first merge is taken back while the second holds, then the second."""
    before = everything()
    first = said(records["1"], records["5"], "same", ana)
    actions.apply(judgment=first, by=ana, at=LATER)
    second = said(records["1"], records["6"], "same", ana, at=LATER + timedelta(minutes=1))
    actions.apply(judgment=second, by=ana, at=LATER + timedelta(minutes=2))
    actions.undo(judgment=first, by=ana, at=LATER + timedelta(minutes=3))
    assert of(records["6"]) == of(records["1"]) != of(records["5"])
    actions.undo(judgment=second, by=ana, at=LATER + timedelta(minutes=4))
    assert everything() == before
    assert in_force() == []


def test_every_old_identifier_leads_through_two_merges(records, ana):
    one, other, whole = (of(records[i]) for i in ("1", "5", "6"))
    ids = [o.public_id for o in (one, other, whole)]
    actions.merge(into=other, other=one, by=ana, why="", at=NOON)
    actions.merge(into=whole, other=other, by=ana, why="", at=LATER)
    leads = {i: [x.public_id for x in resolve(i).listings] for i in ids}
    assert list(leads.values()) == [[whole.public_id]] * 3


def test_undo_puts_in_force_what_the_word_replaced(records, ana):
    doubt = said(records["1"], records["5"], "unsure", ana, why="ask the consul")
    word = said(records["1"], records["5"], "same", ana, seen=doubt.pk, at=LATER)
    actions.undo(judgment=word, by=ana, at=LATER + timedelta(minutes=1))
    restored = Judgment.objects.in_force().get()
    assert (restored.verdict, restored.why, restored.by, restored.at) == (
        "unsure",
        "ask the consul",
        ana,
        NOON,
    )


def test_a_merge_that_somebody_else_also_asks_for_stays(records, ana):
    beto = a_user("operator", name="beto")
    word = said(records["1"], records["5"], "same", ana)
    actions.apply(judgment=word, by=ana, at=LATER)
    other = said(records["5"], records["6"], "same", beto, at=LATER)
    actions.apply(judgment=other, by=beto, at=LATER + timedelta(minutes=1))
    said_too = said(records["1"], records["6"], "same", beto, seen=seen(records, "1", "6"))
    actions.undo(judgment=other, by=beto, at=LATER + timedelta(minutes=2))
    assert of(records["1"]) == of(records["6"])
    actions.undo(judgment=said_too, by=beto, at=LATER + timedelta(minutes=3))
    assert of(records["1"]) == of(records["5"]) != of(records["6"])


def seen(records, left, right):
    word = Judgment.objects.of_pair(key(records[left]), key(records[right])).in_force().first()
    return word.pk if word else 0


def test_a_word_said_on_what_is_not_shown_any_more_is_refused(records, ana):
    beto = a_user("operator", name="beto")
    first = said(records["1"], records["5"], "different", beto)
    with pytest.raises(JudgedMeanwhile) as refused:
        said(records["1"], records["5"], "same", ana)
    assert refused.value.judgment == first
    assert in_force() == [("1", "5", "different")]


def test_a_merge_against_somebody_s_word_is_refused_whole(records, ana):
    said(records["5"], records["6"], "different", ana)
    word = said(records["1"], records["5"], "same", ana)
    actions.apply(judgment=word, by=ana, at=LATER)
    second = said(records["1"], records["6"], "same", ana, at=LATER)
    before = everything()
    with pytest.raises(Contradicted):
        actions.apply(judgment=second, by=ana, at=LATER)
    assert everything() == before


def test_nothing_is_applied_where_something_differs_or_nobody_is_sure(records, ana):
    for verdict in ("different", "unsure"):
        word = said(records["1"], records["6"], verdict, ana, seen=seen(records, "1", "6"))
        assert actions.apply(judgment=word, by=ana, at=LATER) == []


def test_who_may_not_edit_may_judge_and_not_apply(records):
    officer = a_user("consular", "MEX", name="officer")
    officer.roles.update(district="US-CA")
    word = said(records["1"], records["5"], "same", officer)
    with pytest.raises(NotAllowed):
        actions.apply(judgment=word, by=officer, at=LATER)
    assert of(records["1"]) != of(records["5"])


def test_only_who_said_it_or_an_operator_takes_it_back(records, ana):
    word = said(records["1"], records["5"], "same", a_user("authority", "MEX", name="mex"))
    with pytest.raises(NotAllowed):
        actions.undo(judgment=word, by=a_user("authority", "MEX", name="mex2"), at=LATER)
    actions.undo(judgment=word, by=ana, at=LATER)
    assert in_force() == []


def test_every_act_leaves_its_entry_in_the_log(records, ana):
    Entry.objects.last()
    before = Entry.objects.count()
    word = said(records["1"], records["5"], "same", ana, why="Lupe says so, 213 555 0101")
    actions.apply(judgment=word, by=ana, at=LATER)
    actions.undo(judgment=word, by=ana, at=LATER)
    entries = list(Entry.objects.order_by("pk"))[before:]
    assert [entry.verb for entry in entries] == [
        "pair.judged",
        "organization.merged",
        "judgment.retracted",
        "organization.unmerged",
    ]
    assert {entry.actor for entry in entries} == {f"user:{ana.pk}"}
    assert "Lupe" not in str([entry.details for entry in entries])


def test_several_records_are_said_to_be_one_and_taken_back_together(records, ana):
    before = everything()
    one, other, third = records["1"], records["5"], records["6"]
    pairs = [(one, other), (one, third)]
    asked = [Asked(key(a), key(b), (a.pk, b.pk), 0) for a, b in pairs]
    word = actions.decide_all(asked=asked, verdict="same", why="", by=ana, at=NOON)
    [whole] = actions.apply(judgment=word, by=ana, at=LATER)
    assert {of(r) for r in (one, other, third)} == {whole}
    actions.undo(judgment=word, by=ana, at=LATER)
    assert everything() == before


def test_a_split_is_taken_back_and_the_new_identifier_leads_back(records, ana):
    word = said(records["1"], records["5"], "same", ana)
    [whole] = actions.apply(judgment=word, by=ana, at=LATER)
    links = sorted(Link.objects.values_list("record_id", "organization"))
    parted_at = LATER + timedelta(minutes=1)
    new = actions.split(
        organization=whole, records=[key(records["5"])], by=ana, why="two", at=parted_at
    )
    split = Judgment.objects.in_force().get(verdict="different")
    actions.undo(judgment=split, by=ana, at=parted_at + timedelta(minutes=1))
    assert sorted(Link.objects.values_list("record_id", "organization")) == links
    assert in_force() == [("1", "5", "same")]
    assert [x.public_id for x in resolve(new.public_id).listings] == [whole.public_id]
    assert resolve(whole.public_id).reason == ""


def test_a_pair_of_which_one_record_is_in_no_organization_waits(tmp_path, ana):
    records = a_directory(tmp_path, "1", "7")
    a_pair(records["1"], records["7"])
    word = said(records["1"], records["7"], "same", ana)
    assert actions.apply(judgment=word, by=ana, at=LATER) == []
    rebuild()
    assert of(records["7"]) == of(records["1"])
