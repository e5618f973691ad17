"""Which pairs are worth comparing: records that share at least one of many keys.

A key that more records share than its cap is refined (the same key within one city or region);
what is still too many is compared only among neighbors in the order of the names, and reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

import numpy as np
import numpy.typing as npt

from oriundo.base.core.language import gettext_noop
from oriundo.base.core.processes import each
from oriundo.collect.matching.arrays import Sets, numbered
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
from oriundo.collect.matching.table import Table
from oriundo.collect.matching.titles import tells
from oriundo.collect.matching.vocabulary import NONE, Flags, Ids

CAP = 30
_WINDOW = 6
_RARE_WORDS = 4
_FEWEST = 2
_AFTER = 1 << 40
_RARE = 8
_LETTERS = 6
_COMMON = 3
_MANY = 150_000
"""Records from which other processes help."""

KINDS: tuple[str, ...] = (
    gettext_noop("a telephone number"),
    gettext_noop("an email address"),
    gettext_noop("a website"),
    gettext_noop("a registration number"),
    gettext_noop("an acronym"),
    gettext_noop("a street address"),
    gettext_noop("a hometown and a place of residence"),
    gettext_noop("a year of foundation and a city"),
    gettext_noop("all words of the name"),
    gettext_noop("a word of the name"),
    gettext_noop("two words of the name"),
    gettext_noop("the letters of the name"),
)
(
    _PHONE, _EMAIL, _SITE, _NUMBER, _ACRONYM, _STREET, _HOME, _FOUNDED, _NAME, _WORD, _WORDS,
    _SPELLED,
) = range(len(KINDS))  # fmt: skip

_Entries = tuple[int, Keys, Members]
"""The kind of a key, the keys, and the record that has each."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """A key that stayed over its cap after refining: its kind in words, how many records share
    it, and the first of them."""

    kind: str
    records: int
    first: int


@dataclass(frozen=True, slots=True)
class Blocks:
    """`left`, `right`: candidate pairs by position, lower first, sorted, each once; `crowds`: keys
    not compared in full."""

    left: Ids
    right: Ids
    crowds: tuple[Crowd, ...]


def block(table: Table, *, cap: int = CAP, also: Iterable[tuple[int, int]] = ()) -> Blocks:
    """The candidate pairs of the records of `table`, and the pairs `also` named."""
    named = np.array(sorted(also), dtype=np.int64).reshape(-1, 2)
    found: list[Two | tuple[Ids, Ids]] = [(named[:, 0], named[:, 1])]
    crowds: list[Crowd] = []
    standing = standing_of(table)
    jobs = [
        partial(_of_kind, kind, *entries, standing, cap)
        for kind, entries in _by_kind(keys_of(table))
    ]
    for pairs, crowded in each(jobs, alone=len(table) < _MANY):
        found.append(pairs)
        crowds += crowded
    left, right = each_once(found, len(table))
    kept = worth_comparing(table, left, right)
    kept |= np.isin(
        left.astype(np.int64) * len(table) + right, named[:, 0] * len(table) + named[:, 1]
    )
    return Blocks(left[kept], right[kept], in_order(crowds))


def _of_kind(
    kind: int, keys: Keys, members: Members, standing: Standing, cap: int
) -> tuple[tuple[Ids, Ids], list[Crowd]]:
    pairs, crowds = shared(kind, keys, members, standing, cap)
    return each_once(pairs, len(standing.rank)), crowds


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
    return Standing(_where(table), _rank_of_names(table))


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


def worth_comparing(table: Table, left: Ids, right: Ids) -> Flags:
    """Pairs that could be one organization: they share a way to reach them, a number, an acronym
    or an address, or they are in one state (or one that nobody gives) and have letters in common.
    Two clubs of one town in two states are two."""
    worth = _alike(table.titles.sketch, left, right)
    for place in (table.country, table.region):
        worth &= ~(place.given[left] & place.given[right]) | (place.ids[left] == place.ids[right])
    rest = np.flatnonzero(~worth)
    for held in (table.phones, table.emails, table.sites, table.registrations, table.acronyms):
        worth[rest] |= held.fewest(left[rest], right[rest]) > 0
    streets = table.streets
    worth[rest] |= streets.given[left[rest]] & (streets.ids[left[rest]] == streets.ids[right[rest]])
    bare = table.names.bare[table.names.rows[:, 0]]
    return np.asarray(worth | bare[left] | bare[right])


def _alike(sketch: npt.NDArray[np.uint64], left: Ids, right: Ids) -> Flags:
    """Names that have a third of the letters of the shorter one in common, two by two, in either
    of their sketches."""
    found = np.zeros(len(left), dtype=np.bool_)
    for of_all in sketch.T:
        one, other = of_all[left], of_all[right]
        shorter = np.minimum(np.bitwise_count(one), np.bitwise_count(other))
        found |= np.bitwise_count(one & other) * _COMMON >= shorter
    return found


def _by_kind(entries: Iterator[_Entries]) -> Iterator[tuple[int, tuple[Keys, Members]]]:
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


def each_once(found: Sequence[Two | tuple[Ids, Ids]], count: int) -> tuple[Ids, Ids]:
    """These pairs of `count` records, sorted."""
    codes = np.sort(np.concatenate([one.astype(np.int64) * count + other for one, other in found]))
    codes = codes[np.diff(codes, prepend=-1) > 0]
    left, right = np.divmod(codes, max(1, count))
    return left.astype(np.int32), right.astype(np.int32)


def keys_of(table: Table) -> Iterator[_Entries]:
    """Every key of every record, as (kind, keys, members)."""
    held: tuple[tuple[int, Sets], ...] = (
        (_PHONE, table.phones), (_EMAIL, table.emails), (_SITE, table.sites),
        (_NUMBER, table.registrations), (_ACRONYM, table.acronyms),
    )  # fmt: skip
    for kind, values in held:
        for column in values.ids.T:
            yield _entries(kind, column != NONE, column)
    city, region = table.city, table.region
    streets = table.streets
    yield _entries(_STREET, streets.given, streets.ids, table.town)
    yield _entries(_STREET, streets.given & table.area.given, streets.ids, table.area.ids, 1)
    home = table.hometown
    yield _entries(_HOME, home.given & region.given, home.ids, region.ids, 1)
    yield _entries(_HOME, home.given & city.given, home.ids, table.town)
    yield _entries(_FOUNDED, (table.founded > 0) & city.given, table.founded, table.town)
    yield from _name_keys(table, _where(table))


def _where(table: Table) -> Members:
    """The town of each record, or the region of one that gives no town."""
    where = np.where(table.city.given, table.town, -1 - table.region.ids)
    return where.astype(np.int64)


def _entries(kind: int, there: Flags, *parts: npt.NDArray[np.integer] | int) -> _Entries:
    """Keys of the records that are `there`, made of these numbers of each."""
    record = np.flatnonzero(there)
    chosen = [part if isinstance(part, int) else part[record] for part in parts]
    return kind, mixed(*chosen), record


def _name_keys(table: Table, near: Members) -> Iterator[_Entries]:
    """Of each name: all its words in any order; its rarest words, and these two by two, whatever
    their spelling; how its letters begin and end; and the acronym that it would give."""
    record, column = np.nonzero(table.names.rows != NONE)
    row = table.names.rows[record, column]
    words = table.names.words[row]
    whole = np.where(words == NONE, np.uint64(0), mixed(words).reshape(words.shape)).sum(axis=1)
    yield _NAME, np.asarray(whole, dtype=np.uint64), record
    rare = _rarest(table, record, row)
    for place in range(min(2, rare.shape[1])):
        word = rare[:, place]
        common = table.titles.held[word] > _RARE
        there = word != NONE
        key = mixed(word, np.where(common, near[record], np.iinfo(np.int32).max))
        yield _WORD, key[there], record[there]
    for i, j in combinations(range(rare.shape[1]), 2):
        there = (rare[:, i] != NONE) & (rare[:, j] != NONE)
        low, high = np.minimum(rare[:, i], rare[:, j]), np.maximum(rare[:, i], rare[:, j])
        yield _WORDS, mixed(low, high)[there], record[there]
    yield from _spelled_keys(table, record, row, near)
    yield _initials(table, record, row)


def _rarest(table: Table, record: Members, row: Ids) -> Ids:
    """The families of the rarest telling words of each name, the rarest first, NONE after the
    last. Where fewer than two tell, others stand in: "Casa Atlántida" is found by both its words.
    """
    held = table.titles.held
    words = table.names.words[row]
    there = words != NONE
    telling = tells(table.words, words, table.near[record])
    few = telling.sum(axis=1) < _FEWEST
    family = table.titles.family[np.where(telling | few[:, None], words, NONE)]
    last = np.where(telling | ~there, 0, _AFTER)
    chosen = np.argsort(
        np.where(there, held[family] // 2 + last, held[family]), axis=1, kind="stable"
    )
    chosen = chosen[:, :_RARE_WORDS]
    found = np.take_along_axis(family, chosen, axis=1)
    found[few, _FEWEST + 1 :] = NONE
    return found


def _spelled_keys(table: Table, record: Members, row: Ids, near: Members) -> Iterator[_Entries]:
    """The first and the last letters of the name, in one place: they survive words that are
    joined, split or mistyped."""
    letters = table.names.letters
    for text in ([x[:_LETTERS] for x in letters], [x[-_LETTERS:] + "$" for x in letters]):
        ids = numbered(text, row).ids
        yield _SPELLED, mixed(ids, near[record], len(text[0]) if text else 0), record


def _initials(table: Table, record: Members, row: Ids) -> _Entries:
    """The acronym that a name would give, where some record has it."""
    number = {text: i for i, text in enumerate(table.acronyms.texts)}
    held = np.array([number.get(text, NONE) for text in table.names.initials], dtype=np.int64)
    there = held[row] != NONE
    return _ACRONYM, mixed(held[row[there]]), record[there]
