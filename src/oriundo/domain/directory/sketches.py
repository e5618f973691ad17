"""An organization and its facts as a portrait makes them, before anything is saved."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from oriundo.collect.sources.drafts import RecordKey
from oriundo.domain.directory.golden import Portrait
from oriundo.domain.directory.models import Fact, Organization

COLUMNS = (
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
    "status",
)
Said = tuple[int, str, str]
"""(organization or record, field, value)"""


class Decisions:
    """What someone entitled decided on values (published to whom, about which person).

    It follows the value of a record to whatever organization the record goes to, so that a merge
    and its undoing leave every decision where it was. A record that is new (a release later)
    takes over what its organization decided on the same field and value.
    """

    def __init__(
        self,
        organizations: Sequence[Organization],
        portraits: Sequence[Portrait],
        records: Mapping[RecordKey, int],
    ) -> None:
        """Read them as they stand; call it before any fact is deleted."""
        ours = {o.pk for o in organizations}
        rows = {records[key] for portrait in portraits for key in portrait.keys}
        decided = list(Fact.objects.exclude(published_to="", person=None).order_by("pk"))
        self._by_record: dict[Said, Fact] = {
            (fact.record_id, fact.field, fact.value): fact
            for fact in decided
            if fact.record_id in rows
        }
        self._by_organization: dict[Said, Fact] = {
            (fact.organization_id, fact.field, fact.value): fact
            for fact in decided
            if fact.organization_id in ours
        }
        deciding = {pk for pk, _, _ in self._by_organization}
        self._known = _with_facts(
            {
                records[key]
                for organization, portrait in zip(organizations, portraits, strict=True)
                if organization.pk in deciding
                for key in portrait.keys
            }
        )

    def put_on(self, fact: Fact) -> None:
        """Give `fact` what was decided on its value, if anything was."""
        before = self._by_record.get((fact.record_id, fact.field, fact.value))
        if before is None and fact.record_id not in self._known:
            before = self._by_organization.get((fact.organization_id, fact.field, fact.value))
        if before:
            fact.published_to = before.published_to
            fact.published_by_id = before.published_by_id
            fact.published_at = before.published_at
            fact.person_id = before.person_id


def dress(organization: Organization, portrait: Portrait) -> None:
    """Give an organization the columns of a portrait."""
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
    organization.status = portrait.status or organization.status


def facts(
    organization: Organization,
    portrait: Portrait,
    records: Mapping[RecordKey, int],
    decisions: Decisions,
) -> Iterator[Fact]:
    """The facts of a portrait with what was decided on them; `records`: the row of each record."""
    for draft in portrait.facts:
        fact = Fact(
            organization=organization,
            record_id=records[draft.key],
            field=draft.field,
            value=draft.value,
            chosen=draft.chosen,
            reason=draft.reason,
            reason_values=draft.reason_values,
        )
        decisions.put_on(fact)
        yield fact


def _with_facts(rows: Collection[int]) -> set[int]:
    """Those of the records that some fact rests on already."""
    wanted, found = sorted(rows), set[int]()
    for start in range(0, len(wanted), 500):
        part = Fact.objects.filter(record__in=wanted[start : start + 500])
        found.update(part.values_list("record_id", flat=True))
    return found
