"""Publishing: what has passed every limit of visibility is written to `Listing`, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from oriundo.base.audit import turns
from oriundo.base.audit.actions import record as audit
from oriundo.domain.directory.actions.listings import replace
from oriundo.domain.directory.decisions import DESK
from oriundo.domain.directory.models import Fact, Listing, Organization
from oriundo.domain.directory.queries.mailboxes import closed_mailboxes
from oriundo.domain.directory.queries.policies import (
    choices_of_merged,
    consents_in_force,
    policy_modes,
)
from oriundo.domain.directory.relaying import mailbox
from oriundo.domain.directory.snapshots import audience_of, listing, public_facts
from oriundo.domain.directory.visibility import Audience

Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Published:
    """How many organizations are listed, and how many identified ones are not public."""

    listed: int
    withheld: int


def publish(*, at: datetime, actor: str, progress: Progress | None = None) -> Published:
    """Write the listings of all organizations anew, in one transaction."""
    with transaction.atomic():
        turns.take(turns.AUDIT)
        organizations = list(Organization.objects.identified().order_by("pk"))
        listings = _listings(organizations, at)
        replace(None, listings, at=at)
        result = Published(len(listings), len(organizations) - len(listings))
        audit(
            at=at,
            actor=actor,
            verb="directory.published",
            about="directory",
            details={"listed": result.listed, "withheld": result.withheld},
        )
    if progress:
        progress("publish", 1.0)
    return result


def publish_organization(organization: Organization, *, at: datetime) -> bool:
    """Write or withdraw the listing of one organization; True when it is listed now."""
    with transaction.atomic():
        turns.take(turns.AUDIT)
        visible = organization.merged_into_id is None and not organization.exclusion
        listings = _listings([organization], at) if visible else []
        replace([organization.pk], listings, at=at)
    return bool(listings)


def _listings(organizations: Iterable[Organization], at: datetime) -> list[Listing]:
    modes, consents, merged = policy_modes(), consents_in_force(), choices_of_merged()
    closed = closed_mailboxes()
    public = {
        o.pk: o
        for o in organizations
        if audience_of(o, modes, merged.get(o.pk, ())) is Audience.PUBLIC
    }
    facts: dict[int, list[Fact]] = {pk: [] for pk in public}
    rows = Fact.objects.select_related("record__release__source").order_by("pk")
    if len(public) == 1:
        rows = rows.filter(organization__in=list(public))
    for fact in rows.iterator(chunk_size=5_000):
        if fact.organization_id in facts:
            facts[fact.organization_id].append(fact)
    made = [
        listing(
            organization,
            public_facts(facts[pk], Audience.PUBLIC, consents),
            at=at,
            invented=_is_invented(facts[pk]),
            relay=bool(mailbox(facts[pk], closed=closed)),
        )
        for pk, organization in public.items()
    ]
    return [row for row in made if row is not None]


def _is_invented(facts: Iterable[Fact]) -> bool:
    """True when every list that speaks of it is invented. The desk speaks of both kinds."""
    sources = (fact.record.release.source for fact in facts)
    return all(source.invented for source in sources if source.slug != DESK)
