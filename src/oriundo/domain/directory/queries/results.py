"""The directory's result in plain form, to be compared with a known truth."""

from __future__ import annotations

from collections import defaultdict

from oriundo.collect.sources.drafts import RecordKey
from oriundo.domain.directory.models import Exclusion, Link, Organization


def clusters() -> dict[str, list[RecordKey]]:
    """Public id of every identified organization → the records that are about it."""
    found: dict[str, list[RecordKey]] = defaultdict(list)
    links = Link.objects.filter(organization__in=Organization.objects.identified())
    rows = links.order_by("source", "record_id").values_list(
        "organization__public_id", "source", "record_id"
    )
    for public_id, source, record_id in rows:
        found[public_id].append((source, record_id))
    return dict(found)


def attributes() -> dict[str, dict[str, str]]:
    """Public id of every identified organization → origin, country of residence, precision."""
    rows = Organization.objects.identified().values_list(
        "public_id", "origin", "residence_country", "precision"
    )
    return {
        public_id: {"origin": origin, "country": country, "precision": precision}
        for public_id, origin, country, precision in rows
    }


def exclusions() -> dict[RecordKey, str]:
    """Excluded record → reason."""
    rows = Exclusion.objects.values_list("source", "record_id", "reason")
    return {(source, record_id): reason for source, record_id, reason in rows}
