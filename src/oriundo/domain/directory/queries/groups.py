"""The records that a decision on a pair may concern: joined by waiting pairs, or already one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Q

from oriundo.base.accounts.models import User
from oriundo.collect.matching.models import Pair
from oriundo.collect.sources.drafts import Draft
from oriundo.collect.sources.models import Record, Source
from oriundo.collect.sources.queries import drafts_of
from oriundo.domain.directory.models import Link, Organization
from oriundo.domain.directory.queries.judging import waiting
from oriundo.domain.directory.queries.succession import holders
from oriundo.domain.directory.rules import shown

LARGEST = 8
_FAR = 4 * LARGEST
_PAIRS = 100


@dataclass(frozen=True, slots=True)
class Member:
    """A record of a group. `organization`: the one it is about, None when it is of none."""

    draft: Draft
    record: Record
    source: Source
    organization: Organization | None


@dataclass(frozen=True, slots=True)
class Group:
    """The members, the two of the pair asked about first. `pairs`: those that wait between
    members; `more`: members left out of a large group."""

    members: tuple[Member, ...]
    pairs: tuple[Pair, ...]
    more: int


def group_of(user: User, pair: Pair) -> Group:
    """The group of a pair, as far as a user may see it, nearest first."""
    order = [pair.left_id, pair.right_id]
    found: dict[int, Pair] = {}
    reached = list(order)
    while reached and len(order) < _FAR:
        near = [*_beside(user, reached), *_across(user, reached, found)]
        reached = [row for row in dict.fromkeys(near) if row not in order]
        order += reached
    kept = order[:LARGEST]
    between = [p for p in found.values() if {p.left_id, p.right_id} <= set(kept)]
    return Group(members(kept), tuple(between), len(order) - len(kept))


def members(rows: Sequence[int]) -> tuple[Member, ...]:
    """What the sources say now of the records of these rows, in this order.

    A later release of a source may hold the same record in another row, or no longer.
    """
    records = Record.objects.filter(pk__in=rows).select_related("release__source")
    key_of = {record.pk: (record.release.source.slug, record.record_id) for record in records}
    of_key = holders(key_of.values())
    found = {
        draft.key: Member(draft, record, source, of_key.get(draft.key))
        for draft, record, source in drafts_of(list(key_of.values()))
    }
    keys = dict.fromkeys(key_of[row] for row in rows if row in key_of)
    return tuple(found[key] for key in keys if key in found)


def _across(user: User, rows: Collection[int], found: dict[int, Pair]) -> list[int]:
    """The records that a waiting pair joins to `rows`; the pairs are added to `found`."""
    touching = waiting(user).filter(Q(left__in=rows) | Q(right__in=rows))
    pairs = list(touching[:_PAIRS])
    found |= {pair.pk: pair for pair in pairs}
    return [row for pair in pairs for row in (pair.left_id, pair.right_id)]


def _beside(user: User, rows: Collection[int]) -> list[int]:
    """The current records of the organizations that `rows` are about."""
    records = Record.objects.filter(pk__in=rows).select_related("release__source")
    keys = [(record.release.source.slug, record.record_id) for record in records]
    organizations = {organization.pk for organization in holders(keys).values()}
    links = Link.objects.filter(organization__in=organizations).order_by("source", "record_id")
    held = [record.pk for _, record, _ in drafts_of(list(links.values_list("source", "record_id")))]
    visible = set(shown(user, Record.objects.filter(pk__in=held)).values_list("pk", flat=True))
    return [row for row in held if row in visible]
