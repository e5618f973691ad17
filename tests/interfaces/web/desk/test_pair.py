"""The page of a pair: what a person reads, says, sees happen and takes back."""

from __future__ import annotations

import pytest

from oriundo.collect.matching.actions import judge
from oriundo.collect.matching.models import Judgment
from oriundo.domain.directory import actions
from tests.domain.directory.desk import a_directory, a_pair, key, of
from tests.factories import NOON
from tests.interfaces.web import cast
from tests.interfaces.web.desk.people import person, signed_in

pytestmark = pytest.mark.django_db

REASONS = [
    ("the same telephone number", {"left": "+12135550101", "right": "+12135550101"}, 5.5),
    ("the names differ", {"left": "club social jerez", "right": "comite"}, -8.0),
    ("in the same city: %(left)s", {"left": "los angeles", "right": "los angeles"}, 1.5),
]


@pytest.fixture
def records(tmp_path):
    return a_directory(tmp_path, "1", "2", "5", "6")


@pytest.fixture
def pair(records):
    a_pair(records["5"], records["6"], value=1.0)
    return a_pair(records["1"], records["5"], value=2.0, probability=0.25, reasons=REASONS)


@pytest.fixture
def ana():
    return person("ana", "operator")


@pytest.fixture
def desk(client, ana):
    return signed_in(client, ana)


def address(pair, end=""):
    return f"/en/desk/pair/{pair.pk}/{end}"


def answered(desk, pair, verdict="same", **more):
    return desk.post(address(pair), {"verdict": verdict, "seen": "0", **more}, follow=True)


def words():
    return [(w.left[1], w.right[1], w.verdict) for w in Judgment.objects.in_force().order_by("pk")]


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
    [seen] = [a["value"] for a in inputs(page) if a.get("name") == "seen"]
    answered(desk, pair, seen=seen, why="Lupe told me")
    assert words() == [("1", "5", "same")]


def inputs(page):
    reader = cast._Reader("input", "")
    reader.feed(page.content.decode())
    return reader.attributes


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
    [shown] = [a["value"] for a in inputs(page) if a.get("name") == "all_seen"]
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


def test_what_was_said_of_a_pair_stays_readable(desk, pair):
    answered(desk, pair, "unsure", why="ask")
    first = Judgment.objects.get()
    answered(desk, pair, "different", seen=str(first.pk), why="asked")
    told = cast.seen(desk.get(address(pair)), "ol", "said")[0]
    assert told.replace("  ", " ").startswith("different organizations you")
    assert "“asked”unsure no longer holds you" in told


def test_in_spanish_it_is_spanish(desk, pair):
    page = desk.get(f"/es/mesa/par/{pair.pk}/")
    assert cast.seen(page, "h1") == ["¿Es la misma organización?"]
    assert cast.seen(page, "button")[1:4] == ["La misma", "Distintas", "No sé"]
