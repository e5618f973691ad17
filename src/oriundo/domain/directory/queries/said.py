"""What is said of organizations, with who says so."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import F

from oriundo.collect.sources.drafts import RecordKey
from oriundo.collect.sources.models import Source
from oriundo.collect.sources.queries import drafts_of
from oriundo.domain.directory.decisions import decision
from oriundo.domain.directory.models import Fact, Organization
from oriundo.domain.directory.snapshots import Said


def said_of(organizations: Sequence[Organization]) -> dict[int, list[Said]]:
    """Organization → its facts in the order in which they were written. `organizations`: by
    primary key, few enough for one query."""
    found: dict[int, list[Said]] = {organization.pk: [] for organization in organizations}
    if not found:
        return found
    # Of a record only its source is wanted, and there are few of those: no join brings each anew.
    sources = {source.pk: source for source in Source.objects.all()}
    facts = Fact.objects.annotate(source=F("record__release__source"))
    among = facts.filter(organization__gte=min(found), organization__lte=max(found))
    for fact in among.order_by("pk").iterator(5_000):
        if fact.organization_id in found:
            found[fact.organization_id].append((fact, sources[fact.source]))
    return found


def said_at_desk(keys: Sequence[RecordKey], axis: str) -> list[str]:
    """What the desk ever said on an axis in the records of these keys, the empty word left out."""
    made = (decision(draft) for draft, _, _ in drafts_of(keys))
    return [each.value for each in made if each and each.axis == axis and each.value]
