"""Where organizations went: which one a merged one is part of now, and the records of each."""

from __future__ import annotations

from collections.abc import Iterable

from oriundo.collect.sources.drafts import RecordKey
from oriundo.domain.directory.models import Link, Organization


def root(organization: Organization) -> Organization:
    """The organization that a merged one is part of, through any number of merges; else itself."""
    while organization.merged_into is not None:
        organization = organization.merged_into
    return organization


def roots(pks: Iterable[int]) -> set[int]:
    """The same for many at once, by row."""
    ended: set[int] = set()
    asked: set[int] = set(pks)
    while asked:
        rows = Organization.objects.filter(pk__in=asked).values_list("pk", "merged_into")
        found = list(rows)
        ended |= {pk for pk, into in found if into is None}
        asked = {into for _, into in found if into is not None} - ended
    return ended


def held_by(organization: Organization) -> list[RecordKey]:
    """The records that are about an organization, in a fixed order."""
    links = organization.links.order_by("source", "record_id")
    return list(links.values_list("source", "record_id"))


def holders(keys: Iterable[RecordKey]) -> dict[RecordKey, Organization]:
    """The organization that each record is about; records of none are left out."""
    wanted = set(keys)
    links = Link.objects.filter(record_id__in={record_id for _, record_id in wanted})
    return {
        (link.source, link.record_id): link.organization
        for link in links.select_related("organization")
        if (link.source, link.record_id) in wanted
    }
