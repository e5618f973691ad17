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
Signatures = NDArray[np.uint32]
Entry = tuple[int, Mapping[str, int], int, int]
"""(serial, term → bits of the fields that say it, telling words in the name, its signature)."""

_FILES = ("terms", "stem-keys", "stem-terms", "starts", "serials", "fields", "lengths", "names")


@dataclass(frozen=True, slots=True)
class Postings:
    """Term number t is said by `serials[starts[t]:starts[t + 1]]`, in `fields` of the same place.

    By serial, `lengths`: how many telling words the name has; 0 where there is no organization;
    `names`: the signature of the name.
    """

    vocabulary: Vocabulary
    starts: Numbers
    serials: Serials
    fields: Bits
    lengths: Bits
    names: Signatures

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
        arrays: tuple[NDArray[Any], ...] = (
            *kept,
            self.serials,
            self.fields,
            self.lengths,
            self.names,
        )
        for name, values in zip(_FILES, arrays, strict=True):
            np.save(folder / f"{name}.npy", values, allow_pickle=False)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Postings:
        """The postings of entries, each serial once, in any order."""
        numbers, serials, fields, terms, lengths, names = _gathered(entries)
        order = np.argsort(np.array(terms, dtype=TEXT), kind="stable")
        place = np.empty(len(terms), dtype=np.int64)
        place[order] = np.arange(len(terms))
        key = place[numbers] << 32 | serials
        by_term = np.argsort(key, kind="stable")
        counts = np.bincount(place[numbers], minlength=len(terms))
        return cls(
            Vocabulary.of(np.array(terms, dtype=TEXT)[order]),
            np.concatenate(([0], np.cumsum(counts))),
            serials[by_term],
            fields[by_term],
            lengths,
            names,
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
            self.names,
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
        present = np.flatnonzero(new.lengths)
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
            _with_new(self.lengths, new.lengths, present),
            _with_new(self.names, new.names, present),
        )


def _gathered(
    entries: Iterable[Entry],
) -> tuple[Numbers, Serials, Bits, list[bytes], Bits, Signatures]:
    """Of all (term, serial) pairs: term numbers by first appearance, serials, bits; then the terms;
    and by serial the lengths and signatures of names."""
    known: dict[str, int] = {}
    numbers, serials, fields = _Column("u4"), _Column("u4"), _Column("u1")
    of, lengths, names = _Column("u4"), _Column("u1"), _Column("u4")
    for serial, terms, length, name in entries:
        numbers.extend([known.setdefault(term, len(known)) for term in terms])
        serials.extend([serial] * len(terms))
        fields.extend(terms.values())
        of.extend((serial,))
        lengths.extend((length,))
        names.extend((name,))
    at = of.values()
    texts = [term.encode() for term in known]
    by_serial = (_placed(at, lengths.values()), _placed(at, names.values()))
    return numbers.values(np.int64), serials.values(), fields.values(), texts, *by_serial


def _placed(at: Serials, values: NDArray[Any]) -> NDArray[Any]:
    placed = np.zeros(int(at.max()) + 1 if len(at) else 0, dtype=values.dtype)
    placed[at] = values
    return placed


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


def _with_new(old: NDArray[Any], new: NDArray[Any], present: NDArray[Any]) -> NDArray[Any]:
    """Values by serial, those of the new serials that are present put in."""
    values = np.zeros(max(len(old), len(new)), dtype=old.dtype)
    values[: len(old)] = old
    values[present] = new[present]
    return values
