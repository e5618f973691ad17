"""Which words of two names are one word mistyped, cut or joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA, Indel
from rapidfuzz.process import cpdist

from oriundo.collect.matching.arrays import any_of
from oriundo.collect.matching.groups import mixed
from oriundo.collect.matching.roster import Names
from oriundo.collect.matching.table import Table
from oriundo.collect.matching.vocabulary import NONE, Flags, Ids, Vocabulary

_SAME_LETTERS = 0.9
_LEAST_LETTERS = 10
_SHORT_FORM = 3
_LONGEST_CUT = 4
_MOST_ERRORS = 2
_LONG_WORD = 7
_MOST_LETTERS_APART = 4
_LETTERS_OF_AN_ERROR = 2
_SAME_REST = 0.75
_FEW = 3
_MANY = 200
_RATIO = 20
_ROUNDED = 1e-6
_NO = 9
_Errors = npt.NDArray[np.int8]


class Left(Protocol):
    """A side of pairs of names: the words that the other side lacks."""

    @property
    def words(self) -> Ids: ...
    @property
    def written(self) -> Ids: ...
    @property
    def left(self) -> Flags: ...


@dataclass(frozen=True, slots=True)
class Aligned:
    """Words of two names that are one word: position `left` in the first name of pair `pair`, and
    `right` in the second. Each word stands here once at most."""

    pair: npt.NDArray[np.int64]
    left: npt.NDArray[np.int64]
    right: npt.NDArray[np.int64]


def aligned(
    table: Table,
    words: Ids,
    written: Ids,
    left: Flags,
    other_words: Ids,
    other_written: Ids,
    right: Flags,
) -> Aligned:
    """Words left on both sides that differ by a typing error or a cut, the closest first."""
    pair, i, j = _worth_a_look(table, words, written, left, other_words, other_written, right)
    one = (words[pair, i], written[pair, i])
    other = (other_words[pair, j], other_written[pair, j])
    errors = _errors(table, *one, *other)
    near = errors < _NO
    pair, i, j, errors = pair[near], i[near], j[near], errors[near]
    return Aligned(*_each_once(pair, i, j, errors, one[0][near], other[0][near]))


def _worth_a_look(
    table: Table,
    words: Ids,
    written: Ids,
    left: Flags,
    other_words: Ids,
    other_written: Ids,
    right: Flags,
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """(pair, i, j) of words left on both sides that could be one: cheap tests on all of them, and
    dearer ones on what these leave."""
    v, counts = table.words, table.rarity.counts
    left, right = left & ~v.digits[written], right & ~v.digits[other_written]
    both = np.flatnonzero(any_of(left) & any_of(right))
    own = (words[both] == written[both])[:, :, None]
    other_own = (other_words[both] == other_written[both])[:, None, :]
    common = v.everyday[words[both]][:, :, None] & v.everyday[other_words[both]][:, None, :]
    may = left[both][:, :, None] & right[both][:, None, :] & (own | other_own | common)
    pair, i, j = np.nonzero(may)
    pair = both[pair]
    one, other = words[pair, i], other_words[pair, j]
    a, b = written[pair, i], other_written[pair, j]
    short, long = np.minimum(v.length[a], v.length[b]), np.maximum(v.length[a], v.length[b])
    initial = (short == 1) & (long > _SHORT_FORM) & (v.first[a] == v.first[b])
    cut = (short <= _LONGEST_CUT) & (v.start[a] == v.start[b])
    letters = np.bitwise_count(v.letters[a] ^ v.letters[b])
    look = (long - short <= _MOST_ERRORS) & (letters <= _MOST_LETTERS_APART)
    look |= cut | initial | ((v.shape[a] == v.shape[b]) & (v.shape[a] != NONE))
    rest = np.flatnonzero(~look & ((one == a) != (other == b)))
    own_word, known = (one == a)[rest], np.where(one == a, other, one)[rest]
    look[rest] = _maybe_way(v, known, np.where(own_word, a[rest], b[rest]))
    look &= initial | ((short >= _SHORT_FORM) & (long > _SHORT_FORM))
    kept = np.flatnonzero(look)
    told = [
        np.maximum(counts[word], np.where((word == form) | v.everyday[word], 0, _MANY))
        for word, form in ((one[kept], a[kept]), (other[kept], b[kept]))
    ]
    kept = kept[(cut | initial)[kept] | ~_both_known(*told)]
    return pair[kept], i[kept], j[kept]


def _maybe_way(v: Vocabulary, known: Ids, written: Ids) -> Flags:
    """Some way to write a word of the language begins and is as long as what is written."""
    near = np.uint32(7) << np.clip(v.length[written] - 1, 0, 29).astype(np.uint32)
    return np.asarray(((v.firsts[known] & v.first[written]) > 0) & ((v.lengths[known] & near) > 0))


def _both_known(one: npt.NDArray[np.int64], other: npt.NDArray[np.int64]) -> Flags:
    """Both words are used too often, and too nearly as often, for one to be an error.

    Words of the lexicon count as held by many, at least; everyday words as what they are held by.
    """
    rarer, commoner = np.minimum(one, other), np.maximum(one, other)
    return np.asarray((rarer > _FEW) & (rarer * _RATIO > commoner))


def _errors(table: Table, a: Ids, form_a: Ids, b: Ids, form_b: Ids) -> _Errors:
    """Typing errors between words as written, _NO where they are two words; each two looked at
    once. An abbreviation (a word that begins the other) counts as one error, and so does a word
    that looks like the other on paper."""
    # What is written alike may be two words: "mar" is the sea, but in "Baja Mar" it is a name.
    key = mixed(a, form_a, b, form_b)
    _, first, back = np.unique(key, return_index=True, return_inverse=True)
    return _distances(table.words, a[first], form_a[first], b[first], form_b[first])[back]


def _distances(v: Vocabulary, a: Ids, form_a: Ids, b: Ids, form_b: Ids) -> _Errors:
    swapped = v.length[form_a] > v.length[form_b]
    short, long = np.where(swapped, form_b, form_a), np.where(swapped, form_a, form_b)
    fewer, more = v.length[short], v.length[long]
    said = _slips(v, short, long, np.where(fewer < _LONG_WORD, 1, _MOST_ERRORS))
    said[(v.shape[short] == v.shape[long]) & (v.shape[short] != NONE)] = 1
    own = a == form_a
    through = np.flatnonzero(~(own & (b == form_b)))
    known, written = np.where(own, b, a)[through], np.where(own, form_a, form_b)[through]
    said[through[_one_error(v, known, written)]] = 1
    cut = (fewer <= _LONGEST_CUT) & (more > fewer + 1) & (v.start[short] == v.start[long])
    cut |= (fewer == 1) & (v.first[short] == v.first[long])
    for k in np.flatnonzero(cut).tolist():
        if v.texts[long[k]].startswith(v.texts[short[k]]):
            said[k] = 1 if short[k] in (a[k], b[k]) else _NO
    return said


def _slips(v: Vocabulary, one: Ids, other: Ids, allowed: npt.NDArray[np.int64]) -> _Errors:
    """Typing errors between words, _NO where there are more than allowed."""
    said = np.full(len(one), _NO, dtype=np.int8)
    near = np.flatnonzero(np.abs(v.length[one] - v.length[other]) <= allowed)
    if len(near):
        texts = ([v.texts[n] for n in side[near].tolist()] for side in (one, other))
        found = cpdist(*texts, scorer=OSA.distance, score_cutoff=_MOST_ERRORS, dtype=np.int8)
        said[near] = np.where(found <= allowed[near], found, _NO)
    return said


def _one_error(v: Vocabulary, known: Ids, written: Ids) -> Flags:
    """`written` is one error away from some spelling of a word of the language: one name has
    "cívica" and the other "cvic", which is "civic" mistyped."""
    maybe = np.flatnonzero(_maybe_way(v, known, written))
    starts = v.ways.starts[known[maybe]]
    count = v.ways.starts[known[maybe] + 1] - starts
    at = np.repeat(maybe, count)
    way = np.arange(len(at)) + np.repeat(starts - (np.cumsum(count) - count), count)
    text = written[at]
    near = (v.ways.first[way] == v.first[text]) & (np.abs(v.ways.length[way] - v.length[text]) < 2)
    near &= np.bitwise_count(v.ways.letters[way] ^ v.letters[text]) <= _LETTERS_OF_AN_ERROR
    at, one = at[near], [v.texts[n] for n in text[near].tolist()]
    other = [v.ways.texts[n] for n in way[near].tolist()]
    found = np.zeros(len(known), dtype=np.bool_)
    if one:
        errors = cpdist(one, other, scorer=OSA.distance, score_cutoff=1, dtype=np.int8)
        found[at[errors <= 1]] = True
    return found


def _each_once(
    pair: npt.NDArray[np.int64],
    i: npt.NDArray[np.int64],
    j: npt.NDArray[np.int64],
    errors: npt.NDArray[np.int8],
    one: Ids,
    other: Ids,
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The closest two of each pair, then the closest of the words that are left, and so on."""
    order = np.lexsort((other, one, errors, pair))
    pair, i, j = pair[order], i[order], j[order]
    taken: list[npt.NDArray[np.int64]] = []
    open_ = np.ones(len(pair), dtype=np.bool_)
    chosen = np.zeros(int(pair.max(initial=0)) + 1, dtype=np.int64)
    while open_.any():
        rows = np.flatnonzero(open_)
        first = rows[np.unique(pair[rows], return_index=True)[1]]
        taken.append(first)
        chosen[pair[first]] = first
        by = chosen[pair[rows]]
        open_[rows[(i[rows] == i[by]) | (j[rows] == j[by])]] = False
    kept = np.concatenate(taken) if taken else np.zeros(0, dtype=np.int64)
    return pair[kept], i[kept], j[kept]


def joined(table: Table, one: Ids, other: Ids, x: Left, y: Left) -> Flags:
    """Pairs whose names are nearly the same letters in the same order: words joined, split or
    mistyped. What is left over must be rare on one side, as errors are and other words need not
    be, or must be the same letters parted elsewhere ("Clu bTapalpa").
    """
    held, counts = table.names, table.rarity.counts
    found = np.zeros(len(one), dtype=np.bool_)
    open_ = np.flatnonzero(any_of(x.left) & any_of(y.left) & _near_letters(held, one, other))
    rare, apart = np.zeros(len(open_), dtype=np.bool_), np.zeros(len(open_), dtype=np.int64)
    for side, sign in ((x, 1), (y, -1)):
        left = side.left[open_]
        often = any_of(left & (counts[side.words[open_]] > _FEW))
        rare |= ~often
        apart += sign * left.sum(axis=1)
    chosen = rare | (apart != 0)
    open_, rare = open_[chosen], rare[chosen]
    a = [held.plain[row].replace(" ", "") for row in one[open_].tolist()]
    b = [held.plain[row].replace(" ", "") for row in other[open_].tolist()]
    like = cpdist(a, b, scorer=Indel.normalized_similarity, score_cutoff=_SAME_LETTERS)
    for k in np.flatnonzero(like > 0).tolist():
        if _digits(a[k]) != _digits(b[k]):
            continue
        rest = ["".join(_rest(table, side, int(open_[k]))) for side in (x, y)]
        least = _SAME_REST if rare[k] else _SAME_LETTERS
        found[open_[k]] = Indel.normalized_similarity(*rest) >= least
    return found


def _near_letters(names: Names, one: Ids, other: Ids) -> Flags:
    """Long names that may be nearly the same letters: neither their lengths nor the letters that
    only one of them has are more apart than errors allow."""
    short = np.minimum(names.length[one], names.length[other])
    both = names.length[one] + names.length[other]
    only = np.bitwise_count(names.letters[one] ^ names.letters[other])
    apart = np.maximum(both - 2 * short, only)
    return np.asarray((short >= _LEAST_LETTERS) & (apart <= (1 - _SAME_LETTERS) * both + _ROUNDED))


def _rest(table: Table, side: Left, pair: int) -> list[str]:
    """What is left of one side, as written, in the order of the name."""
    return [table.words.texts[n] for n in side.written[pair][side.left[pair]].tolist()]


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
