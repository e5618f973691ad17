"""One listing mixes several organizations: a person parts them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from oriundo.base.accounts.models import User
from oriundo.base.audit import turns
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.actions import judge, retract, take_back
from oriundo.collect.matching.models import Judgment
from oriundo.collect.sources.drafts import RecordKey
from oriundo.domain.directory.actions.merge import NothingToUndo, log
from oriundo.domain.directory.actions.paint import repoint
from oriundo.domain.directory.actions.repaint import repaint, require
from oriundo.domain.directory.models import FormerId, Link, Organization
from oriundo.domain.directory.queries.succession import held_by


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
        turns.take(turns.IDENTITY)
        held = set(organization.links.values_list("source", "record_id"))
        moved = held & set(records)
        if not moved or moved == held:
            raise NothingToSplit(
                gettext_noop("Choose some of the organization's records, not none and not all.")
            )
        stay = sorted(held - moved)
        retract(sorted(moved), stay, by=by, at=at)
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
        log(at, by, "organization.split", organization, new=new)
    new.refresh_from_db()
    return new


def undo_split(*, new: Organization, by: User | None, at: datetime) -> Organization:
    """Take back the split that made `new`: its records go back where they came from.

    Returns the organization they went back to. The identifier of `new` goes on resolving there;
    words that the split replaced are in force again.
    """
    former = FormerId.objects.filter(organization=new, reason=FormerId.Reason.SPLIT).first()
    whole = Organization.objects.filter(public_id=former.public_id).first() if former else None
    if former is None or whole is None or new.merged_into or whole.merged_into:
        raise NothingToUndo(gettext_noop("This split does not hold any more."))
    require(by, whole, new)
    with transaction.atomic():
        turns.take(turns.IDENTITY)
        moved, stayed = held_by(new), held_by(whole)
        written = Judgment.objects.in_force().filter(
            at=former.at, verdict=Judgment.Verdict.DIFFERENT
        )
        keys = {*moved, *stayed}
        take_back([word for word in written if {word.left, word.right} <= keys], by=by, at=at)
        Link.objects.filter(organization=new).update(organization=whole)
        former.delete()
        Organization.objects.filter(pk=new.pk).update(merged_into=whole)
        repaint([whole], at=at)
        repoint(new.pk, whole, moved, at=at)
        log(at, by, "organization.unsplit", whole, new=new)
    whole.refresh_from_db()
    return whole
