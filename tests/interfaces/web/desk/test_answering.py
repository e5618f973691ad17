"""An answer to a pair: kept, applied, taken back, or refused with a reason."""

from __future__ import annotations

import pytest

from oriundo.collect.matching.actions import judge
from oriundo.collect.matching.models import Judgment
from oriundo.domain.directory import actions
from tests.domain.directory.desk import a_pair, key, of
from tests.factories import NOON
from tests.interfaces.web import cast
from tests.interfaces.web.desk.pairs import address, answered, words
from tests.interfaces.web.desk.people import person

pytestmark = pytest.mark.django_db


def test_an_answer_is_kept_with_its_reason_and_the_next_pair_follows(desk, pair, ana):
    page = answered(desk, pair, why="one club, two names")
    word = Judgment.objects.get()
    assert (words(), word.why, word.by) == ([("1", "5", "same")], "one club, two names", ana)
    assert page.redirect_chain[0][0].startswith("/en/desk/pair/")
    last = cast.seen(page, "div", "done")[0]
    assert last.startswith("You said: the same organization. Club Social Jerez · Comité Pro Obras")
    assert cast.seen(page, "p", "progress") == ["1 pair waits · you decided 1 today"]


def test_when_none_waits_the_queue_says_so(desk, records):
    page = answered(desk, a_pair(records["1"], records["5"]), "different")
    assert page.redirect_chain[-1][0].startswith("/en/desk/?did=")
    assert cast.seen(page, "div", "empty") == [
        "Nothing waits. Each publication may bring new pairs."
    ]


def test_unsure_puts_the_pair_on_a_list_of_its_own(desk, pair):
    answered(desk, pair, "unsure")
    page = desk.get("/en/desk/?list=unsure")
    assert cast.seen(page, "ol", "pairs")[0].startswith("Club Social Jerez / Comité Pro Obras")
    assert "1 pair in doubt" in cast.seen(desk.get("/en/desk/"), "p", "lists")


def test_applied_at_once_it_is_seen_and_undone_it_is_gone(desk, pair, records):
    page = answered(desk, pair)
    [apply] = [a for a in cast.attributes(page, "form", "action") if a.endswith("/apply/")]
    page = desk.post(apply, {"back": "/en/desk/"}, follow=True)
    whole = of(records["1"])
    assert whole == of(records["5"])
    assert f"They are one organization now, number {whole.public_id}." in page.content.decode()
    [undo] = [a for a in cast.attributes(page, "form", "action") if a.endswith("/undo/")]
    page = desk.post(undo, {"back": "/en/desk/"}, follow=True)
    assert cast.seen(page, "p", "done") == ["Taken back. All is as it was before."]
    assert (of(records["1"]) == of(records["5"]), words()) == (False, [])
    assert cast.seen(page, "strong", "left") == ["2 pairs wait"]


def test_what_cannot_be_applied_says_why_and_changes_nothing(desk, pair, records):
    answered(desk, pair)
    word = Judgment.objects.get()
    actions.merge(into=of(records["5"]), other=of(records["6"]), by=None, why="", at=NOON)
    Judgment.objects.create(
        left_source="official", left_id="1", right_source="official", right_id="6",
        verdict="different", at=NOON,
    )  # fmt: skip
    page = desk.post(f"/en/desk/decided/{word.pk}/apply/", {"back": "/en/desk/"}, follow=True)
    assert cast.seen(page, "p", "refused") == [
        "A person decided that official/1 and official/6 are different. "
        "Look at that decision first. Nothing was changed."
    ]
    assert of(records["1"]) != of(records["5"])
    assert cast.seen(desk.get("/en/desk/"), "p", "refused") == []


def test_a_pair_judged_meanwhile_is_told_and_the_own_word_is_not_lost(desk, pair, records):
    beto = person("beto", "authority", "MEX")
    judge(
        left=key(records["1"]),
        right=key(records["5"]),
        verdict="different",
        why="",
        by=beto,
        at=NOON,
    )
    page = answered(desk, pair, why="Lupe told me")
    assert page.status_code == 409
    assert cast.seen(page, "p", "wrong") == [
        "Somebody decided on this pair while you were looking at it. "
        "Beto@example.org said: different organizations. "
        "Look at what they said. Your own word is not lost: say it again."
    ]
    assert cast.seen(page, "textarea", "why") == ["Lupe told me"]
    assert words() == [("1", "5", "different")]
    [seen] = cast.values(page, "seen")
    answered(desk, pair, seen=seen, why="Lupe told me")
    assert words() == [("1", "5", "same")]


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"verdict": "perhaps"}, "Choose one of the three answers."),
        (
            {"verdict": "same", "why": "call +1 213 555 0199"},
            "Leave out telephone numbers, addresses and numbers of papers: "
            "say where it is written.",
        ),
    ],
)
def test_what_cannot_be_kept_is_said_and_what_was_typed_stays(desk, pair, form, told):
    page = desk.post(address(pair), {"seen": "0", **form})
    assert (page.status_code, words()) == (422, [])
    assert cast.seen(page, "p", "wrong") == [told]
    assert cast.seen(page, "textarea", "why") == [form.get("why", "")]


def test_later_puts_a_pair_behind_and_keeps_no_word(desk, pair, records):
    page = desk.post(address(pair, "skip/"), follow=True)
    other = page.context["pair"]
    assert (other.left.record_id, other.right.record_id) == ("5", "6")
    page = desk.post(address(other, "skip/"), follow=True)
    assert (page.context["pair"], words()) == (pair, [])


def test_what_was_said_of_a_pair_stays_readable(desk, pair):
    answered(desk, pair, "unsure", why="ask")
    first = Judgment.objects.get()
    answered(desk, pair, "different", seen=str(first.pk), why="asked")
    told = cast.seen(desk.get(address(pair)), "ol", "said")[0]
    assert told.replace("  ", " ").startswith("different organizations you")
    assert "“asked”unsure no longer holds you" in told
