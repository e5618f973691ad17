"""Keeping what the desk decided of an organization: a record of the source "desk"."""

from __future__ import annotations

from datetime import datetime

from oriundo.base.accounts.models import User
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.base.core.never_store import findings
from oriundo.collect.sources.actions import record, register_source
from oriundo.collect.sources.drafts import Draft, RecordKey
from oriundo.collect.sources.models import Record, Source
from oriundo.domain.directory.decisions import DESK, as_raw
from oriundo.domain.directory.models import Link, Organization

_DESCRIBED = {
    "name": "Oficina · Desk",
    "kind": Source.Kind.DESK,
    "visibility": Source.Visibility.PUBLIC,
}


class UnusableDecision(OriundoError):
    """The decision cannot be kept as it is; the sentence says what to change."""


def keep(
    *, organization: Organization, axis: str, value: str, why: str, by: User | None, at: datetime
) -> Record:
    """Keep a decision with who, when and why, tied to the first record of the organization.

    In the caller's transaction, who portrays the organization again. Raises UnusableDecision.
    """
    actor = f"user:{by.pk}" if by else "command"
    about = _first_record(organization)
    number = Link.objects.filter(source=DESK).count() + 1
    kept = record(
        source=_desk(at, actor),
        draft=Draft(
            source=DESK,
            record_id=f"{organization.public_id}-{number}",
            row=0,
            # Whoever asks not to be listed is known again by the corrected name, too.
            name=value if axis == "name" and value else organization.name,
            raw=as_raw(about, axis=axis, value=value, why=why, by=actor, at=at.isoformat()),
        ),
        at=at,
        actor=actor,
    )
    Link.objects.create(organization=organization, source=DESK, record_id=kept.record_id)
    return kept


def require_reason(why: str) -> None:
    """Raise UnusableDecision unless `why` says something, and nothing about a person."""
    if not why.strip():
        raise UnusableDecision(
            gettext_noop("The decision has no reason."),
            remedy=gettext_noop("Say in a sentence what it rests on; everyone will read it."),
        )
    if findings(why):
        raise UnusableDecision(
            gettext_noop("The reason holds something about a person that is not shown."),
            remedy=gettext_noop("Leave out telephones, addresses of email and numbers of papers."),
        )


def _first_record(organization: Organization) -> RecordKey:
    link = organization.links.exclude(source=DESK).order_by("source", "record_id").first()
    if link is None:
        raise UnusableDecision(
            gettext_noop("No record is about this organization any more."),
            remedy=gettext_noop("Decide on the organization that it was merged into."),
        )
    return link.source, link.record_id


def _desk(at: datetime, actor: str) -> Source:
    """The source of what the desk decides; one that exists is left as it is described."""
    known = Source.objects.filter(slug=DESK).first()
    return known or register_source(slug=DESK, at=at, actor=actor, **_DESCRIBED)
