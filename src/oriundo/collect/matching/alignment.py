"""Which words of two names are one word mistyped, cut or joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA, Indel
from rapidfuzz.process import cpdist

from oriundo.collect.matching.arrays import any_of
from oriundo.collect.matching.concepts import spellings
from oriundo.collect.matching.table import Table
from oriundo.collect.matching.vocabulary import NONE, Flags, Ids, Vocabulary, shape

_SAME_LETTERS = 0.9
_LEAST_LETTERS = 10
_SHORT_FORM = 3
_LONGEST_CUT = 4
_MOST_ERRORS = 2
_MOST_LETTERS_APART = 4
_SAME_REST = 0.75
_FEW = 3
_MANY = 200
_RATIO = 20
_NO = 9


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
    """(pair, i, j) of words left on both sides that could be one: cheap tests on all of them."""
    both = np.flatnonzero(any_of(left) & any_of(right))
    if not len(both):
        none = np.zeros(0, dtype=np.int64)
        return none, none, none
    pair, i, j = np.nonzero(left[both][:, :, None] & right[both][:, None, :])
    pair = both[pair]
    v, counts = table.words, table.rarity.counts
    a, b = written[pair, i], other_written[pair, j]
    own_a, own_b = words[pair, i] == a, other_words[pair, j] == b
    short, long = np.minimum(v.length[a], v.length[b]), np.maximum(v.length[a], v.length[b])
    letters = np.bitwise_count(v.letters[a] ^ v.letters[b])
    alike = (long - short <= _MOST_ERRORS) & (letters <= _MOST_LETTERS_APART)
    cut = (short <= _LONGEST_CUT) & (v.start[a] == v.start[b])
    through_language = np.where(
        own_a, _maybe_way(v, other_words[pair, j], a), _maybe_way(v, words[pair, i], b)
    ) & (own_a != own_b)
    look = (own_a | own_b) & (short >= _SHORT_FORM) & (long > _SHORT_FORM)
    look_alike = (v.shape[a] == v.shape[b]) & (v.shape[a] != NONE)
    look &= alike | cut | through_language | look_alike
    look &= ~(v.digits[a] | v.digits[b])
    look &= cut | ~_both_known(
        np.where(own_a, counts[a], np.maximum(counts[words[pair, i]], _MANY)),
        np.where(own_b, counts[b], np.maximum(counts[other_words[pair, j]], _MANY)),
    )
    return pair[look], i[look], j[look]


def _maybe_way(v: Vocabulary, known: Ids, written: Ids) -> Flags:
    """Some way to write a word of the language begins and is as long as what is written."""
    near = np.uint32(7) << np.clip(v.length[written] - 1, 0, 29).astype(np.uint32)
    return np.asarray(((v.firsts[known] & v.first[written]) > 0) & ((v.lengths[known] & near) > 0))


def _both_known(one: npt.NDArray[np.int64], other: npt.NDArray[np.int64]) -> Flags:
    """Both words are used too often, and too nearly as often, for one to be an error.

    Words of the lexicon count as held by many, at least.
    """
    rarer, commoner = np.minimum(one, other), np.maximum(one, other)
    return np.asarray((rarer > _FEW) & (rarer * _RATIO > commoner))


def _errors(table: Table, a: Ids, form_a: Ids, b: Ids, form_b: Ids) -> npt.NDArray[np.int8]:
    """Typing errors between words as written, _NO where they are two words; each two looked at
    once. An abbreviation (a word that begins the other) counts as one error, and so does a word
    that looks like the other on paper."""
    key = form_a.astype(np.int64) * len(table.words.texts) + form_b
    _, first, back = np.unique(key, return_index=True, return_inverse=True)
    text = table.words.texts
    said = [
        _distance(text[a[k]], text[form_a[k]], text[b[k]], text[form_b[k]]) for k in first.tolist()
    ]
    return np.array(said, dtype=np.int8)[back]


def _distance(one: str, form: str, other: str, other_form: str) -> int:
    short, long = sorted((form, other_form), key=len)
    own = (one == form, other == other_form)
    if len(short) <= _LONGEST_CUT and len(long) > len(short) + 1 and long.startswith(short):
        return 1 if short in (one, other) else _NO
    if not all(own) and _one_error(*((other, form) if own[0] else (one, other_form))):
        return 1
    if (seen := shape(short)) and seen == shape(long):
        return 1
    allowed = 1 if len(short) < 7 else _MOST_ERRORS
    if len(long) - len(short) > allowed:
        return _NO
    distance = OSA.distance(short, long, score_cutoff=allowed)
    return distance if distance <= allowed else _NO


def _one_error(known: str, written: str) -> bool:
    """`written` is one error away from some spelling of a word of the language: one name has
    "cívica" and the other "cvic", which is "civic" mistyped."""
    return any(
        way[0] == written[0] and OSA.distance(written, way, score_cutoff=1) <= 1
        for way in spellings().get(known, ())
        if abs(len(way) - len(written)) < 2
    )


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
    while open_.any():
        rows = np.flatnonzero(open_)
        first = rows[np.unique(pair[rows], return_index=True)[1]]
        taken.append(first)
        chosen = dict(zip(pair[first].tolist(), first.tolist(), strict=True))
        by = np.array([chosen.get(p, NONE) for p in pair[rows].tolist()], dtype=np.int64)
        open_[rows[(i[rows] == i[by]) | (j[rows] == j[by])]] = False
    kept = np.concatenate(taken) if taken else np.zeros(0, dtype=np.int64)
    return pair[kept], i[kept], j[kept]


def joined(table: Table, one: Ids, other: Ids, x: Left, y: Left) -> Flags:
    """Pairs whose names are nearly the same letters in the same order: words joined, split or
    mistyped. What is left over must be rare on one side, as errors are and other words need not
    be, or must be the same letters parted elsewhere ("Clu bTapalpa").
    """
    held = table.names
    found = np.zeros(len(one), dtype=np.bool_)
    open_ = np.flatnonzero(any_of(x.left) & any_of(y.left))
    if not len(open_):
        return found
    a = [held.letters[row] for row in one[open_].tolist()]
    b = [held.letters[row] for row in other[open_].tolist()]
    like = cpdist(a, b, scorer=Indel.normalized_similarity, score_cutoff=_SAME_LETTERS)
    counts = table.rarity.counts
    rare = [
        np.where(side.left[open_], counts[side.words[open_]], 0).max(axis=1) <= _FEW
        for side in (x, y)
    ]
    for k in np.flatnonzero(like > 0).tolist():
        if min(len(a[k]), len(b[k])) < _LEAST_LETTERS or _digits(a[k]) != _digits(b[k]):
            continue
        rest = [_rest(table, side, int(open_[k])) for side in (x, y)]
        least = _SAME_REST if rare[0][k] or rare[1][k] else _SAME_LETTERS
        apart = len(rest[0]) != len(rest[1])
        if Indel.normalized_similarity(*map("".join, rest)) >= least and (
            rare[0][k] or rare[1][k] or apart
        ):
            found[open_[k]] = True
    return found


def _rest(table: Table, side: Left, pair: int) -> list[str]:
    """What is left of one side, as written, in the order of the name."""
    return [table.words.texts[n] for n in side.written[pair][side.left[pair]].tolist()]


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
