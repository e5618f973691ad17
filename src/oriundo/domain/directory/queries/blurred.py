"""Organizations of which no more than a cell or a town is kept, because they asked for it.

It is their records that say so (`CoarseRow`): so it holds through merge, split and rebuild.
"""

from __future__ import annotations

from collections.abc import Iterable

from oriundo.base.audit.models import Entry
from oriundo.collect.sources.drafts import Draft, RecordKey
from oriundo.collect.sources.models import Record, Release
from oriundo.collect.sources.queries import coarse_keys, draft_of
from oriundo.domain.directory.models import Link, Organization


def keys_of(organization: Organization) -> list[RecordKey]:
    """The records that an organization is made of."""
    return list(organization.links.order_by("pk").values_list("source", "record_id"))


def is_blurred(organization: Organization) -> bool:
    """Whether an organization asked that nobody find its door."""
    coarse = coarse_keys()
    return bool(coarse) and any(key in coarse for key in keys_of(organization))


def blurred() -> list[Organization]:
    """All organizations that asked that nobody find their door."""
    holders = _holders(coarse_keys())
    return list(Organization.objects.identified().filter(pk__in=holders).order_by("pk"))


def half_blurred(organizations: Iterable[Organization]) -> list[Organization]:
    """Those of them that are blurred, and that a record has joined of which more is kept."""
    coarse = coarse_keys()
    holders = _holders(coarse)
    found = [each for each in organizations if each.pk in holders]
    return [each for each in found if not coarse.issuperset(keys_of(each))]


def unattached() -> list[Draft]:
    """The current records that no rebuild has seen, which are in no organization yet."""
    rebuilt = Entry.objects.filter(verb="directory.rebuilt").order_by("-pk").first()
    releases = Release.objects.current()
    if rebuilt is not None:
        releases = releases.filter(received_at__gte=rebuilt.at)
    records = Record.objects.filter(release__in=releases).select_related("release__source")
    linked = set(Link.objects.values_list("source", "record_id"))
    drafts = map(draft_of, records.order_by("pk"))
    return [draft for draft in drafts if draft.key not in linked]


def _holders(coarse: frozenset[RecordKey]) -> set[int]:
    if not coarse:
        return set()
    links = Link.objects.filter(record_id__in={record_id for _, record_id in coarse})
    return {link.organization_id for link in links if (link.source, link.record_id) in coarse}
