"""A person confirms or overrides what kind an organization is, and says why."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from oriundo.base.accounts.models import User
from oriundo.base.audit.actions import record as audit
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.base.core.never_store import findings
from oriundo.collect.sources.actions import record, register_source
from oriundo.collect.sources.drafts import Draft, RecordKey
from oriundo.collect.sources.models import Source
from oriundo.domain.directory.actions.repaint import repaint, require
from oriundo.domain.directory.decisions import DESK, as_raw
from oriundo.domain.directory.models import Link, Organization
from oriundo.domain.directory.typology import AXES, SUPPORT

_CHOICES = {**AXES, "support": SUPPORT}
_DESCRIBED = {
    "name": "Oficina · Desk",
    "kind": Source.Kind.DESK,
    "visibility": Source.Visibility.PUBLIC,
}


class UnableToClassify(OriundoError):
    """The decision cannot be kept as it is; the sentence says what to change."""


def classify(
    *, organization: Organization, axis: str, value: str, why: str, by: User | None, at: datetime
) -> Organization:
    """Decide `value` on `axis` (member_origin, structure, objective; "support" adds one kind).

    Kept as a record of the source "desk" with who, when and why, tied to the first record of the
    organization: no rule overturns it, later decisions come before earlier ones, and it follows
    that record through merge, split and rebuild. Raises NotAllowed, UnableToClassify.
    """
    require(by, organization)
    _check(axis, value, why)
    actor = f"user:{by.pk}" if by else "command"
    with transaction.atomic():
        about = _first_record(organization)
        number = Link.objects.filter(source=DESK).count() + 1
        kept = record(
            source=_desk(at, actor),
            draft=Draft(
                source=DESK,
                record_id=f"{organization.public_id}-{number}",
                row=0,
                name=organization.name,
                raw=as_raw(about, axis=axis, value=value, why=why, by=actor, at=at.isoformat()),
            ),
            at=at,
            actor=actor,
        )
        Link.objects.create(organization=organization, source=DESK, record_id=kept.record_id)
        repaint([organization], at=at)
        audit(
            at=at,
            actor=actor,
            verb="organization.classified",
            about=f"organization:{organization.public_id}",
            details={"axis": axis, "value": value, "record": kept.record_id},
        )
    organization.refresh_from_db()
    return organization


def _check(axis: str, value: str, why: str) -> None:
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
    if not why.strip():
        raise UnableToClassify(
            gettext_noop("The decision has no reason."),
            remedy=gettext_noop("Say in a sentence what it rests on; everyone will read it."),
        )
    if findings(why):
        raise UnableToClassify(
            gettext_noop("The reason holds something about a person that is not shown."),
            remedy=gettext_noop("Leave out telephones, addresses of email and numbers of papers."),
        )


def _first_record(organization: Organization) -> RecordKey:
    link = organization.links.exclude(source=DESK).order_by("source", "record_id").first()
    if link is None:
        raise UnableToClassify(
            gettext_noop("No record is about this organization any more."),
            remedy=gettext_noop("Classify the organization that it was merged into."),
        )
    return link.source, link.record_id


def _desk(at: datetime, actor: str) -> Source:
    """The source of what the desk decides; one that exists is left as it is described."""
    known = Source.objects.filter(slug=DESK).first()
    return known or register_source(slug=DESK, at=at, actor=actor, **_DESCRIBED)
