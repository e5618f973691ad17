"""Writing a portrait onto its organization: columns, links and facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from django.db.models import Q

from oriundo.collect.sources.drafts import RecordKey
from oriundo.domain.directory.golden import FactDraft, Portrait
from oriundo.domain.directory.inclusion import ASKED
from oriundo.domain.directory.models import Fact, FormerId, Link, Listing, Organization

_BATCH = 2_000
_COLUMNS = (
    "name",
    "origin",
    "origin_countries",
    "origin_rule",
    "member_origin",
    "structure",
    "objective",
    "residence_country",
    "residence_region",
    "precision",
    "exclusion",
)
Decision = tuple[int, str, str]
Value = TypeVar("Value")


def paint(
    organizations: Sequence[Organization],
    portraits: Sequence[Portrait],
    records: Mapping[RecordKey, int],
) -> None:
    """Replace columns, links and facts of `organizations` by those of `portraits` (same order).

    What someone entitled decided on a value (published to whom, about which person) is carried
    over to the new row of the same organization, field and value.
    """
    pks = [o.pk for o in organizations]
    decided = _decisions(pks)
    for organization, portrait in zip(organizations, portraits, strict=True):
        _apply(organization, portrait)
    Organization.objects.bulk_update(organizations, _COLUMNS, batch_size=500)
    _free(pks, {key for portrait in portraits for key in portrait.keys})
    Link.objects.bulk_create(
        [
            Link(organization=organization, source=source, record_id=record_id)
            for organization, portrait in zip(organizations, portraits, strict=True)
            for source, record_id in portrait.keys
        ],
        batch_size=_BATCH,
    )
    Fact.objects.bulk_create(
        [
            _fact(organization, draft, records, decided)
            for organization, portrait in zip(organizations, portraits, strict=True)
            for draft in portrait.facts
        ],
        batch_size=_BATCH,
    )


def _free(pks: Sequence[int], keys: Collection[RecordKey]) -> None:
    """Delete facts and links of these organizations, and links of these records to any other."""
    for chunk in _chunks(pks):
        Fact.objects.filter(organization__in=chunk).delete()
        Link.objects.filter(organization__in=chunk).delete()
    by_source: dict[str, list[str]] = defaultdict(list)
    for source, record_id in sorted(keys):
        by_source[source].append(record_id)
    for source, record_ids in by_source.items():
        for part in _chunks(record_ids):
            Link.objects.filter(source=source, record_id__in=part).delete()


def _chunks(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """Pieces small enough for one query on any database."""
    return (values[start : start + 500] for start in range(0, len(values), 500))


def repoint(old: int, heir: Organization, keys: Sequence[RecordKey], *, at: datetime) -> None:
    """The organization `old` is merged into `heir`; its identifier goes on resolving there."""
    organization = Organization.objects.get(pk=old)
    organization.merged_into = heir
    organization.save(update_fields=["merged_into"])
    Fact.objects.filter(organization=organization).delete()
    Listing.objects.filter(organization=organization).delete()
    FormerId.objects.update_or_create(
        public_id=organization.public_id,
        organization=heir,
        defaults={
            "reason": FormerId.Reason.MERGED,
            "at": at,
            "records": [list(key) for key in keys],
        },
    )


def withdraw(pk: int, reason: str) -> None:
    """The organization leaves the directory for a reason of `inclusion.REASONS`.

    Its identifier and links stay, so that it comes back under it when the reason is gone. Of one
    that asked not to be listed, the name goes too, also where it was merged.
    """
    Organization.objects.filter(pk=pk).update(exclusion=reason)
    if reason == ASKED:
        Organization.objects.filter(Q(pk=pk) | Q(merged_into=pk)).update(name="")
    Fact.objects.filter(organization=pk).delete()
    Listing.objects.filter(organization=pk).delete()


def _apply(organization: Organization, portrait: Portrait) -> None:
    organization.name = portrait.name[:300]
    organization.origin = portrait.origin.code
    organization.origin_countries = list(portrait.origin.countries)
    organization.origin_rule = portrait.origin.rule
    organization.member_origin = portrait.member_origin
    organization.structure = portrait.structure
    organization.objective = portrait.objective
    organization.residence_country = portrait.residence_country
    organization.residence_region = portrait.residence_region
    organization.precision = portrait.precision
    organization.exclusion = portrait.exclusion


def _decisions(pks: Sequence[int]) -> dict[Decision, Fact]:
    decided = Fact.objects.exclude(published_to="", person=None)
    wanted = set(pks)
    return {
        (fact.organization_id, fact.field, fact.value): fact
        for fact in decided
        if fact.organization_id in wanted
    }


def _fact(
    organization: Organization,
    draft: FactDraft,
    records: Mapping[RecordKey, int],
    decided: Mapping[Decision, Fact],
) -> Fact:
    fact = Fact(
        organization=organization,
        record_id=records[draft.key],
        field=draft.field,
        value=draft.value,
        chosen=draft.chosen,
        reason=draft.reason,
        reason_values=draft.reason_values,
    )
    before = decided.get((organization.pk, draft.field, draft.value))
    if before:
        fact.published_to = before.published_to
        fact.published_by_id = before.published_by_id
        fact.published_at = before.published_at
        fact.person_id = before.person_id
    return fact
