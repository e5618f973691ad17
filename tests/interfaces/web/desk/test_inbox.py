"""The inbox: whose it is, in which order, what an answer would change, answering and taking back."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import translation

from oriundo.domain.directory.models import Listing
from oriundo.domain.reach.actions import propose
from oriundo.domain.reach.models import Proposal
from tests.domain.reach.clubs import published
from tests.factories import NOON
from tests.interfaces.web import cast
from tests.interfaces.web.desk.people import person, signed_in
from tests.interfaces.web.desk.test_permissions import EXPECTED, SIGN_IN, client_of, outcome

pytestmark = pytest.mark.django_db

# Persona → what it gets from the inbox, and from a proposal on an organization of Mexico.
WANTED = {
    persona: (SIGN_IN, SIGN_IN) if queue == SIGN_IN else (200, 404)
    for persona, (queue, *_) in EXPECTED.items()
} | {"operator": (200, 200), "authority": (200, 200)}


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def listed(tmp_path):
    return published(tmp_path)


def made(listing, kind="correction", **facts):
    facts = {"why": "Lo dice su cartel."} | facts
    return propose(listing=listing, kind=kind, at=NOON, sender="203.0.113.7", **facts)


@pytest.fixture
def proposal(listed):
    return made(listed["Club"], field="city", instead_of="Los Angeles", value="Pasadena")


@pytest.fixture
def desk(client):
    return signed_in(client, person("op", "operator"))


def at(proposal, name="proposal"):
    return reverse(f"desk:{name}", args=[proposal.pk])


def answer(client, proposal, says, why="Its own page says so."):
    return client.post(at(proposal), {"says": says, "answer": why})


@pytest.mark.parametrize("persona", WANTED)
def test_everyone_gets_what_is_theirs_and_no_more(proposal, persona):
    client = client_of(persona)
    of_all, of_mexico = WANTED[persona]
    kept = SIGN_IN if of_mexico == SIGN_IN else of_mexico
    assert outcome(client.get(reverse("desk:inbox"))) == of_all
    assert outcome(client.get(at(proposal))) == of_mexico
    assert outcome(answer(client, proposal, "refuse")) == {200: "done"}.get(kept, kept)
    assert outcome(client.post(at(proposal, "reopen"))) == {200: "done"}.get(kept, kept)


@pytest.mark.parametrize("persona", [name for name, wanted in WANTED.items() if wanted[1] == 404])
def test_what_is_not_theirs_is_not_in_their_inbox_and_stays_as_it_is(proposal, persona):
    client = client_of(persona)
    page = client.get(reverse("desk:inbox"))
    assert "Club Social Jerez" not in page.content.decode()
    answer(client, proposal, "accept")
    proposal.refresh_from_db()
    assert proposal.state == "waiting"


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("proposal", ("put", "patch", "delete")),
        ("reopen", ("get", "put", "patch", "delete")),
    ],
)
def test_only_the_method_that_is_meant_is_answered(desk, proposal, name, others):
    assert {getattr(desk, other)(at(proposal, name)).status_code for other in others} == {405}


def test_reading_changes_nothing(desk, proposal):
    before = list(Proposal.objects.values())
    desk.get(reverse("desk:inbox"))
    desk.get(at(proposal))
    assert list(Proposal.objects.values()) == before


def test_a_forged_form_is_not_taken(proposal):
    from django.test import Client

    client = signed_in(Client(enforce_csrf_checks=True), person("op", "operator"))
    assert answer(client, proposal, "accept").status_code == 403


def test_removals_stand_first_with_the_day_when_they_are_due(desk, proposal, listed):
    made(listed["Comité"], "removal", asker="other")
    page = desk.get(reverse("desk:inbox"))
    names = [
        name for name in cast.seen(page, "ol", "pairs")[0].split() if name in ("Club", "Comité")
    ]
    assert names[0] == "Comité"
    assert "late, it was due by May 6, 2026" in page.content.decode()


def test_what_accepting_would_change_is_said_before_and_happens(desk, proposal, listed):
    page = desk.get(at(proposal))
    (told,) = cast.seen(page, "ul", "plain-reasons")
    assert told.split(".")[:2] == [
        "“Pasadena” is shown, decided by the desk",
        "“Los Angeles” stays beside it, as its source says it",
    ]
    assert cast.seen(page, "div", "fact")[-1] == ("CityLos Angeles →would become Pasadena")
    answer(desk, proposal, "accept")
    now = Listing.objects.get(organization=listed["Club"].organization)
    assert [f["value"] for f in now.facts if f["field"] == "city" and f["chosen"]] == ["Pasadena"]


@pytest.mark.parametrize(
    ("kind", "facts", "said"),
    [
        ("closed", {}, "Its page says that it does not exist any more. It stays listed."),
        ("removal", {"asker": "other"}, "Only keyed codes are kept, to know it again."),
        ("not_of_migrants", {}, "“Club Social Jerez” would be in no list: Nothing says that"),
        ("duplicate", {}, "goes on working and leads to it."),
    ],
)
def test_each_kind_says_what_it_would_do(desk, listed, kind, facts, said):
    if kind == "duplicate":
        facts = {"other": listed["Comité"].organization}
    page = desk.get(at(made(listed["Club"], kind, **facts)))
    assert said in " ".join(cast.seen(page, "ul", "plain-reasons")[0].split())


def test_an_answer_leads_to_the_next_one_and_can_be_taken_back(desk, proposal, listed):
    other = made(listed["Comité"], "closed")
    there = answer(desk, proposal, "accept")
    assert there.url == f"{at(other)}?did={proposal.pk}"
    assert (
        "Accepted: City: “Pasadena” instead of “Los Angeles”."
        in cast.seen(desk.get(there.url), "div", "done")[0]
    )
    back = desk.post(at(proposal, "reopen"))
    page = desk.get(back.url)
    assert cast.seen(page, "p", "done") == ["Taken back. It waits again."]
    assert Proposal.objects.waiting().count() == 2


def test_the_last_answer_leads_back_to_the_inbox(desk, proposal):
    assert answer(desk, proposal, "refuse").url == f"/en/desk/inbox/?did={proposal.pk}"


@pytest.mark.parametrize(
    ("says", "why", "status"),
    [("accept", "", 422), ("refuse", "Luz, 213 555 0101", 422), ("perhaps", "Yes.", 422)],
)
def test_an_answer_that_cannot_stand_keeps_what_was_typed(desk, proposal, says, why, status):
    page = answer(desk, proposal, says, why)
    assert (page.status_code, cast.seen(page, "textarea")) == (status, [why])
    assert Proposal.objects.waiting().count() == 1


def test_two_people_on_one_proposal_are_told(desk, proposal):
    answer(desk, proposal, "refuse")
    assert answer(desk, proposal, "accept").status_code == 409


def test_a_reason_and_a_name_are_shown_as_text(desk, listed):
    found = made(listed["Club"], field="city", instead_of="Los Angeles", value="<b>x</b>")
    assert "<b>x</b>" not in desk.get(at(found)).content.decode()
