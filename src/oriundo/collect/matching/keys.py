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
from oriundo.collect.matching.titles import FEWEST, enough, tells
from oriundo.collect.matching.vocabulary import NONE, Flags, Ids

_RARE_WORDS = 4
_AFTER = 1 << 40
_RARE = 8
_LETTERS = 6
_AT_ONCE = 1 << 16
"""Names whose words are ranked together: what is made of more does not stay near the processor."""

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
    for of in ALL_KEYS:
        yield from of(table)


def _told(table: Table) -> Iterator[Entries]:
    """What a record gives beside its name."""
    held: tuple[tuple[int, Sets], ...] = (
        (_PHONE, table.phones), (_EMAIL, table.emails), (_SITE, table.sites),
        (_NUMBER, table.registrations),
    )  # fmt: skip
    for kind, values in held:
        yield from _sets(kind, values)
    city, region = table.city, table.region
    streets = table.streets
    yield _entries(_STREET, streets.given, streets.ids, table.town)
    yield _entries(_STREET, streets.given & table.area.given, streets.ids, table.area.ids, 1)
    home = table.hometown
    yield _entries(_HOME, home.given & region.given, home.ids, region.ids, 1)
    yield _entries(_HOME, home.given & city.given, home.ids, table.town)
    yield _entries(_FOUNDED, (table.founded > 0) & city.given, table.founded, table.town)


def _sets(kind: int, values: Sets) -> Iterator[Entries]:
    for column in values.ids.T:
        yield _entries(kind, column != NONE, column)


def where_of(table: Table) -> Members:
    """The town of each record, or the region of one that gives no town."""
    where = np.where(table.city.given, table.town, -1 - table.region.ids)
    return where.astype(np.int64)


def _entries(kind: int, there: Flags, *parts: npt.NDArray[np.integer] | int) -> Entries:
    """Keys of the records that are `there`, made of these numbers of each."""
    record = np.flatnonzero(there)
    chosen = [part if isinstance(part, int) else part[record] for part in parts]
    return kind, mixed(*chosen), record


def _rare_words(table: Table) -> Iterator[Entries]:
    """Of each name its rarest words, and these two by two, whatever their spelling."""
    record, row = _named(table)
    near = where_of(table)
    parts = [slice(start, start + _AT_ONCE) for start in range(0, max(1, len(row)), _AT_ONCE)]
    rare = np.concatenate([_rarest(table, record[part], row[part]) for part in parts])
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


def _named(table: Table) -> tuple[Members, Ids]:
    """Every name of every record: the record and the row of the name."""
    record, column = np.nonzero(table.names.rows != NONE)
    return record, table.names.rows[record, column]


def _rarest(table: Table, record: Members, row: Ids) -> Ids:
    """The families of the rarest telling words of each name, the rarest first, NONE after the
    last; where fewer than two tell, also of one or two of the others (`enough`)."""
    words = table.names.words[row]
    there = words != NONE
    telling = tells(table.words, words, table.near[record])
    chosen = enough(telling, there)
    family = table.titles.family[np.where(chosen, words, NONE)]
    last = np.where(telling | ~chosen, 0, _AFTER)
    # Halved, so that what comes last by being no word stays in the range of its numbers.
    rank = np.where(chosen, table.titles.held[family] // 2 + last, table.titles.held[family])
    order = np.argsort(rank, axis=1, kind="stable")[:, :_RARE_WORDS]
    found = np.take_along_axis(family, order, axis=1)
    found[telling.sum(axis=1) < FEWEST, FEWEST + 1 :] = NONE
    return found


def _letters(table: Table) -> Iterator[Entries]:
    """Of each name all words in any order; its first and its last letters, in one place: they
    survive words that are joined, split or mistyped; and acronyms."""
    record, row = _named(table)
    words = table.names.words[row]
    whole = np.where(words == NONE, np.uint64(0), mixed(words).reshape(words.shape)).sum(axis=1)
    yield _NAME, np.asarray(whole, dtype=np.uint64), record
    near = where_of(table)
    letters = [plain.replace(" ", "") for plain in table.names.plain]
    for text in ([x[:_LETTERS] for x in letters], [x[-_LETTERS:] + "$" for x in letters]):
        ids = numbered(text, row).ids
        yield _SPELLED, mixed(ids, near[record], len(text[0]) if text else 0), record
    yield from _sets(_ACRONYM, table.acronyms)
    yield _initials(table, record, row)


def _initials(table: Table, record: Members, row: Ids) -> Entries:
    """The acronym that a name would give, where some record has it."""
    number = {text: i for i, text in enumerate(table.acronyms.texts)}
    held = np.array([number.get(text, NONE) for text in table.names.initials], dtype=np.int64)
    there = held[row] != NONE
    return _ACRONYM, mixed(held[row[there]]), record[there]


ALL_KEYS = (_rare_words, _letters, _told)
"""What gives the keys; those of one kind come from one of them. The largest first."""
