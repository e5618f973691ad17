"""Which pairs are worth comparing: records that share at least one of many keys.

A key that more records share than its cap is refined (the same key within one city or region);
what is still too many is compared only among neighbors in the order of the names, and reported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt

from oriundo.base.core.processes import each
from oriundo.collect.matching.arrays import once
from oriundo.collect.matching.groups import (
    Groups,
    Keys,
    Members,
    Two,
    members_of,
    mixed,
    neighbors_of,
    pairs_of,
)
from oriundo.collect.matching.keys import ALL_KEYS, KINDS, Entries, where_of
from oriundo.collect.matching.table import Table
from oriundo.collect.matching.vocabulary import NONE, Ids
from oriundo.collect.matching.worth import MOST, stands_for

CAP = 30
_WINDOW = 6
_TIMES = MOST + 1
_MANY = 150_000
"""Records from which other processes help."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """A key that stayed over its cap after refining: its kind in words, how many records share
    it, and the first of them."""

    kind: str
    records: int
    first: int


@dataclass(frozen=True, slots=True)
class Blocks:
    """`left`, `right`: candidate pairs by position, lower first, sorted, each once; `times`: for
    how many pairs each is compared (see `worth`); `crowds`: keys not compared in full."""

    left: Ids
    right: Ids
    times: Ids
    crowds: tuple[Crowd, ...]


def block(table: Table, *, cap: int = CAP, also: Iterable[tuple[int, int]] = ()) -> Blocks:
    """The candidate pairs of the records of `table`, and the pairs `also` named."""
    named = np.array(sorted(also), dtype=np.int64).reshape(-1, 2)
    standing = standing_of(table)
    jobs = [partial(_sharing, of, table, standing, cap) for of in ALL_KEYS]
    found, crowds = [_codes(table, named[:, 0], named[:, 1], least=1)], []
    for codes, crowded in each(jobs, alone=len(table) < _MANY):
        found.append(codes)
        crowds += crowded
    codes = once(np.concatenate(found), runs=True)
    return Blocks(*parted(table, codes), in_order(crowds))


def _sharing(
    of: Callable[[Table], Iterator[Entries]], table: Table, standing: Standing, cap: int
) -> tuple[npt.NDArray[np.int64], list[Crowd]]:
    """The pairs worth comparing that share one of these keys, as one number each."""
    found: list[Two] = []
    crowds: list[Crowd] = []
    for kind, (keys, members) in _by_kind(of(table)):
        pairs, crowded = shared(kind, keys, members, standing, cap)
        found += pairs
        crowds += crowded
    return worthy(table, found), crowds


def worthy(table: Table, found: Iterable[Two]) -> npt.NDArray[np.int64]:
    """Of these pairs those worth comparing, in order, each once, as one number each (`parted`)."""
    return once(np.concatenate([_codes(table, left, right) for left, right in found]))


def parted(table: Table, codes: npt.NDArray[np.int64]) -> tuple[Ids, Ids, Ids]:
    """Of pairs as one number each both ends, and for how many they are compared."""
    left, right = np.divmod(codes // _TIMES, max(1, len(table)))
    return left.astype(np.int32), right.astype(np.int32), (codes % _TIMES).astype(np.int32)


def _codes(table: Table, left: Members, right: Members, *, least: int = 0) -> npt.NDArray[np.int64]:
    """The pairs worth comparing as one number each, which also says for how many they are."""
    times = np.maximum(stands_for(table, left, right), least)
    kept = times > 0
    return (left[kept] * len(table) + right[kept]) * _TIMES + times[kept]


def in_order(crowds: Iterable[Crowd]) -> tuple[Crowd, ...]:
    """The largest first."""
    return tuple(sorted(crowds, key=lambda c: (-c.records, c.first, c.kind)))


@dataclass(frozen=True, slots=True)
class Standing:
    """By record, what refines a crowded key: `place`, the number of its town or else region;
    `rank`, the place of its main name in the order of the names, word by word."""

    place: Members
    rank: Members


def standing_of(table: Table) -> Standing:
    return Standing(where_of(table), _rank_of_names(table))


def shared(
    kind: int, keys: Keys, members: Members, standing: Standing, cap: int
) -> tuple[list[Two], list[Crowd]]:
    """The pairs that share a key of this kind, and the keys that stayed crowded. Any keys, as long
    as all records that have each are among `members`."""
    groups = members_of(keys, members)
    found = [pairs_of(groups, most=cap)]
    if not (groups.sizes > cap).any():
        return found, []
    found += _refined(groups, standing, cap)
    return found, _crowds(kind, groups, standing.place, cap)


def _by_kind(entries: Iterator[Entries]) -> Iterator[tuple[int, tuple[Keys, Members]]]:
    held: dict[int, list[tuple[Keys, Members]]] = {}
    for kind, keys, members in entries:
        held.setdefault(kind, []).append((keys, members))
    for kind, parts in sorted(held.items()):
        yield (
            kind,
            (np.concatenate([k for k, _ in parts]), np.concatenate([m for _, m in parts])),
        )


def _refined(groups: Groups, standing: Standing, cap: int) -> list[Two]:
    """The pairs of crowded keys, place by place; in a crowded place, of neighboring names only."""
    crowded = groups.where(groups.sizes > cap)
    keys, members = groups.keys[crowded], groups.members[crowded]
    finer = members_of(mixed(keys.view(np.int64), standing.place[members]), members)
    return [
        pairs_of(finer, most=cap),
        neighbors_of(finer, standing.rank, least=cap, window=_WINDOW),
    ]


def _crowds(kind: int, groups: Groups, place: Members, cap: int) -> list[Crowd]:
    """Crowded keys of which some place is itself crowded."""
    crowded = groups.where(groups.sizes > cap)
    group = np.repeat(np.arange(len(groups.sizes)), groups.sizes)[crowded]
    apart = int(place.max(initial=0)) + 1 - int(place.min(initial=0))
    two = group * apart + place[groups.members[crowded]] - int(place.min(initial=0))
    held, times = np.unique(two, return_counts=True)
    chosen = np.unique(held[times > cap] // apart)
    firsts = groups.members[groups.starts[chosen]].tolist()
    sizes = groups.sizes[chosen].tolist()
    return [Crowd(KINDS[kind], size, first) for size, first in zip(sizes, firsts, strict=True)]


def _rank_of_names(table: Table) -> Members:
    """The place of each record in the order of the names, word by word."""
    first = table.names.rows[:, 0]
    words = np.sort(np.where(table.names.words == NONE, np.iinfo(np.int32).max, table.names.words))
    order = np.lexsort(words.T[::-1])
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    return rank[first]
