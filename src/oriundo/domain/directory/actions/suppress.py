"""An organization asks not to be listed: it is gone at once, and stays out of every later import.

Neither the register nor the log names it: hashes there, a code and a number here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from oriundo.base.accounts.models import User
from oriundo.base.audit import turns
from oriundo.base.audit.actions import record as audit
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.actions import remember
from oriundo.collect.matching.models import Pair, Suppression
from oriundo.collect.matching.queries import register, suppressions_of
from oriundo.collect.matching.suppression import contacts, remembered
from oriundo.collect.sources.drafts import RecordKey
from oriundo.collect.sources.queries import drafts_of
from oriundo.domain.directory.actions.paint import withdraw
from oriundo.domain.directory.actions.repaint import repaint, require
from oriundo.domain.directory.inclusion import ASKED
from oriundo.domain.directory.models import Exclusion, Organization
from oriundo.domain.directory.queries.contacts import lent_by_others
from oriundo.domain.directory.queries.organizations import by_public_id


class NotRecognizable(OriundoError):
    """Nothing that the records say of an organization would tell it from another."""


class NotSuppressed(OriundoError):
    """The register does not know the number of this organization."""


def suppress(
    *, organization: Organization, reason: str, by: User | None, at: datetime
) -> Suppression:
    """Take an organization out of the directory for good; `reason`: Suppression.Reason.

    Keeps keyed hashes of what its records say today (see `matching.suppression`). Its listing,
    its values and its name here go at once; its records stay as they were delivered, are counted,
    and are in no organization. Repeating it adds what newer records say.
    """
    require(by, organization)
    with transaction.atomic():
        turns.take(turns.AUDIT)
        register()  # Raises under a key that does not know those who are in it already.
        keys = list(organization.links.order_by("pk").values_list("source", "record_id"))
        rows = drafts_of(keys)
        drafts = [draft for draft, _, _ in rows]
        values = remembered(drafts, lent=lent_by_others(organization, contacts(drafts)))
        if not values:
            raise NotRecognizable(
                gettext_noop(
                    "No current record says enough of this organization to know it again."
                ),
                remedy=gettext_noop(
                    "Import a list that says its name with its place, a contact or a"
                    " registration number, publish, and try again; until then, hide it."
                ),
            )
        suppression = remember(
            public_id=organization.public_id, values=values, reason=reason, at=at
        )
        withdraw(organization.pk, ASKED, at=at)
        _exclude(keys)
        ours = [record.pk for _, record, _ in rows]
        Pair.objects.filter(Q(left__in=ours) | Q(right__in=ours)).delete()
        _log(at, by, "organization.suppressed", suppression.pk, reason)
    organization.refresh_from_db()
    return suppression


def lift(*, public_id: str, by: User | None, at: datetime) -> Organization:
    """Forget what was kept of the organization with this number, and bring it back from its
    records, under the same number.

    Its listing is written at once, if all who are concerned allow it; records that other lists
    brought meanwhile join it at the next rebuild.
    """
    organization = by_public_id(public_id)
    require(by, organization)
    numbers = organization.merged_from.values_list("public_id", flat=True)
    with transaction.atomic():
        turns.take(turns.AUDIT)
        kept = list(suppressions_of([organization.public_id, *numbers]))
        if not kept:
            raise NotSuppressed(
                gettext_noop("The organization with the number %(number)s is not kept out."),
                remedy=gettext_noop("Give the number that it had when it was taken out."),
                values={"number": organization.public_id},
            )
        for suppression in kept:
            pk, reason = suppression.pk, suppression.reason
            suppression.delete()
            _log(at, by, "suppression.lifted", pk, reason)
        _bring_back(organization, at=at)
    organization.refresh_from_db()
    return organization


def _bring_back(organization: Organization, *, at: datetime) -> None:
    keys = list(organization.links.values_list("source", "record_id"))
    _excluded(keys).delete()
    if drafts_of(keys):
        repaint([organization], at=at)
        organization.refresh_from_db()
        if organization.exclusion:
            _exclude(keys, organization.exclusion)
    else:
        withdraw(organization.pk, "no_record", at=at)


def _exclude(keys: Sequence[RecordKey], reason: str = ASKED) -> None:
    _excluded(keys).delete()
    Exclusion.objects.bulk_create(
        [Exclusion(source=source, record_id=record_id, reason=reason) for source, record_id in keys]
    )


def _excluded(keys: Sequence[RecordKey]) -> QuerySet[Exclusion]:
    these = Q(pk__in=[])
    for source, record_id in keys:
        these |= Q(source=source, record_id=record_id)
    return Exclusion.objects.filter(these)


def _log(at: datetime, by: User | None, verb: str, suppression: int, reason: str) -> None:
    audit(
        at=at,
        actor=f"user:{by.pk}" if by else "command",
        verb=verb,
        about=f"suppression:{suppression}",
        details={"reason": reason},
    )
