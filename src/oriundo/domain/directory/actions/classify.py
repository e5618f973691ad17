"""A person confirms or overrides what kind an organization is, and says why."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from oriundo.base.accounts.models import User
from oriundo.base.audit.actions import record as audit
from oriundo.base.core.language import gettext_noop
from oriundo.domain.directory.actions.keep import UnusableDecision, keep, require_reason
from oriundo.domain.directory.actions.repaint import repaint, require
from oriundo.domain.directory.models import Organization
from oriundo.domain.directory.typology import AXES, SUPPORT

_CHOICES = {**AXES, "support": SUPPORT}


class UnableToClassify(UnusableDecision):
    """What was decided is no kind; the sentence says which there are."""


def classify(
    *, organization: Organization, axis: str, value: str, why: str, by: User | None, at: datetime
) -> Organization:
    """Decide `value` on `axis` (member_origin, structure, objective; "support" adds one kind).

    Kept as a record of the source "desk": no rule overturns it, later decisions come before
    earlier ones, and it follows the first record of the organization through merge, split and
    rebuild. Raises NotAllowed, UnusableDecision.
    """
    require(by, organization)
    _check(axis, value)
    require_reason(why)
    with transaction.atomic():
        kept = keep(organization=organization, axis=axis, value=value, why=why, by=by, at=at)
        repaint([organization], at=at)
        audit(
            at=at,
            actor=f"user:{by.pk}" if by else "command",
            verb="organization.classified",
            about=f"organization:{organization.public_id}",
            details={"axis": axis, "value": value, "record": kept.record_id},
        )
    organization.refresh_from_db()
    return organization


def _check(axis: str, value: str) -> None:
    if value not in _CHOICES.get(axis, {}):
        raise UnableToClassify(
            gettext_noop("“%(value)s” is no value of “%(axis)s”."),
            remedy=gettext_noop("Choose one of: %(choices)s."),
            values={
                "value": value,
                "axis": axis,
                "choices": ", ".join(_CHOICES.get(axis, _CHOICES)),
            },
        )
