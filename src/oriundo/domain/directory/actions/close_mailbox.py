"""Who reads a mailbox wants no more messages: from now on, whoever lists it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from oriundo.base.audit import turns
from oriundo.base.audit.actions import record as audit
from oriundo.collect.matching.queries import keys
from oriundo.domain.directory.actions.publish import publish_organization
from oriundo.domain.directory.models import NoMail, Organization


def close_mailbox(*, digest: str, organization: Organization, at: datetime) -> None:
    """Pass nothing on to the mailbox with this hash (`queries.mailboxes.digest_of`) any more.

    The listing of `organization`, through which the word came, is written at once; others that
    name the mailbox lose their form at the next publication, and their messages at once.
    """
    with transaction.atomic():
        turns.take(turns.AUDIT)
        _, created = NoMail.objects.get_or_create(
            digest=digest, defaults={"key_check": keys()[0].check, "at": at}
        )
        publish_organization(organization, at=at)
        if created:
            audit(
                at=at,
                actor="organization",
                verb="mailbox.closed",
                about=f"organization:{organization.public_id}",
            )
