"""Invented listings, written as publishing writes them."""

from __future__ import annotations

from itertools import count

from oriundo.domain.directory.actions.listings import replace
from oriundo.domain.directory.models import Listing, Organization
from oriundo.domain.directory.snapshots import summary
from tests.factories import NOON

_numbers = count(1)


def an_organization(name: str = "", **columns: object) -> Organization:
    return Organization.objects.create(
        name=name or f"Club {next(_numbers)}", origin="MEX", created_at=NOON, **columns
    )


def listed(organization: Organization, **columns: object) -> Listing:
    """Its listing, not written yet."""
    facts = [{"field": "name", "value": organization.name, "chosen": True, "sources": []}]
    told = {"name": organization.name, "sort_key": organization.name.lower(), "facts": facts}
    told |= columns
    return Listing(
        organization=organization,
        public_id=organization.public_id,
        origin=organization.origin,
        status="not_verified",
        invented=True,
        search_text="",
        published_at=NOON,
        summary=summary(told["facts"]),
        **told,
    )


def published(*names: str) -> list[Organization]:
    """New organizations of these names, listed."""
    organizations = [an_organization(name) for name in names]
    replace([one.pk for one in organizations], map(listed, organizations), at=NOON)
    return organizations


def withdrawn(*organizations: Organization) -> None:
    replace([one.pk for one in organizations], [], at=NOON)


def renamed(organization: Organization, name: str) -> None:
    organization.name = name
    replace([organization.pk], [listed(organization)], at=NOON)
