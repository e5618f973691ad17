"""What everyone may read: listings, and nothing but listings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from oriundo.base.core import ids
from oriundo.base.core.text import fold
from oriundo.domain.directory.models import FormerId, Listing
from oriundo.domain.directory.queries.succession import roots

FILTERS = {
    "origin": "origin",
    "country": "residence_country",
    "region": "residence_region",
    "member_origin": "member_origin",
    "structure": "structure",
    "objective": "objective",
}
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Search:
    """A search as the address bar holds it: words, one value per filter ("unknown": empty)."""

    words: str = ""
    filters: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where a public identifier leads: one listing, or several when an organization was split.

    `reason` is "" when the identifier is current, else why it is not ("merged", "split").
    """

    listings: tuple[Listing, ...]
    reason: str


def find(search: Search) -> QuerySet[Listing]:
    """The listings that hold every word of the search (folded) and every chosen value, by name."""
    return _filtered(search).order_by("sort_key", "public_id")


def facets(search: Search) -> dict[str, dict[str, int]]:
    """For each filter, how many listings each value would give, the other filters as they are."""
    return {name: _facet(search, name) for name in FILTERS}


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


def _filtered(search: Search, *, but: str = "") -> QuerySet[Listing]:
    found = Listing.objects.all()
    for word in fold(search.words).split():
        found = found.filter(search_text__contains=word)
    for name, value in (search.filters or {}).items():
        if name != but and value:
            found = found.filter(Q(**{FILTERS[name]: "" if value == UNKNOWN else value}))
    return found


def _facet(search: Search, name: str) -> dict[str, int]:
    column = FILTERS[name]
    rows = _filtered(search, but=name).values_list(column).annotate(n=Count("pk")).order_by()
    counted = {value or UNKNOWN: number for value, number in rows}
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))
