"""Which mailboxes get no message, and where a message to an organization would go."""

from __future__ import annotations

from collections.abc import Callable

from oriundo.collect.matching.keyed import opened
from oriundo.collect.matching.queries import keys
from oriundo.domain.directory.models import Fact, NoMail, Organization
from oriundo.domain.directory.relaying import EMAIL, mailbox

_KIND = "mailbox"


def digest_of(address: str) -> str:
    """The keyed hash of an address, under the key that is in use."""
    return keys()[0].digest((_KIND, _plain(address)))


def closed_mailboxes() -> Callable[[str], bool]:
    """Whether who reads an address wants no messages: asked once for many.

    Raises OtherKey when any of them was noted under a key that is not set.
    """
    rows = list(NoMail.objects.values_list("digest", "key_check"))
    made_with = {check for _, check in rows}
    register = opened((digest for digest, _ in rows), made_with=made_with, keys=keys())
    return lambda address: register.holds([(_KIND, _plain(address))])


def mailbox_of(organization: Organization) -> str:
    """Where a message to a public organization goes, or "" when none may be passed on."""
    said = [(fact, fact.record.release.source) for fact in _emails(organization)]
    return mailbox(said, closed=closed_mailboxes())


def any_mailbox_of(organization: Organization) -> str:
    """The same, or the address that is public: for what an organization has to be told."""
    public = [f for f in _emails(organization) if f.published_to == "public"]
    shown = sorted(public, key=lambda fact: (not fact.chosen, fact.value))
    closed = closed_mailboxes()
    found = next((fact.value for fact in shown if not closed(fact.value)), "")
    return found or mailbox_of(organization)


def _emails(organization: Organization) -> list[Fact]:
    facts = Fact.objects.filter(organization=organization, field=EMAIL)
    return list(facts.select_related("record__release__source").order_by("pk"))


def _plain(address: str) -> str:
    return address.strip().lower()
