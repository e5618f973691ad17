"""The emergency switch: out of the public at once, and back, without touching policy or choice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from oriundo.base.audit import turns
from oriundo.base.audit.actions import record as audit
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.domain.directory.actions.listings import remove
from oriundo.domain.directory.actions.publish import Published, publish, publish_organization
from oriundo.domain.directory.models import CountryPolicy, Listing, Organization, Withdrawal
from oriundo.domain.directory.queries.policies import limits
from oriundo.domain.directory.visibility import Audience

_AT_ONCE = 2_000


class NotWithdrawn(OriundoError):
    """There is nothing to take back."""


class UnknownCountry(OriundoError):
    """No organization comes from there, and no policy speaks of it."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What is pulled: one organization, one country (of origin), or, with neither, everything."""

    organization: Organization | None = None
    country: str = ""

    @property
    def about(self) -> str:
        """As the log calls it."""
        if self.organization:
            return f"organization:{self.organization.public_id}"
        return f"country:{self.country}" if self.country else "directory"


def withdraw(*, extent: Extent, at: datetime, actor: str) -> int:
    """Pull listings from the public until `restore`; how many went now.

    Nothing of the extent is published meanwhile, whatever is decided or rebuilt.
    """
    with transaction.atomic():
        turns.take(turns.AUDIT)
        _must_be_known(extent)
        Withdrawal.objects.get_or_create(
            organization=extent.organization, country=extent.country, defaults={"at": at}
        )
        gone = sum(remove(these, at=at) for these in _no_longer_public(extent))
        audit(
            at=at,
            actor=actor,
            verb="directory.withdrawn",
            about=extent.about,
            details={"listings": gone},
        )
    return gone


def restore(*, extent: Extent, at: datetime, actor: str) -> Published:
    """Take a withdrawal back, and publish what may be public now; how many are listed in all.

    Raises NotWithdrawn. A wider withdrawal that is still in force goes on holding.
    """
    with transaction.atomic():
        turns.take(turns.AUDIT)
        lifted, _ = Withdrawal.objects.filter(
            organization=extent.organization, country=extent.country
        ).delete()
        if not lifted:
            raise NotWithdrawn(
                gettext_noop("This is not withdrawn: %(extent)s."),
                remedy=gettext_noop("Name what was withdrawn in the same way."),
                values={"extent": extent.about},
            )
        audit(at=at, actor=actor, verb="directory.restored", about=extent.about)
        if extent.organization:
            listed = publish_organization(extent.organization, at=at)
            return Published(int(listed), int(not listed))
        return publish(at=at, actor=actor)


def _must_be_known(extent: Extent) -> None:
    if not extent.country:
        return
    named = Organization.objects.filter(origin=extent.country).exists()
    if not named and not CountryPolicy.objects.filter(country=extent.country).exists():
        raise UnknownCountry(
            gettext_noop("No organization of the country %(country)s is known here."),
            remedy=gettext_noop("Write its three letters: MEX, GTM, SLV."),
            values={"country": extent.country},
        )


def _no_longer_public(extent: Extent) -> list[QuerySet[Listing]]:
    if extent.organization:
        return [Listing.objects.filter(organization=extent.organization)]
    if not extent.country:
        return [Listing.objects.all()]
    return _closed()


def _closed() -> list[QuerySet[Listing]]:
    """The listings of organizations that not everyone may see any more."""
    in_force, found, last = limits(), list[QuerySet[Listing]](), 0
    listed = Organization.objects.filter(listing__isnull=False).order_by("pk")
    columns = listed.only("origin", "origin_countries", "choice")
    while some := list(columns.filter(pk__gt=last)[:_AT_ONCE]):
        closed = [o.pk for o in some if in_force.of(o) is not Audience.PUBLIC]
        if closed:
            found.append(Listing.objects.filter(organization__in=closed))
        last = some[-1].pk
    return found
