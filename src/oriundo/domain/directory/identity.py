"""Which cluster goes on under which organization's identifier when the directory is rebuilt.

An identifier follows most of its records. Pairs of (cluster, organization) that share records are
taken by number shared, the older organization first; each is taken once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from oriundo.collect.sources.drafts import RecordKey


@dataclass(frozen=True, slots=True)
class Succession:
    """`heir[i]`: the organization that cluster i goes on as (None: a new one).
    `merged`: organizations left without a cluster of their own → the cluster that most of their
    records went to. `orphaned`: those whose records are all gone.
    """

    heir: tuple[int | None, ...]
    merged: Mapping[int, int]
    orphaned: tuple[int, ...]


def succeed(
    clusters: Sequence[Sequence[RecordKey]], holders: Mapping[RecordKey, int]
) -> Succession:
    """Decide from who held each record before (`holders`: record → organization)."""
    shared = Counter(
        (number, holders[key])
        for number, cluster in enumerate(clusters)
        for key in cluster
        if key in holders
    )
    heir: list[int | None] = [None] * len(clusters)
    placed: set[int] = set()
    merged: dict[int, int] = {}
    ordered = sorted(shared.items(), key=lambda item: (-item[1], item[0][1], item[0][0]))
    for (number, organization), _ in ordered:
        if heir[number] is None and organization not in placed:
            heir[number] = organization
            placed.add(organization)
    for (number, organization), _ in ordered:
        if organization not in placed:
            merged.setdefault(organization, number)
    gone = set(holders.values()) - placed - set(merged)
    return Succession(tuple(heir), merged, tuple(sorted(gone)))
