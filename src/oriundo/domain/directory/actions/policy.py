"""How a country wants its organizations listed, and what an organization itself chose."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from oriundo.base.accounts.models import User
from oriundo.base.audit.actions import record as audit
from oriundo.domain.directory.actions.publish import publish, publish_organization
from oriundo.domain.directory.actions.repaint import require
from oriundo.domain.directory.models import CountryPolicy, Organization


def set_policy(
    *,
    country: str,
    mode: str,
    effective_on: date,
    at: datetime,
    actor: str,
    minimum_members: int = 0,
    legal_note: str = "",
) -> CountryPolicy:
    """Create or change the policy of a country of origin, and republish at once if it is new."""
    with transaction.atomic():
        policy, _ = CountryPolicy.objects.update_or_create(
            country=country,
            defaults={
                "mode": mode,
                "minimum_members": minimum_members,
                "effective_on": effective_on,
                "legal_note": legal_note,
            },
        )
        audit(
            at=at,
            actor=actor,
            verb="policy.set",
            about=f"country:{country}",
            details={"mode": mode},
        )
        publish(at=at, actor=actor)
    return policy


def hide_itself(*, organization: Organization, at: datetime) -> None:
    """The organization itself, through a mailbox of its own, asks to be hidden: at once."""
    with transaction.atomic():
        organization.choice = "hidden"
        organization.save(update_fields=["choice"])
        publish_organization(organization, at=at)
        audit(
            at=at,
            actor="organization",
            verb="organization.chose",
            about=f"organization:{organization.public_id}",
            details={"choice": "hidden"},
        )


def set_choice(
    *, organization: Organization, choice: str, by: User | None, at: datetime
) -> Organization:
    """Keep what an organization chose (hidden, authority, public, "" for not asked), at once."""
    require(by, organization)
    with transaction.atomic():
        organization.choice = choice
        organization.save(update_fields=["choice"])
        publish_organization(organization, at=at)
        audit(
            at=at,
            actor=f"user:{by.pk}" if by else "command",
            verb="organization.chose",
            about=f"organization:{organization.public_id}",
            details={"choice": choice},
        )
    return organization
