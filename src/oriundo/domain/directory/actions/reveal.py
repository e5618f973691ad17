"""Publishing one contact: hidden until someone entitled says otherwise."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from oriundo.base.accounts.models import User
from oriundo.base.audit.actions import record as audit
from oriundo.domain.directory.actions.publish import publish_organization
from oriundo.domain.directory.actions.repaint import NotAllowed
from oriundo.domain.directory.models import Fact
from oriundo.domain.directory.rules import may_edit


def publish_contact(*, fact: Fact, to: str, by: User, at: datetime) -> Fact:
    """Show the value of `fact` to `to` (hidden, authority or public), under the name of `by`.

    Every fact of the organization with the same field and value follows, so that the value does
    not come back from another record. Policy, choice and consent still limit it.
    """
    allowed, reason = may_edit(by, fact.organization)
    if not allowed:
        raise NotAllowed(reason)
    with transaction.atomic():
        Fact.objects.filter(
            organization=fact.organization, field=fact.field, value=fact.value
        ).update(published_to=to, published_by=by, published_at=at)
        publish_organization(fact.organization, at=at)
        audit(
            at=at,
            actor=f"user:{by.pk}",
            verb="contact.published",
            about=f"organization:{fact.organization.public_id}",
            details={"field": fact.field, "to": to},
        )
    fact.refresh_from_db()
    return fact
