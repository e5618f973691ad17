"""Who has which term: for each the serials that have it, ascending, in files that are mapped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from oriundo.insight.atlas.text.vocabulary import TEXT, Bytes, Numbers, Vocabulary

Serials = NDArray[np.uint32]
Bits = NDArray[np.uint8]
Entry = tuple[int, Mapping[str, int], int]
"""(serial, term → bits of the fields that say it, telling words in the name)."""

_FILES = ("terms", "stem-keys", "stem-terms", "starts", "serials", "fields", "lengths")


@dataclass(frozen=True, slots=True)
class Postings:
    """Term number t is said by `serials[starts[t]:starts[t + 1]]`, in `fields` of the same place.

    `lengths`, by serial: how many telling words the name has; 0 where there is no organization.
    """

    vocabulary: Vocabulary
    starts: Numbers
    serials: Serials
    fields: Bits
    lengths: Bits

    @property
    def size(self) -> int:
        """One more than the largest serial."""
        return len(self.lengths)

    @property
    def organizations(self) -> int:
        """How many there are."""
        return int(np.count_nonzero(self.lengths))

    @classmethod
    def open(cls, folder: Path) -> Postings:
        terms, keys, stem_terms, *rest = (mapped(folder / f"{name}.npy") for name in _FILES)
        return cls(Vocabulary(terms, keys, stem_terms), *rest)

    def save(self, folder: Path) -> None:
        known = self.vocabulary
        kept = (known.terms, known.stem_keys, known.stem_terms, self.starts)
        arrays: tuple[NDArray[Any], ...] = (*kept, self.serials, self.fields, self.lengths)
        for name, values in zip(_FILES, arrays, strict=True):
            np.save(folder / f"{name}.npy", values, allow_pickle=False)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Postings:
        """The postings of entries, each serial once, in any order."""
        numbers, serials, fields, names, lengths = _gathered(entries)
        order = np.argsort(np.array(names, dtype=TEXT), kind="stable")
        place = np.empty(len(names), dtype=np.int64)
        place[order] = np.arange(len(names))
        key = place[numbers] << 32 | serials
        by_term = np.argsort(key, kind="stable")
        counts = np.bincount(place[numbers], minlength=len(names))
        return cls(
            Vocabulary.of(np.array(names, dtype=TEXT)[order]),
            np.concatenate(([0], np.cumsum(counts))),
            serials[by_term],
            fields[by_term],
            lengths,
        )

    def without(self, gone: Serials) -> Postings:
        """These postings when some organizations are no more. Their terms stay known."""
        gone = gone[gone < self.size]
        if not len(gone):
            return self
        is_gone = np.zeros(self.size, dtype=bool)
        is_gone[gone] = True
        dropped = np.flatnonzero(is_gone[self.serials])
        counts = np.searchsorted(dropped, self.starts)
        lengths = np.array(self.lengths)
        lengths[gone] = 0
        return Postings(
            self.vocabulary,
            self.starts - counts,
            np.delete(self.serials, dropped),
            np.delete(self.fields, dropped),
            lengths,
        )

    def joined(self, new: Postings) -> Postings:
        """These postings and others, of other serials."""
        unknown = new.vocabulary.terms[~_among(new.vocabulary.terms, self.vocabulary.terms)]
        vocabulary, moved = self.vocabulary.with_terms(unknown)
        counts = np.zeros(len(vocabulary.terms), dtype=np.int64)
        counts[moved] = np.diff(self.starts)
        starts = np.concatenate(([0], np.cumsum(counts)))
        own = np.searchsorted(vocabulary.terms, new.vocabulary.terms)
        added = np.diff(new.starts)
        at = np.repeat(starts[own], added)
        for number, term in enumerate(own.tolist()):
            part = slice(new.starts[number], new.starts[number + 1])
            here = self.serials[starts[term] : starts[term + 1]]
            at[part] += np.searchsorted(here, new.serials[part])
        counts[own] += added
        return Postings(
            vocabulary,
            np.concatenate(([0], np.cumsum(counts))),
            np.insert(self.serials, at, new.serials),
            np.insert(self.fields, at, new.fields),
            _longer(self.lengths, new.lengths),
        )


def _gathered(entries: Iterable[Entry]) -> tuple[Numbers, Serials, Bits, list[bytes], Bits]:
    """Of all (term, serial) pairs: term numbers by first appearance, serials, bits; then the terms,
    and the lengths by serial."""
    known: dict[str, int] = {}
    numbers, serials, fields = _Column("u4"), _Column("u4"), _Column("u1")
    lengths: dict[int, int] = {}
    for serial, terms, length in entries:
        numbers.extend([known.setdefault(term, len(known)) for term in terms])
        serials.extend([serial] * len(terms))
        fields.extend(terms.values())
        lengths[serial] = length
    by_serial = np.zeros(max(lengths, default=-1) + 1, dtype=np.uint8)
    by_serial[list(lengths)] = list(lengths.values())
    texts = [term.encode() for term in known]
    return numbers.values(np.int64), serials.values(), fields.values(), texts, by_serial


class _Column:
    """Values that become an array piece by piece, so that a million lists do not stay lists."""

    _PIECE = 1 << 20

    def __init__(self, dtype: str) -> None:
        self._dtype = dtype
        self._open: list[int] = []
        self._pieces: list[NDArray[Any]] = []

    def extend(self, values: Iterable[int]) -> None:
        self._open.extend(values)
        if len(self._open) > self._PIECE:
            self._close()

    def _close(self) -> None:
        self._pieces.append(np.array(self._open, dtype=self._dtype))
        self._open = []

    def values(self, dtype: Any = None) -> NDArray[Any]:
        self._close()
        return np.concatenate(self._pieces).astype(dtype or self._dtype, copy=False)


def mapped(path: Path) -> NDArray[Any]:
    """As a plain array: the subclass that numpy maps with is slower at every step."""
    return np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))


def _among(values: Bytes, known: Bytes) -> NDArray[np.bool_]:
    at = np.searchsorted(known, values)
    inside = at < len(known)
    found: NDArray[np.bool_] = inside.copy()
    found[inside] = known[at[inside]] == values[inside]
    return found


def _longer(old: Bits, new: Bits) -> Bits:
    lengths = np.zeros(max(len(old), len(new)), dtype=np.uint8)
    lengths[: len(old)] = old
    placed = np.flatnonzero(new)
    lengths[placed] = new[placed]
    return lengths
