"""A value that was wrong is put right: the desk's word, kept with its reason, and taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from oriundo.base.accounts.models import User
from oriundo.base.audit import turns
from oriundo.base.audit.actions import record as audit
from oriundo.base.core.language import gettext_noop
from oriundo.collect.sources.fields import CONTACT_FIELDS
from oriundo.domain.directory.actions.keep import UnusableDecision, keep, require_reason
from oriundo.domain.directory.actions.publish import publish_organization
from oriundo.domain.directory.actions.repaint import repaint, require
from oriundo.domain.directory.corrections import SEVERAL
from oriundo.domain.directory.decisions import TAKEN_BACK
from oriundo.domain.directory.models import Exclusion, Fact, Organization
from oriundo.domain.directory.queries.blurred import is_blurred


@dataclass(frozen=True, slots=True)
class Correction:
    """What was written. `record_id`: the record of the source "desk"; `before`: what to put back,
    as JSON holds it."""

    record_id: str
    before: dict[str, Any]


def correct(
    *,
    organization: Organization,
    field: str,
    value: str,
    instead_of: str = "",
    why: str,
    by: User,
    at: datetime,
) -> Correction:
    """Decide `value` on a field of `corrections.CORRECTABLE`, or on STATUS or DIASPORA.

    "" says that nothing stands there. `instead_of`, the value that was wrong, is hidden where it
    would be shown beside the new one. A contact is shown to those whom the wrong one was shown to.
    The listing is written at once. Raises NotAllowed, UnusableDecision.
    """
    require(by, organization)
    require_reason(why)
    _require_open(organization, field, value)
    with transaction.atomic():
        turns.take(turns.AUDIT)
        before: dict[str, Any] = {"status": organization.status, "shown": []}
        audience = _audience(organization, field, instead_of)
        kept = keep(organization=organization, axis=field, value=value, why=why, by=by, at=at)
        if instead_of and (field in SEVERAL or not value):
            before["shown"] = _hide(organization, field, instead_of, by, at)
        repaint([organization], at=at)
        if field in CONTACT_FIELDS and value and audience:
            _show(organization, field, value, to=audience, by=by, at=at)
            publish_organization(organization, at=at)
        _count_out(organization)
        _log(at, by, "organization.corrected", organization, field, kept.record_id)
    organization.refresh_from_db()
    return Correction(kept.record_id, before)


def take_back_correction(
    *, organization: Organization, field: str, correction: Correction, by: User, at: datetime
) -> None:
    """Let hold again what held before a correction. Later words on the same field stay."""
    require(by, organization)
    with transaction.atomic():
        turns.take(turns.AUDIT)
        keep(
            organization=organization,
            axis=TAKEN_BACK,
            value=correction.record_id,
            why="",
            by=by,
            at=at,
        )
        for shown in correction.before.get("shown", []):
            _facts(organization, field, shown["value"]).update(
                published_to=shown["to"], published_by=shown["by"], published_at=shown["at"]
            )
        organization.status = correction.before.get("status", organization.status)
        repaint([organization], at=at)
        _count_out(organization)
        _log(at, by, "correction.taken_back", organization, field, correction.record_id)
    organization.refresh_from_db()


def _require_open(organization: Organization, field: str, value: str) -> None:
    """Of one that asked to be blurred no address is kept, whoever says it."""
    if field == "address" and value and is_blurred(organization):
        raise UnusableDecision(
            gettext_noop("This organization asked that nobody find its door: no address is kept."),
            remedy=gettext_noop("Correct its city, if it has moved."),
        )


def _audience(organization: Organization, field: str, wrong: str) -> str:
    """To whom the wrong value was published; "" when nobody decided that."""
    found = _facts(organization, field, wrong).exclude(published_to="").first()
    return found.published_to if found else ""


def _hide(
    organization: Organization, field: str, value: str, by: User, at: datetime
) -> list[dict[str, Any]]:
    """Hide a value; returns how it was shown before."""
    facts = _facts(organization, field, value)
    first = facts.first()
    if first is None:
        return []
    _show(organization, field, value, to="hidden", by=by, at=at)
    moment = first.published_at
    return [
        {
            "value": value,
            "to": first.published_to,
            "by": first.published_by_id,
            "at": moment.isoformat() if moment else None,
        }
    ]


def _show(
    organization: Organization, field: str, value: str, *, to: str, by: User, at: datetime
) -> None:
    _facts(organization, field, value).update(published_to=to, published_by=by, published_at=at)


def _facts(organization: Organization, field: str, value: str) -> Any:
    return Fact.objects.filter(organization=organization, field=field, value=value).order_by("pk")


def _count_out(organization: Organization) -> None:
    """The records of an organization that is out are counted with the reason, else with none."""
    organization.refresh_from_db()
    keys = list(organization.links.values_list("source", "record_id"))
    for source, record_id in keys:
        Exclusion.objects.filter(source=source, record_id=record_id).delete()
    if organization.exclusion:
        Exclusion.objects.bulk_create(_excluded(keys, organization.exclusion))


def _excluded(keys: Iterable[tuple[str, str]], reason: str) -> list[Exclusion]:
    return [Exclusion(source=source, record_id=each, reason=reason) for source, each in keys]


def _log(
    at: datetime, by: User, verb: str, organization: Organization, field: str, record: str
) -> None:
    audit(
        at=at,
        actor=f"user:{by.pk}",
        verb=verb,
        about=f"organization:{organization.public_id}",
        details={"field": field, "record": record},
    )
