"""All terms of an index in alphabetical order, and the stems that they share."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from oriundo.insight.atlas.text.stems import stems
from oriundo.insight.atlas.text.tokens import LONGEST

Bytes = NDArray[np.bytes_]
Numbers = NDArray[np.int64]
TEXT = np.dtype(f"S{LONGEST}")
_AFTER = b"\x7f"


class Vocabulary:
    """`terms`: sorted. `stem_keys`, sorted, and the number of the term that has the stem."""

    def __init__(self, terms: Bytes, stem_keys: Bytes, stem_terms: Numbers) -> None:
        self.terms = terms
        self.stem_keys = stem_keys
        self.stem_terms = stem_terms

    @classmethod
    def of(cls, terms: Bytes) -> Vocabulary:
        """The vocabulary of sorted terms."""
        return cls(terms, *_stemmed(terms))

    def numbers(self, words: Sequence[str]) -> Numbers:
        """The number of each word; -1 where it is not known."""
        wanted = np.array([word.encode() for word in words], dtype=TEXT)
        at = np.searchsorted(self.terms, wanted)
        if not len(self.terms):
            return np.full(len(wanted), -1)
        found: Numbers = np.where(self.terms[np.minimum(at, len(self.terms) - 1)] == wanted, at, -1)
        return found

    def beginning(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """For each word, the range of the terms that begin with it."""
        return ranges_of(self.terms, words)

    def akin(self, word: str) -> list[int]:
        """Numbers of the terms that share a stem with a word."""
        keys = np.array([stem.encode() for stem in stems([word])[0]], dtype=TEXT)
        low = np.searchsorted(self.stem_keys, keys, "left")
        high = np.searchsorted(self.stem_keys, keys, "right")
        ranges = zip(low.tolist(), high.tolist(), strict=True)
        return sorted({int(term) for a, b in ranges for term in self.stem_terms[a:b]})

    def with_terms(self, new: Bytes) -> tuple[Vocabulary, Numbers]:
        """This vocabulary and sorted new terms, and where the old ones now stand."""
        before = np.searchsorted(self.terms, new)
        moved = np.arange(len(self.terms)) + np.searchsorted(new, self.terms)
        terms = np.insert(self.terms, before, new)
        keys, of = _stemmed(new)
        placed = (before + np.arange(len(new)))[of]
        at = np.searchsorted(self.stem_keys, keys)
        stem_terms = np.insert(moved[self.stem_terms], at, placed)
        return Vocabulary(terms, np.insert(self.stem_keys, at, keys), stem_terms), moved


def ranges_of(sorted_texts: Bytes, beginnings: Sequence[str]) -> list[tuple[int, int]]:
    """For each beginning, the range of the sorted texts that begin with it."""
    # Of the same type as the texts, which would all be converted otherwise.
    kind = sorted_texts.dtype
    first = np.array([text.encode() for text in beginnings], dtype=kind)
    last = np.array([text.encode() + _AFTER for text in beginnings], dtype=kind)
    low = np.searchsorted(sorted_texts, first).tolist()
    high = np.searchsorted(sorted_texts, last, "right").tolist()
    return list(zip(low, high, strict=True))


def _stemmed(terms: Bytes) -> tuple[Bytes, Numbers]:
    """(stems in order, the number of the term of each)."""
    words = [term.decode() for term in terms.tolist()]
    pairs = sorted((stem, at) for at, own in enumerate(stems(words)) for stem in own)
    keys = np.array([stem.encode() for stem, _ in pairs], dtype=TEXT)
    return keys, np.array([at for _, at in pairs], dtype=np.int64)
