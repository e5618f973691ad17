"""A message to an organization whose address nobody sees, and letters that tell it something."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.db.models import F

from oriundo.base.audit.actions import record as audit
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.domain.directory.models import Listing, Organization
from oriundo.domain.directory.queries.mailboxes import any_mailbox_of, digest_of, mailbox_of
from oriundo.domain.reach import limits
from oriundo.domain.reach.models import Passed
from oriundo.domain.reach.post import Letter, NotSent, offered, post

Write = Callable[[str], Letter]
"""The letter, given the keyed hash of the mailbox, for the address that closes it."""


class NoRelay(OriundoError):
    """No message can be passed on to this organization."""

    def __init__(self) -> None:
        super().__init__(
            gettext_noop("Messages cannot be passed on to this organization any more."),
            remedy=gettext_noop("Nothing was sent."),
        )


def pass_on(*, listing: Listing, write: Write, reply_to: str, sender: str, at: datetime) -> None:
    """Mail a visitor's message. `sender`: the network address it comes from.

    Kept is that there was one more on this day. Raises NoRelay, TooMany, NotSent.
    """
    mailbox = mailbox_of(listing.organization) if offered() and listing.relay else ""
    if not mailbox:
        raise NoRelay
    spent = [
        ("messages from a network", limits.network(sender)),
        ("messages from an address", reply_to.lower()),
        ("messages to an organization", listing.public_id),
        ("messages in all", ""),
    ]
    limits.spend(spent, at=at)
    try:
        post(write(digest_of(mailbox)), to=mailbox)
    except NotSent:
        limits.give_back(spent, at=at)
        raise
    with transaction.atomic():
        _count(listing.organization, at)
        audit(
            at=at,
            actor="visitor",
            verb="message.passed_on",
            about=f"organization:{listing.public_id}",
        )


def tell(*, organization: Organization, write: Write, at: datetime) -> bool:
    """Send an organization a letter of our own, if it can be reached; True when it was sent.

    Two a day at most: nobody can flood a mailbox with proposals. What could not be sent is no
    error: the proposal waits all the same.
    """
    mailbox = any_mailbox_of(organization) if offered() else ""
    if not mailbox:
        return False
    try:
        limits.spend([("letters to an organization", organization.public_id)], at=at)
        post(write(digest_of(mailbox)), to=mailbox)
    except (limits.TooMany, NotSent):
        return False
    audit(
        at=at,
        actor="clock",
        verb="organization.told",
        about=f"organization:{organization.public_id}",
    )
    return True


def _count(organization: Organization, at: datetime) -> None:
    counted, _ = Passed.objects.get_or_create(organization=organization, day=at.date())
    Passed.objects.filter(pk=counted.pk).update(messages=F("messages") + 1)
