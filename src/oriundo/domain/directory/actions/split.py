"""One listing mixes several organizations: a person parts them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from oriundo.base.accounts.models import User
from oriundo.base.audit.actions import record as audit
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.actions import judge, retract
from oriundo.collect.sources.drafts import RecordKey
from oriundo.domain.directory.actions.repaint import repaint, require
from oriundo.domain.directory.models import FormerId, Link, Organization


class NothingToSplit(OriundoError):
    """The records named are none, or all, of the organization's."""


def split(
    *,
    organization: Organization,
    records: Sequence[RecordKey],
    by: User | None,
    why: str,
    at: datetime,
) -> Organization:
    """Part `records` from `organization` into a new one, which is returned.

    `organization` keeps its identifier, which from now on also leads to the new one. Each parted
    record is judged different from each that stays, so that no rebuild joins them again.
    """
    require(by, organization)
    with transaction.atomic():
        held = set(organization.links.values_list("source", "record_id"))
        moved = held & set(records)
        if not moved or moved == held:
            raise NothingToSplit(
                gettext_noop("Choose some of the organization's records, not none and not all.")
            )
        stay = sorted(held - moved)
        retract(sorted(moved), stay, at=at)
        for left in sorted(moved):
            for right in stay:
                judge(left=left, right=right, verdict="different", why=why, by=by, at=at)
        new = Organization.objects.create(name=organization.name, created_at=at)
        for source, record_id in moved:
            Link.objects.filter(source=source, record_id=record_id).update(organization=new)
        FormerId.objects.create(
            public_id=organization.public_id,
            organization=new,
            reason=FormerId.Reason.SPLIT,
            at=at,
        )
        repaint([organization, new], at=at)
        audit(
            at=at,
            actor=f"user:{by.pk}" if by else "command",
            verb="organization.split",
            about=f"organization:{organization.public_id}",
            details={"new": new.public_id},
        )
    new.refresh_from_db()
    return new
