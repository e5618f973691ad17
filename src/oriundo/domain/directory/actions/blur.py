"""An organization asks that nobody find its door: for good, it is in a cell or a town."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import transaction

from oriundo.base.accounts.models import User
from oriundo.base.audit import turns
from oriundo.base.audit.actions import record as audit
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.collect.sources.drafts import RecordKey
from oriundo.collect.sources.queries import coarse_keys
from oriundo.domain.directory.actions.discard import discard
from oriundo.domain.directory.actions.repaint import repaint, require
from oriundo.domain.directory.actions.take_in import about_blurred
from oriundo.domain.directory.models import Organization
from oriundo.domain.directory.queries.blurred import blurred, half_blurred, keys_of, unattached


class NothingToBlur(OriundoError):
    """No record is about the organization."""


def blur(*, organization: Organization, by: User | None, at: datetime) -> int:
    """Discard where an organization is, but for a cell of 5 km or its town, from all its records
    in all releases; how many records were written.

    There is no way back. Rows of these identifiers are coarsened at entry from now on, and so are
    those of other lists that are known to be about it. Its listing is written at once. The
    log says that it was done, and nothing of where. Raises NotAllowed, NothingToBlur.
    """
    require(by, organization)
    with transaction.atomic():
        turns.take(turns.IDENTITY)
        turns.take(turns.AUDIT)
        keys = keys_of(organization)
        if not keys:
            raise NothingToBlur(
                gettext_noop("No record is about this organization any more."),
                remedy=gettext_noop("Give the number of the one that it was merged into."),
            )
        # What was imported since the last rebuild is attached to nobody yet.
        waiting = about_blurred(unattached(), [organization])
        done = discard([*keys, *waiting])
        repaint([organization], at=at)
        audit(
            at=at,
            actor=f"user:{by.pk}" if by else "command",
            verb="organization.blurred",
            about=f"organization:{organization.public_id}",
            details={"records": done},
        )
    organization.refresh_from_db()
    return done


def blur_what_joined(*, others: Iterable[Collection[RecordKey]], at: datetime) -> set[RecordKey]:
    """Blur the records that have come to blurred organizations since; which these were.

    `others`: the records of each organization that is not in the directory. In the caller's
    transaction.
    """
    coarse = coarse_keys()
    found = half_blurred(blurred())
    joined = {key for each in found for key in keys_of(each)} - coarse
    repaint(found, at=at)
    for keys in others:
        if not coarse.isdisjoint(keys) and not coarse.issuperset(keys):
            discard(list(keys))
            joined |= set(keys) - coarse
    return joined
