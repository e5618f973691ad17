"""Publishing: what has passed every limit of visibility is written to `Listing`, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from oriundo.base.audit import turns
from oriundo.base.audit.actions import record as audit
from oriundo.base.core.language import gettext_noop
from oriundo.domain.directory.actions.listings import remove, replace, replace_these
from oriundo.domain.directory.decisions import DESK
from oriundo.domain.directory.models import Listing, Organization
from oriundo.domain.directory.queries.mailboxes import closed_mailboxes
from oriundo.domain.directory.queries.policies import Limits, limits
from oriundo.domain.directory.queries.said import said_of
from oriundo.domain.directory.relaying import mailbox
from oriundo.domain.directory.snapshots import Said, listing, public_facts
from oriundo.domain.directory.visibility import Audience

Progress = Callable[[str, float], None]
STAGE = gettext_noop("Publishing")
_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Published:
    """How many organizations are listed, and how many identified ones are not public."""

    listed: int
    withheld: int


def publish(*, at: datetime, actor: str, progress: Progress | None = None) -> Published:
    """Bring the listings of all organizations up to date, in one transaction.

    Some thousands at a time, so that memory does not grow with the directory.
    """
    with transaction.atomic():
        turns.take(turns.AUDIT)
        result = _publish_all(at, progress or _silent)
        audit(
            at=at,
            actor=actor,
            verb="directory.published",
            about="directory",
            details={"listed": result.listed, "withheld": result.withheld},
        )
    return result


def publish_organization(organization: Organization, *, at: datetime) -> bool:
    """Write or withdraw the listing of one organization; True when it is listed now."""
    with transaction.atomic():
        turns.take(turns.AUDIT)
        visible = organization.merged_into_id is None and not organization.exclusion
        listings = _listings([organization], limits(), at) if visible else []
        replace([organization.pk], listings, at=at)
    return bool(listings)


def _publish_all(at: datetime, progress: Progress) -> Published:
    identified = Organization.objects.identified()
    total, done, listed, last = identified.count(), 0, 0, 0
    in_force = limits()
    while some := list(identified.filter(pk__gt=last).order_by("pk")[:_AT_ONCE]):
        listings = _listings(some, in_force, at)
        standing = Listing.objects.filter(organization__gt=last, organization__lte=some[-1].pk)
        replace_these(standing, listings, at=at)
        last, done, listed = some[-1].pk, done + len(some), listed + len(listings)
        progress(STAGE, done / total)
    remove(Listing.objects.filter(organization__gt=last), at=at)
    progress(STAGE, 1.0)
    return Published(listed, total - listed)


def _listings(
    organizations: Sequence[Organization], in_force: Limits, at: datetime
) -> list[Listing]:
    """Their listings, of those that everyone may see. `organizations`: by primary key."""
    public = [o for o in organizations if in_force.of(o) is Audience.PUBLIC]
    said, closed = said_of(public), closed_mailboxes()
    made = (
        listing(
            organization,
            public_facts(said[organization.pk], Audience.PUBLIC, in_force.consents),
            at=at,
            invented=_is_invented(said[organization.pk]),
            relay=bool(mailbox(said[organization.pk], closed=closed)),
        )
        for organization in public
    )
    return [row for row in made if row is not None]


def _is_invented(said: Iterable[Said]) -> bool:
    """True when every list that speaks of it is invented. The desk speaks of both kinds."""
    return all(source.invented for _, source in said if source.slug != DESK)


def _silent(stage: str, done: float) -> None: ...
