"""What two records may share that makes them worth comparing: the keys of each record.

The kinds of keys are in words, because people read which of them stayed crowded.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import numpy.typing as npt

from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.arrays import Sets, numbered
from oriundo.collect.matching.groups import Keys, Members, mixed
from oriundo.collect.matching.table import Table
from oriundo.collect.matching.titles import tells
from oriundo.collect.matching.vocabulary import NONE, Flags, Ids

_RARE_WORDS = 4
_FEWEST = 2
_AFTER = 1 << 40
_RARE = 8
_LETTERS = 6

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

Entries = tuple[int, Keys, Members]
"""The kind of a key, the keys, and the record that has each."""


def keys_of(table: Table) -> Iterator[Entries]:
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
    yield from _name_keys(table, where_of(table))


def where_of(table: Table) -> Members:
    """The town of each record, or the region of one that gives no town."""
    where = np.where(table.city.given, table.town, -1 - table.region.ids)
    return where.astype(np.int64)


def _entries(kind: int, there: Flags, *parts: npt.NDArray[np.integer] | int) -> Entries:
    """Keys of the records that are `there`, made of these numbers of each."""
    record = np.flatnonzero(there)
    chosen = [part if isinstance(part, int) else part[record] for part in parts]
    return kind, mixed(*chosen), record


def _name_keys(table: Table, near: Members) -> Iterator[Entries]:
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
    # Halved, so that what comes last by being no word stays in the range of its numbers.
    chosen = np.argsort(
        np.where(there, held[family] // 2 + last, held[family]), axis=1, kind="stable"
    )
    chosen = chosen[:, :_RARE_WORDS]
    found = np.take_along_axis(family, chosen, axis=1)
    found[few, _FEWEST + 1 :] = NONE
    return found


def _spelled_keys(table: Table, record: Members, row: Ids, near: Members) -> Iterator[Entries]:
    """The first and the last letters of the name, in one place: they survive words that are
    joined, split or mistyped."""
    letters = table.names.letters
    for text in ([x[:_LETTERS] for x in letters], [x[-_LETTERS:] + "$" for x in letters]):
        ids = numbered(text, row).ids
        yield _SPELLED, mixed(ids, near[record], len(text[0]) if text else 0), record


def _initials(table: Table, record: Members, row: Ids) -> Entries:
    """The acronym that a name would give, where some record has it."""
    number = {text: i for i, text in enumerate(table.acronyms.texts)}
    held = np.array([number.get(text, NONE) for text in table.names.initials], dtype=np.int64)
    there = held[row] != NONE
    return _ACRONYM, mixed(held[row[there]]), record[there]
