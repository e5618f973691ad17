"""Two listings are one organization: a person says so, and can take it back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from oriundo.base.accounts.models import User
from oriundo.base.audit.actions import record as audit
from oriundo.collect.matching.actions import judge, retract
from oriundo.domain.directory.actions.paint import repoint
from oriundo.domain.directory.actions.repaint import repaint, require
from oriundo.domain.directory.models import FormerId, Link, Organization


def merge(
    *, into: Organization, other: Organization, by: User | None, why: str, at: datetime
) -> Organization:
    """Merge `other` into `into`, and return it. The identifier of `other` goes on resolving.

    The word is kept as a judgment on a record of each, so that the next rebuild repeats it.
    """
    require(by, into, other)
    with transaction.atomic():
        kept = into.links.order_by("source", "record_id").first()
        moved = list(other.links.order_by("source", "record_id"))
        if kept is None or not moved:
            return into
        for link in moved:
            judge(
                left=(kept.source, kept.record_id),
                right=(link.source, link.record_id),
                verdict="same",
                why=why,
                by=by,
                at=at,
            )
        keys = [(link.source, link.record_id) for link in moved]
        Link.objects.filter(pk__in=[link.pk for link in moved]).update(organization=into)
        repoint(other.pk, into, keys, at=at)
        FormerId.objects.filter(organization=other).update(organization=into)
        repaint([into], at=at)
        _log(at, by, "organization.merged", into, other)
    into.refresh_from_db()
    return into


def undo_merge(*, other: Organization, by: User | None, at: datetime) -> Organization:
    """Take back the merge of `other`: its records and its identifier are its own again."""
    into = other.merged_into
    if into is None:
        return other
    require(by, into, other)
    with transaction.atomic():
        former = FormerId.objects.get(public_id=other.public_id, organization=into)
        mine = [(source, record_id) for source, record_id in former.records]
        theirs = [k for k in into.links.values_list("source", "record_id") if k not in set(mine)]
        retract(mine, theirs, at=at)
        for source, record_id in mine:
            Link.objects.filter(source=source, record_id=record_id).update(organization=other)
        former.delete()
        other.merged_into = None
        other.save(update_fields=["merged_into"])
        repaint([into, other], at=at)
        _log(at, by, "organization.unmerged", into, other)
    other.refresh_from_db()
    return other


def _log(
    at: datetime, by: User | None, verb: str, organization: Organization, other: Organization
) -> None:
    audit(
        at=at,
        actor=f"user:{by.pk}" if by else "command",
        verb=verb,
        about=f"organization:{organization.public_id}",
        details={"other": other.public_id},
    )
