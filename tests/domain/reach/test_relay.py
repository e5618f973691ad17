"""A message to a mailbox that nobody sees: what arrives, what is kept, what ends it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from oriundo.base.audit.models import Entry
from oriundo.domain.directory import actions as directory
from oriundo.domain.directory.models import Fact, Listing, NoMail
from oriundo.domain.directory.queries.mailboxes import digest_of
from oriundo.domain.reach import limits
from oriundo.domain.reach.actions import NoRelay, pass_on
from oriundo.domain.reach.models import Passed, Spent
from oriundo.domain.reach.post import Letter, NotSent
from tests.domain.reach.clubs import published
from tests.factories import NOON, a_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def club(tmp_path):
    return published(tmp_path)["Club"]


def send(listing, *, reply_to="ana@example.org", sender="203.0.113.7", at=NOON, write=None):
    letter = Letter("A subject", "Hola", reply_to=reply_to, stop="https://example.org/stop")
    pass_on(
        listing=listing,
        write=write or (lambda digest: letter),
        reply_to=reply_to,
        sender=sender,
        at=at,
    )


def relays():
    return {one.name.split()[0]: one.relay for one in Listing.objects.all()}


def test_only_an_organization_with_a_hidden_mailbox_can_be_written_to(club):
    assert relays() == {"Club": True, "Comité": False, "Salvadoreños": False}


def test_a_message_arrives_and_only_its_number_is_kept(club, post_office):
    send(club)
    send(club)
    letter = post_office.letters[0]
    assert (letter.sender, letter.to) == ("no-reply@oriundo.example", ["buzon@jerez.example"])
    assert letter.message["Reply-To"] == "ana@example.org"
    assert letter.message["From"] == "Oriundo <no-reply@oriundo.example>"
    assert letter.message["List-Unsubscribe"] == "<https://example.org/stop>"
    assert letter.message.get_content_type() == "text/plain"
    assert list(Passed.objects.values_list("organization", "day", "messages")) == [
        (club.organization_id, NOON.date(), 2)
    ]


def test_nothing_of_a_sender_is_in_the_letter_or_in_any_table(club, post_office):
    send(club)
    raw = post_office.letters[0].raw.decode()
    kept = [*Spent.objects.values(), *Passed.objects.values(), *Entry.objects.values()]
    assert "203.0.113.7" not in raw
    assert [row for row in kept if "203.0" in str(row) or "ana@" in str(row)] == []


def test_the_log_says_that_one_was_passed_on_and_nothing_else(club, post_office):
    send(club)
    entry = Entry.objects.order_by("pk").last()
    assert (entry.actor, entry.verb, entry.about, entry.details) == (
        "visitor",
        "message.passed_on",
        f"organization:{club.public_id}",
        {},
    )


def test_a_letter_that_was_not_taken_counts_for_nothing(club, post_office, caplog):
    post_office.refuses = True
    with pytest.raises(NotSent):
        send(club)
    assert (Passed.objects.count(), set(Spent.objects.values_list("used", flat=True))) == (0, {0})
    assert [line.getMessage() for line in caplog.records] == [
        "A letter was not sent: SMTPDataError"
    ]


def test_a_server_that_is_not_there_is_no_lost_message(club, post_office):
    post_office.close()
    with pytest.raises(NotSent):
        send(club)
    post_office.open()


def test_without_a_mail_server_nothing_is_passed_on(club):
    with pytest.raises(NoRelay):
        send(club)


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("messages from a network", lambda n: {"reply_to": f"v{n}@example.org"}),
        ("messages from an address", lambda n: {"sender": f"203.0.113.{n}"}),
    ],
)
def test_a_sender_has_a_limit_that_another_does_not_use_up(club, post_office, kind, change):
    most = limits.MOST[kind]
    for n in range(most):
        send(club, **change(n))
    with pytest.raises(limits.TooMany):
        send(club, **change(most))
    send(club, reply_to="luz@example.org", sender="198.51.100.9")
    assert len(post_office.letters) == most + 1


def test_an_organization_has_a_limit_of_its_own(club, post_office):
    for n in range(limits.MOST["messages to an organization"]):
        send(club, reply_to=f"v{n}@example.org", sender=f"203.0.113.{n}")
    with pytest.raises(limits.TooMany):
        send(club, reply_to="luz@example.org", sender="198.51.100.9")


def test_the_next_day_nothing_is_known_of_the_day_before(club, post_office):
    for n in range(limits.MOST["messages from a network"]):
        send(club, reply_to=f"v{n}@example.org")
    before = set(Spent.objects.values_list("digest", flat=True))
    send(club, at=NOON + timedelta(days=1))
    assert set(Spent.objects.values_list("digest", flat=True)) & before == set()


def test_one_subscriber_of_ipv6_is_one_network():
    one, other = "2001:db8:0:1::7", "2001:db8:0:1:ffff::9"
    assert limits.network(one) == limits.network(other) == "2001:db8:0:1::/64"


def test_a_closed_mailbox_gets_nothing_whoever_lists_it(club, post_office, tmp_path):
    directory.close_mailbox(
        digest=digest_of("Buzon@Jerez.example"), organization=club.organization, at=NOON
    )
    assert relays()["Club"] is False
    with pytest.raises(NoRelay):
        send(club)  # The page was open while it was closed.
    published(tmp_path, slug="again")
    assert relays()["Club"] is False
    assert "jerez" not in str(list(NoMail.objects.values()))


@pytest.mark.parametrize("how", ["hidden", "authority"])
def test_an_address_that_someone_hid_gets_nothing(club, how):
    fact = Fact.objects.get(organization=club.organization, field="email")
    directory.publish_contact(fact=fact, to=how, by=a_user("operator"), at=NOON)
    assert relays()["Club"] is False


def test_where_the_address_is_public_there_is_no_form(club):
    fact = Fact.objects.get(organization=club.organization, field="email")
    directory.publish_contact(fact=fact, to="public", by=a_user("operator"), at=NOON)
    assert relays()["Club"] is False


def test_an_address_from_a_list_for_the_authority_gets_nothing(club, tmp_path):
    published(tmp_path, slug="reserved", visibility="authority")
    assert relays()["Club"] is False


def test_an_organization_that_is_hidden_has_no_listing_to_write_to(club):
    directory.set_choice(organization=club.organization, choice="authority", by=None, at=NOON)
    assert "Club" not in relays()
