"""Proposals: kept until a person decides, done or refused with a reason, and taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from oriundo.base.audit.models import Entry
from oriundo.collect.matching.models import Suppression
from oriundo.collect.sources.models import Record
from oriundo.domain.directory import actions as directory
from oriundo.domain.directory.actions import UnusableDecision
from oriundo.domain.directory.actions.repaint import NotAllowed
from oriundo.domain.directory.models import Exclusion, Fact, Listing, Organization
from oriundo.domain.reach import limits, queries
from oriundo.domain.reach.actions import (
    AnsweredMeanwhile,
    UnusableProposal,
    accept,
    hear,
    propose,
    refuse,
    reopen,
)
from oriundo.domain.reach.models import Proposal
from oriundo.domain.reach.rules import may_answer
from tests.domain.reach.clubs import published, rebuild
from tests.factories import NOON, a_user

pytestmark = pytest.mark.django_db

WHY = "It stands on its own page."


@pytest.fixture
def listed(tmp_path):
    return published(tmp_path)


@pytest.fixture
def operator():
    return a_user("operator", name="op")


def said(listing, kind="correction", *, sender="203.0.113.7", at=NOON, **facts):
    facts = {"why": "Lo dice su cartel."} | facts
    return propose(listing=listing, kind=kind, sender=sender, at=at, **facts)


def shown(listing, field):
    """The public values of a field and the listing's status, after what was done."""
    now = Listing.objects.filter(organization=listing.organization).first()
    return [f["value"] for f in now.facts if f["field"] == field] if now else None


def golden(listing, field):
    now = Listing.objects.get(organization=listing.organization)
    return [f["value"] for f in now.facts if f["field"] == field and f["chosen"]]


def test_a_proposal_changes_nothing_that_is_shown(listed):
    made = said(listed["Club"], field="city", instead_of="Los Angeles", value="Pasadena")
    assert (made.state, shown(listed["Club"], "city")) == ("waiting", ["Los Angeles"])


@pytest.mark.parametrize(
    ("field", "old", "new", "kept"),
    [
        ("name", "Club Social Jerez", "Club Social de Jerez", True),
        ("city", "Los Angeles", "Pasadena", True),
        ("description", "Bailes y becas", "Becas", True),
        ("members", "40", "75", True),
        ("website", "jerez.example", "clubjerez.example", False),
        ("objective", "", "athletic", True),
        ("residence", "US-CA", "US-NV", False),
    ],
)
def test_an_accepted_value_is_the_golden_one(listed, operator, field, old, new, kept):
    club = listed["Club"]
    before = {f["field"]: f["value"] for f in club.facts}
    accept(
        proposal=said(club, field=field, instead_of=old, value=new),
        why=WHY,
        by=operator,
        at=NOON,
    )
    column = "residence_region" if field == "residence" else field
    assert golden(club, column)[:1] == [new]
    if kept and old:
        assert before[field] in shown(club, column)
    if not kept and field != "residence":
        assert old not in shown(club, column)


def test_the_page_names_the_desk_its_day_and_its_reason(listed, operator):
    made = said(listed["Club"], field="city", instead_of="Los Angeles", value="Pasadena")
    accept(proposal=made, why=WHY, by=operator, at=NOON)
    now = Listing.objects.get(organization=made.organization)
    (fact,) = [f for f in now.facts if f["field"] == "city" and f["chosen"]]
    (source,) = fact["sources"]
    assert (source["kind"], source["reason_values"]["date"]) == ("desk", "2026-05-03")
    assert source["reason_values"]["why"] == WHY


def test_what_was_put_right_outlives_a_rebuild_and_a_new_list(listed, operator, tmp_path):
    made = said(listed["Club"], field="website", instead_of="jerez.example", value="club.example")
    accept(proposal=made, why=WHY, by=operator, at=NOON)
    rebuild()
    published(tmp_path, slug="again")
    assert shown(listed["Club"], "website") == ["club.example"]


@pytest.mark.parametrize("field", ["website", "description"])
def test_a_value_that_is_only_wrong_is_hidden(listed, operator, field):
    old = {"website": "jerez.example", "description": "Bailes y becas"}[field]
    accept(
        proposal=said(listed["Club"], field=field, instead_of=old),
        why=WHY,
        by=operator,
        at=NOON,
    )
    assert shown(listed["Club"], field) == []


def test_a_contact_is_shown_to_those_who_saw_the_wrong_one(listed, operator):
    club = listed["Club"]
    fact = Fact.objects.get(organization=club.organization, field="phone")
    directory.publish_contact(fact=fact, to="public", by=operator, at=NOON)
    made = said(
        Listing.objects.get(organization=club.organization),
        field="phone",
        instead_of="+12135550101",
        value="+12135550199",
    )
    accept(proposal=made, why=WHY, by=operator, at=NOON)
    assert shown(club, "phone") == ["+12135550199"]
    rebuild()
    assert shown(club, "phone") == ["+12135550199"]


def test_one_that_is_closed_stays_listed_and_says_so(listed, operator):
    made = said(listed["Club"], "closed")
    accept(proposal=made, why=WHY, by=operator, at=NOON)
    rebuild()
    assert Listing.objects.get(organization=made.organization).status == "dissolved"


def test_one_that_is_not_of_migrants_is_out_and_counted(listed, operator):
    made = said(listed["Club"], "not_of_migrants")
    accept(proposal=made, why=WHY, by=operator, at=NOON)
    once = sorted(Exclusion.objects.values_list("reason", flat=True))
    rebuild()
    assert shown(listed["Club"], "name") is None
    assert once == sorted(Exclusion.objects.values_list("reason", flat=True))
    assert once == ["not_diaspora", "not_diaspora"]


def test_two_that_are_one_are_merged(listed, operator):
    other = listed["Comité"].organization
    made = said(listed["Club"], "duplicate", other=other)
    accept(proposal=made, why=WHY, by=operator, at=NOON)
    assert Organization.objects.exclude(merged_into=None).count() == 1


def test_one_that_asks_to_be_out_is_suppressed_and_its_texts_are_erased(listed, operator):
    club = listed["Club"]
    other = said(club, field="city", instead_of="Los Angeles", value="Pasadena")
    made = said(club, "removal", asker="organization", danger=True, why="Nos amenazan.")
    accept(proposal=made, why=WHY, by=operator, at=NOON)
    other.refresh_from_db()
    made.refresh_from_db()
    assert shown(club, "name") is None
    assert Suppression.objects.get().reason == "danger"
    assert (made.why, other.state, other.value, other.why) == ("", "refused", "", "")


KINDS = {
    "correction": {"field": "website", "instead_of": "jerez.example", "value": "club.example"},
    "closed": {},
    "not_of_migrants": {},
    "duplicate": {},
    "removal": {"asker": "other"},
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("after", ["at once", "after a rebuild"])
def test_every_answer_can_be_taken_back_with_all_that_followed(listed, operator, kind, after):
    facts = dict(KINDS[kind])
    if kind == "duplicate":
        facts["other"] = listed["Comité"].organization
    before = _all_that_is_shown()
    made = said(listed["Club"], kind, **facts)
    done = accept(proposal=made, why=WHY, by=operator, at=NOON)
    assert _all_that_is_shown() != before
    if after == "after a rebuild":
        rebuild()
    again = reopen(proposal=done, by=operator, at=NOON)
    assert (again.state, _all_that_is_shown()) == ("waiting", before)
    rebuild()
    assert _all_that_is_shown() == before


def _all_that_is_shown():
    kept = ("public_id", "name", "status", "residence_region", "objective", "relay")
    told = [
        (
            *(getattr(one, name) for name in kept),
            sorted((f["field"], f["value"], f["chosen"]) for f in one.facts),
        )
        for one in Listing.objects.order_by("public_id")
    ]
    return told, sorted(Exclusion.objects.values_list("record_id", "reason"))


def test_a_refusal_changes_nothing_and_keeps_the_reason(listed, operator):
    made = said(listed["Club"], field="city", instead_of="Los Angeles", value="Pasadena")
    done = refuse(proposal=made, why=WHY, by=operator, at=NOON)
    assert (done.state, done.answer, shown(listed["Club"], "city")) == (
        "refused",
        WHY,
        ["Los Angeles"],
    )


@pytest.mark.parametrize("why", ["", "  ", "Luz said so, 213 555 0101"])
def test_no_answer_stands_without_a_reason_that_everyone_may_read(listed, operator, why):
    made = said(listed["Club"], "closed")
    for deed in (accept, refuse):
        with pytest.raises(UnusableDecision):
            deed(proposal=made, why=why, by=operator, at=NOON)
    assert Record.objects.filter(release__source__slug="desk").count() == 0


def test_two_people_on_one_proposal_are_told(listed, operator):
    made = said(listed["Club"], "closed")
    accept(proposal=made, why=WHY, by=operator, at=NOON)
    with pytest.raises(AnsweredMeanwhile):
        refuse(proposal=made, why=WHY, by=a_user("operator", name="two"), at=NOON)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Llame al 213 555 0101", "a telephone number"),
        ("Escriba a luz@example.org", "an address of email"),
        ("Ayudan a indocumentados", "words about someone's migration status"),
        ("Su CURP es GOMC800101HDFRRN09", "the number of an identity paper or a card"),
    ],
)
def test_an_explanation_with_data_of_people_is_not_kept(listed, text, what):
    with pytest.raises(UnusableProposal) as refused:
        said(listed["Club"], "closed", why=text)
    assert str(refused.value).startswith(f"The explanation holds {what}, and such data")
    assert (refused.value.part, Proposal.objects.count()) == ("why", 0)


@pytest.mark.parametrize(
    ("facts", "part"),
    [
        ({"field": "color", "value": "red"}, "field"),
        ({"field": "city", "instead_of": "Reno", "value": "Pasadena"}, "field"),
        ({"field": "phone", "instead_of": "+12135550101", "value": "+12135550199"}, "field"),
        ({"field": "city", "instead_of": "Los Angeles", "value": "Los Angeles"}, "value"),
        ({"field": "name", "instead_of": "Club Social Jerez", "value": ""}, "value"),
        ({"field": "city", "value": ""}, "value"),
        ({"kind": "duplicate"}, "other"),
        ({"kind": "closed", "why": ""}, "why"),
        ({"kind": "closed", "why": "a" * 1001}, "why"),
    ],
)
def test_a_proposal_that_says_nothing_or_about_nothing_shown_is_not_kept(listed, facts, part):
    with pytest.raises(UnusableProposal) as refused:
        said(listed["Club"], **facts)
    assert (refused.value.part, Proposal.objects.count()) == (part, 0)


def test_a_way_to_reach_somebody_cannot_be_added_by_a_stranger(listed):
    with pytest.raises(UnusableProposal) as refused:
        said(listed["Comité"], field="email", value="luz@example.org")
    assert refused.value.part == "field"


def test_the_same_proposal_twice_is_one(listed):
    first = said(listed["Club"], "closed")
    again = said(listed["Club"], "closed", why="Ya cerró.", sender="198.51.100.9")
    assert (first.receipt, Proposal.objects.count()) == (again.receipt, 1)


def test_a_sender_has_a_limit_of_the_day(listed):
    for n in range(limits.MOST["proposals from a network"]):
        said(listed["Club"], field="city", value=f"Town {n}")
    with pytest.raises(limits.TooMany):
        said(listed["Club"], field="city", value="One more")
    said(listed["Club"], field="city", value="One more", sender="198.51.100.9")


def test_removals_come_first_and_those_in_danger_before_them(listed, operator):
    said(listed["Club"], "closed")
    said(listed["Comité"], "removal", asker="other")
    said(listed["Salvadoreños"], "removal", asker="named", danger=True)
    waiting = [(p.organization.name.split()[0], p.due) for p in queries.waiting(operator)]
    assert waiting == [
        ("Salvadoreños", date(2026, 5, 4)),
        ("Comité", date(2026, 5, 6)),
        ("Club", None),
    ]


def test_ninety_days_after_the_answer_the_texts_are_erased(listed, operator):
    kept = said(listed["Club"], field="city", instead_of="Los Angeles", value="Pasadena")
    gone = said(listed["Comité"], "removal", asker="other")
    for made in (kept, gone):
        refuse(proposal=made, why=WHY, by=operator, at=NOON)
    said(listed["Club"], "closed", at=NOON + timedelta(days=91))
    kept.refresh_from_db()
    assert (kept.why, kept.value, kept.instead_of) == ("", "", "")
    assert not Proposal.objects.filter(pk=gone.pk).exists()


def test_the_organization_itself_can_hide_without_waiting(listed, operator):
    made = said(listed["Club"], "removal", asker="organization")
    hear(proposal=made, says="right", hide=True, at=NOON)
    assert shown(listed["Club"], "name") is None
    assert queries.waiting(operator).get().voice == "right"


def test_the_log_tells_what_was_done_and_not_on_whom(listed, operator):
    made = said(listed["Club"], "removal", asker="organization")
    done = accept(proposal=made, why=WHY, by=operator, at=NOON)
    reopen(proposal=done, by=operator, at=NOON)
    told = Entry.objects.filter(about=f"proposal:{made.pk}")
    assert list(told.order_by("pk").values_list("actor", "verb")) == [
        ("visitor", "proposal.made"),
        (f"user:{operator.pk}", "proposal.accepted"),
        (f"user:{operator.pk}", "proposal.reopened"),
    ]


@pytest.mark.parametrize(
    ("kind", "country"),
    [("operator", ""), ("authority", "MEX"), ("authority", "SLV"), ("consular", "MEX"), ("", "")],
)
def test_the_inbox_holds_what_may_be_answered_and_nothing_else(listed, kind, country):
    for listing in listed.values():
        said(listing, "closed")
    said(listed["Club"], "duplicate", other=listed["Salvadoreños"].organization)
    said(listed["Club"], "duplicate", other=listed["Comité"].organization)
    user = a_user(kind, country, name="who")
    may = {p.pk for p in Proposal.objects.all() if may_answer(user, p)[0]}
    assert {p.pk for p in queries.waiting(user)} == may
    assert len(may) == {"operator": 5, "MEX": 3, "SLV": 1}.get(country or kind, 0) * (
        kind != "consular"
    )


def test_who_may_not_edit_may_not_answer(listed):
    made = said(listed["Club"], "closed")
    foreign = a_user("authority", "SLV")
    for deed in (accept, refuse):
        with pytest.raises(NotAllowed):
            deed(proposal=made, why=WHY, by=foreign, at=NOON)
    with pytest.raises(NotAllowed):
        reopen(proposal=made, by=foreign, at=NOON)
