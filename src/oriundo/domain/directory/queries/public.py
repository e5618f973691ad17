"""What everyone may read: listings, and nothing but listings."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from oriundo.base.core import ids
from oriundo.base.core.text import fold
from oriundo.domain.directory.models import Change, FormerId, Listing
from oriundo.domain.directory.queries.succession import roots


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where a public identifier leads: one listing, or several when an organization was split.

    `reason` is "" when the identifier is current, else why it is not ("merged", "split").
    """

    listings: tuple[Listing, ...]
    reason: str


def by_name(words: str = "") -> QuerySet[Listing]:
    """The listings that hold every one of the words (folded), by name.

    What the database can answer without the atlas.
    """
    found = Listing.objects.order_by("sort_key", "public_id")
    for word in fold(words).split():
        found = found.filter(search_text__contains=word)
    return found


def resolve(typed: str) -> Resolution:
    """Follow an identifier, old or new. Unknown, withdrawn and private ones all give no listing."""
    try:
        public_id = ids.canonical(typed)
    except ids.MistypedId:
        return Resolution((), "")
    current = Listing.objects.filter(public_id=public_id)
    former = list(FormerId.objects.filter(public_id=public_id))
    heirs = _heirs(former).exclude(public_id=public_id).order_by("sort_key", "public_id")
    listings = (*current, *heirs)
    if not former or (current and not heirs):
        return Resolution(listings, "")
    return Resolution(listings, former[0].reason)


def _heirs(former: list[FormerId]) -> QuerySet[Listing]:
    """The listings that a former identifier leads to, through later merges."""
    organizations = roots(row.organization_id for row in former)
    return Listing.objects.filter(organization__in=organizations)


def count() -> int:
    """How many organizations are listed."""
    return Listing.objects.count()


def changes() -> QuerySet[Change]:
    """What appeared, changed or went, the latest first."""
    return Change.objects.order_by("-pk")
