"""Correcting a page and asking to be out of the directory: forms, receipts, letters, and the page."""

from __future__ import annotations

import re

import pytest

from oriundo.domain.directory import actions as directory
from oriundo.domain.directory.models import Listing
from oriundo.domain.reach.actions import accept, refuse
from oriundo.domain.reach.models import Proposal
from tests.domain.reach.clubs import published
from tests.factories import NOON, a_user
from tests.interfaces.web import cast
from tests.interfaces.web.reach.forms import sent

pytestmark = pytest.mark.django_db

WHY = "Lo dice su cartel."


@pytest.fixture
def listed(tmp_path):
    return published(tmp_path)


@pytest.fixture
def club(listed):
    return listed["Club"]


def correct(client, club, about, **fields):
    return sent(client, club, "correct", query=f"?about={about}", **({"why": WHY} | fields))


def wrong(answer):
    return cast.seen(answer, "div", "wrong")


def links(letter):
    return re.findall(r"https?://[^/\s]+(/\S+)", letter.text)


def test_the_page_leads_to_both(client, club):
    page = client.get(f"/es/org/{club.public_id}/")
    found = cast.attributes(page, "a", "href")
    assert f"/es/org/{club.public_id}/corregir/" in found
    assert f"/es/org/{club.public_id}/no-aparecer/" in found


def test_one_chooses_what_is_wrong_among_what_the_page_shows(client, club):
    page = client.get(f"/en/org/{club.public_id}/correct/")
    found = cast.attributes(page, "a", "href")
    assert {"?about=city-0", "?about=closed", "?about=duplicate", "?about=acronym"} <= set(found)
    assert not {"?about=phone-0", "?about=phone", "?about=email"} & set(found)


def test_every_choice_leads_to_a_form(client, club):
    page = client.get(f"/en/org/{club.public_id}/correct/")
    abouts = [href for href in cast.attributes(page, "a", "href") if href.startswith("?about=")]
    answers = [client.get(f"/en/org/{club.public_id}/correct/{about}") for about in abouts]
    assert len(abouts) > 15
    assert {
        (answer.status_code, len(cast.seen(answer, "textarea", "why"))) for answer in answers
    } == {(200, 1)}


def test_a_choice_that_is_not_there_shows_the_others(client, club):
    page = client.get(f"/en/org/{club.public_id}/correct/?about=phone-0")
    assert (page.status_code, cast.seen(page, "h1")) == (404, ["What is wrong?"])


def test_a_correction_gives_a_receipt_on_which_the_answer_will_stand(client, club):
    answer = correct(client, club, "city-0", value="Pasadena")
    made = Proposal.objects.get()
    assert (answer.status_code, answer.url) == (302, f"/en/receipt/{made.receipt}/")
    assert (made.field, made.instead_of, made.value) == ("city", "Los Angeles", "Pasadena")
    assert cast.seen(client.get(answer.url), "h1") == ["We have it"]
    accept(proposal=made, why="Its own page says so.", by=a_user("operator"), at=NOON)
    page = client.get(answer.url)
    assert cast.seen(page, "h1") == ["It was accepted"]
    assert "Its own page says so." in page.content.decode()


def test_a_refusal_is_told_with_its_reason(client, club):
    answer = correct(client, club, "closed")
    refuse(proposal=Proposal.objects.get(), why="They answer.", by=a_user("operator"), at=NOON)
    page = client.get(answer.url)
    assert cast.seen(page, "h1") == ["It was not accepted"]
    assert "They answer." in page.content.decode()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Corrected on May 3, 2026: City"),
        ("es", "Corregido el 3 de mayo de 2026: Ciudad"),
    ],
)
def test_the_page_says_since_when_it_is_corrected(client, club, language, said):
    correct(client, club, "city-0", value="Pasadena")
    accept(proposal=Proposal.objects.get(), why="Yes.", by=a_user("operator"), at=NOON)
    page = client.get(f"/{language}/org/{club.public_id}/")
    assert cast.seen(page, "ul", "corrected") == [said]


def test_what_is_wrong_and_has_no_better_value_is_one_tick(client, club):
    correct(client, club, "website-0", nothing="1", value="jerez.example")
    made = Proposal.objects.get()
    assert (made.instead_of, made.value) == ("jerez.example", "")


def test_the_other_listing_is_named_by_number_or_address(client, listed):
    club, other = listed["Club"], listed["Comité"]
    typed = f" https://testserver/es/org/{other.public_id.upper()}/ "
    assert correct(client, club, "duplicate", other=typed).status_code == 302
    assert Proposal.objects.get().other == other.organization


@pytest.mark.parametrize("typed", ["", "hola", "0000-0000-0000", "own"])
def test_another_listing_that_is_none_is_refused(client, club, typed):
    answer = correct(client, club, "duplicate", other=club.public_id if typed == "own" else typed)
    assert (answer.status_code, Proposal.objects.count()) == (422, 0)
    assert 'href="#other"' in answer.content.decode()


def test_a_listing_that_is_not_public_cannot_be_found_by_proposing(client, listed):
    hidden = listed["Comité"]
    directory.set_choice(organization=hidden.organization, choice="hidden", by=None, at=NOON)
    answer = correct(client, listed["Club"], "duplicate", other=hidden.public_id)
    missing = correct(client, listed["Club"], "duplicate", other="")
    assert wrong(answer) == wrong(missing)


@pytest.mark.parametrize(
    ("about", "fields", "part"),
    [
        ("city-0", {"value": ""}, "value"),
        ("city-0", {"value": "Los Angeles"}, "value"),
        ("city-0", {"value": "Pasadena", "why": ""}, "why"),
        ("city-0", {"value": "Pasadena", "why": "Luz, 213 555 0101"}, "why"),
        ("members-0", {"value": "muchos"}, "value"),
        ("residence-0", {"value": "XX"}, "value"),
        ("website-0", {"value": "javascript:alert(1)"}, "value"),
    ],
)
def test_what_is_refused_says_why_and_where(client, club, about, fields, part):
    answer = correct(client, club, about, **fields)
    assert (answer.status_code, Proposal.objects.count()) == (422, 0)
    assert f'href="#{part}"' in answer.content.decode()
    assert len(wrong(answer)) == 1


def test_what_was_typed_is_shown_as_text_and_never_as_a_tag(client, club):
    answer = correct(client, club, "city-0", value="<b>Pasadena</b>", why="")
    assert "<b>Pasadena" not in answer.content.decode()


def test_a_removal_says_by_when_it_is_answered(client, club):
    answer = sent(client, club, "remove", asker="organization", danger="1")
    made = Proposal.objects.get()
    assert (made.asker, made.danger, made.why) == ("organization", True, "")
    assert "A person answers by" in client.get(answer.url).content.decode()
    assert Listing.objects.filter(pk=club.pk).exists()  # No stranger makes it disappear.


def test_who_asks_has_to_be_said_and_is_no_name(client, club):
    answer = sent(client, club, "remove", asker="Luz")
    assert (answer.status_code, Proposal.objects.count()) == (422, 0)


def test_the_organization_is_told_and_can_say_that_it_is_wrong(client, club, post_office):
    correct(client, club, "city-0", value="Pasadena")
    (letter,) = post_office.letters
    assert (letter.to, letter.message["Reply-To"]) == (["buzon@jerez.example"], None)
    assert "Ciudad: «Pasadena» en lugar de «Los Angeles»." in " ".join(letter.text.split())
    assert WHY not in letter.text  # A stranger's words reach nobody's mailbox by our hand.
    path = next(path for path in links(letter) if "/proposal/" in path or "/propuesta/" in path)
    assert Proposal.objects.get().voice == ""
    client.get(path)
    assert Proposal.objects.get().voice == ""  # Programs open every address of a mail.
    client.post(path, {"says": "wrong"})
    assert Proposal.objects.get().voice == "wrong"


def test_the_organization_can_hide_itself_at_once(client, club, post_office):
    sent(client, club, "remove", asker="other")
    (letter,) = post_office.letters
    path = next(path for path in links(letter) if "/proposal/" in path or "/propuesta/" in path)
    client.post(path, {"says": "right"})
    assert client.get(f"/en/org/{club.public_id}/").status_code == 404


def test_no_one_can_flood_a_mailbox_with_proposals(client, club, post_office):
    for n in range(5):
        correct(client, club, "city-0", value=f"Town {n}")
    assert (Proposal.objects.count(), len(post_office.letters)) == (5, 2)


def test_without_mail_or_with_a_server_that_refuses_a_proposal_waits_all_the_same(
    client, club, post_office, caplog
):
    post_office.refuses = True
    assert correct(client, club, "closed").status_code == 302
    assert Proposal.objects.count() == 1


def test_a_former_number_leads_to_the_form_of_its_heir(client, listed):
    club, other = listed["Club"], listed["Comité"]
    directory.merge(into=club.organization, other=other.organization, by=None, why="", at=NOON)
    answer = client.get(f"/en/org/{other.public_id}/correct/?about=city-0")
    assert answer.url == f"/en/org/{club.public_id}/correct/?about=city-0"


def test_what_is_not_public_has_no_form(client, club):
    directory.set_choice(organization=club.organization, choice="hidden", by=None, at=NOON)
    for path in ("correct", "not-listed", "write"):
        assert client.get(f"/en/org/{club.public_id}/{path}/").status_code == 404


def test_a_receipt_shows_nobody_what_a_stranger_wrote_until_it_is_accepted(client, club):
    answer = correct(client, club, "city-0", value="Compre en oferta")
    page = client.get(answer.url)
    assert cast.seen(page, "dd")[0] == "A correction: City."
    assert "Compre" not in page.content.decode()
    accept(proposal=Proposal.objects.get(), why="Yes.", by=a_user("operator"), at=NOON)
    assert "Compre" in client.get(answer.url).content.decode()


def test_a_letter_repeats_little_of_what_a_stranger_wrote(client, club, post_office):
    correct(client, club, "description-0", value="x" * 500)
    (letter,) = post_office.letters
    assert max(word.count("x") for word in letter.text.split()) == 120
