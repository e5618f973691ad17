"""Values of records as arrays of numbers: sets of a record side by side, pairs decided once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from oriundo.collect.matching.vocabulary import NONE, Bits, Ends, Flags, Ids, letters_of
from oriundo.collect.sources.columns import Coded, Value, ordered

_ERRORS = 2
MOST = 12
"""Values of one field that are compared of one record; a record with more is compared by these."""


@dataclass(frozen=True, slots=True)
class Sets:
    """What records hold of a field of many values.

    `ids`: one row per record, its values' numbers first and NONE after; `texts`: the values by
    number; `counts`: how many organizations hold each, as far as names tell.
    """

    ids: Ids
    texts: Sequence[str]
    counts: npt.NDArray[np.int64]

    def of(self, record: int) -> tuple[str, ...]:
        """The values of one record, sorted."""
        return tuple(sorted(self.texts[i] for i in self.ids[record] if i != NONE))

    def counted(self, kinds: Ids) -> Sets:
        """The same, with `counts` of the different `kinds` (a number per record, NONE for none)
        that hold each value, 1 at least."""
        record, column = np.nonzero((self.ids != NONE) & (kinds != NONE)[:, None])
        base = int(kinds.max(initial=0)) + 1
        code = self.ids[record, column].astype(np.int64) * base + kinds[record]
        counts = np.bincount(np.unique(code) // base, minlength=len(self.texts))
        return replace(self, counts=np.maximum(counts, 1))

    def given(self, left: Ids, right: Ids) -> Flags:
        """Pairs of which both records hold a value."""
        return np.asarray((self.ids[left, 0] != NONE) & (self.ids[right, 0] != NONE))

    def fewest(self, left: Ends, right: Ends) -> npt.NDArray[np.int64]:
        """Of the values that a pair shares, the least `counts`; 0 when it shares none."""
        none = len(self.counts)
        counts = np.append(self.counts, np.iinfo(np.int64).max)
        least = np.full(len(left), np.iinfo(np.int64).max)
        for column in range(self.ids.shape[1]):
            value = self.ids[left, column]
            held = any_of(self.ids[right] == value[:, None]) & (value != NONE)
            least = np.minimum(least, counts[np.where(held, value, none)])
        return np.where(least == np.iinfo(np.int64).max, 0, least)


def sets(column: Coded[tuple[str, ...]], read: Callable[[str], str] = str) -> Sets:
    """The sets of a column; `read` gives the comparable form of a value, "" for none."""
    rows = [tuple(map(read, values)) for values in column.values]
    lengths = np.fromiter(map(len, rows), dtype=np.int32, count=len(rows))
    texts, flat = ordered(list(chain.from_iterable(rows)))
    row = np.repeat(np.arange(len(rows)), lengths)
    kept = first_of_row(row, flat)
    if texts[:1] == [""]:
        texts, flat = texts[1:], flat - 1
        kept &= flat >= 0
    lengths = np.bincount(row[kept], minlength=len(rows)).astype(np.int32)
    return sets_of(matrix(flat[kept], lengths, MOST)[column.codes], texts)


def sets_of(ids: Ids, texts: Sequence[str]) -> Sets:
    """Sets of which each record holds these numbers, NONE after the last."""
    return Sets(ids, texts, np.bincount(ids[ids != NONE], minlength=len(texts)))


def first_of_row(row: npt.NDArray[np.int64], value: Ids) -> Flags:
    """Which of the entries of rows, that stand one after the other, are the first of their value
    in their row."""
    first = np.ones(len(row), dtype=np.bool_)
    beside = np.zeros(len(row) + 1, dtype=np.bool_)
    beside[1:-1] = row[1:] == row[:-1]
    several = np.flatnonzero(beside[1:] | beside[:-1])
    code = row[several] * (int(value.max(initial=0)) + 1) + value[several]
    first[several] = False
    first[several[np.unique(code, return_index=True)[1]]] = True
    return first


def padded(rows: Sequence[Sequence[int]], most: int = MOST) -> Ids:
    """Rows of numbers as a matrix, NONE where a row is shorter; at least one column."""
    lengths = np.fromiter(map(len, rows), dtype=np.int32, count=len(rows))
    flat = np.fromiter(chain.from_iterable(rows), dtype=np.int32, count=int(lengths.sum()))
    return matrix(flat, lengths, most)


def matrix(flat: Ids, lengths: Ids, most: int) -> Ids:
    """Rows that stand one after the other in `flat`, `lengths` numbers each, as `padded` has
    them."""
    width = max(1, min(most, int(lengths.max(initial=0))))
    row = np.repeat(np.arange(len(lengths)), lengths)
    column = np.arange(len(flat)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    found = np.full((len(lengths), width), NONE, dtype=np.int32)
    kept = column < width
    found[row[kept], column[kept]] = flat[kept]
    return found


def together(*rows: Ids) -> Ids:
    """The numbers that each row of any of these matrices holds, NONE after the last."""
    held = [column for one in rows for column in one.T]
    taken = np.zeros(len(rows[0]), dtype=np.int64)
    found = np.full((len(taken), len(held)), NONE, dtype=np.int32)
    for column in held:
        there = np.flatnonzero(column != NONE)
        found[there, taken[there]] = column[there]
        taken[there] += 1
    return found[:, : max(1, int(taken.max(initial=1)))]


@dataclass(frozen=True, slots=True)
class Texts:
    """A field of one value: record i holds `texts[ids[i]]`, nothing where that is "".

    `given`, by record: it holds a value. `counts`, by number: the records that hold it.
    """

    ids: Ids
    texts: Sequence[str]
    given: Flags
    counts: npt.NDArray[np.int64]

    def of(self, record: int) -> str:
        return self.texts[int(self.ids[record])]


def texts(column: Coded[Value], read: Callable[[Value], str]) -> Texts:
    """The column with its values in comparable form; equal forms have one number."""
    return numbered([read(value) for value in column.values], column.codes)


def numbered(forms: Iterable[str], codes: Ids) -> Texts:
    """Texts of which record i holds the form at `codes[i]`; numbers are alphabetical."""
    texts, by_value = ordered(list(forms))
    ids = by_value[codes] if len(by_value) else np.zeros(0, dtype=np.int32)
    # Only the first of the texts in their order can be "".
    given = ids > 0 if texts[:1] == [""] else np.ones(len(ids), dtype=np.bool_)
    return Texts(
        ids=ids,
        texts=texts,
        given=given,
        counts=np.bincount(ids, minlength=len(texts)),
    )


@dataclass(frozen=True, slots=True)
class Spelled:
    """By number of a text: how many letters it has, spaces aside, and which, as bits."""

    length: npt.NDArray[np.int16]
    letters: npt.NDArray[np.uint32]

    def near(self, one: Ends, other: Ends) -> Flags:
        """Pairs that may be two errors apart, or fewer: a cheap test before a careful one."""
        apart = np.abs(self.length[one] - self.length[other])
        letters = np.bitwise_count(self.letters[one] ^ self.letters[other])
        return np.asarray((apart <= _ERRORS) & (letters <= 2 * _ERRORS))


def spelled(held: Sequence[str]) -> Spelled:
    """The spelling of these texts."""
    plain = [text.replace(" ", "") for text in held]
    return Spelled(
        length=np.array([len(text) for text in plain], dtype=np.int16),
        letters=np.array([letters_of(text) for text in plain], dtype=np.uint32),
    )


def once(codes: npt.NDArray[np.int64], *, runs: bool = False) -> npt.NDArray[np.int64]:
    """The different codes, none below 0, in order. `runs`: they are a few runs in order already,
    which merge in a third of the time."""
    held = np.sort(codes, kind="stable" if runs else None)
    return held[np.diff(held, prepend=-1) > 0]


def alike(codes: npt.NDArray[np.integer]) -> npt.NDArray[np.int64]:
    """One number for equal codes, from 0 on. Arrow numbers a million in a fifth of the time of a
    sort."""
    return np.asarray(pa.array(codes).dictionary_encode().indices, dtype=np.int64)


def decide(
    left: Ids, right: Ids, where: Flags, rule: Callable[[int, int], bool | int]
) -> npt.NDArray[np.int8]:
    """What `rule` says of the two numbers of each pair in `where`; 0 elsewhere.

    It is asked once for each two numbers, the lower first, so it has to be symmetric.
    """
    answers = np.zeros(len(left), dtype=np.int8)
    if where.any():
        low = np.minimum(left[where], right[where]).astype(np.int64)
        high = np.maximum(left[where], right[where]).astype(np.int64)
        base = int(high.max()) + 1
        asked, back = np.unique(low * base + high, return_inverse=True)
        said = [int(rule(int(a), int(b))) for a, b in zip(*divmod(asked, base), strict=True)]
        answers[where] = np.array(said, dtype=np.int8)[back]
    return answers


def among(words: Ids, known: Ids) -> Flags:
    """Which numbers of each row stand in the same row of `known`."""
    found = np.zeros(words.shape, dtype=np.bool_)
    for column in known.T:
        if (column != NONE).any():
            found |= words == column[:, None]
    return np.asarray(found & (words != NONE))


def any_of(flags: Flags) -> Flags:
    """Rows in which any is set. Column by column: over rows of a few values numpy's own reduction
    takes ten times as long."""
    found = flags[:, 0].copy()
    for column in flags.T[1:]:
        found |= column
    return found


def sum_of(bits: Bits) -> Bits:
    """The sum of each row."""
    return np.asarray(np.einsum("ij->i", bits), dtype=np.float32)


def in_common(one: Ids, other: Ids) -> tuple[Flags, Flags]:
    """Which numbers of each row of one matrix stand in the same row of the other, both ways."""
    here = np.zeros(one.shape, dtype=np.bool_)
    there = np.zeros(other.shape, dtype=np.bool_)
    known = one != NONE
    for place, column in enumerate(other.T):
        same = (one == column[:, None]) & known
        here |= same
        there[:, place] = any_of(same)
    return here, there
