"""A mask in one bit a row, with how many are set before any row, and where the n-th is."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Positions = NDArray[np.int64]
_WORD = 64


def _places_of_bits() -> NDArray[np.int64]:
    """For each byte, the places of its set bits, the lowest first."""
    table = np.zeros((256, 8), np.int64)
    for byte in range(256):
        places = [bit for bit in range(8) if byte >> bit & 1]
        table[byte, : len(places)] = places
    return table


_PLACES = _places_of_bits()


class Bits:
    """Immutable, so that threads may share it. A million rows take 125 kB, 250 kB once they have
    been counted."""

    def __init__(self, words: NDArray[np.uint64], size: int) -> None:
        self.size = size
        self._words = words

    @classmethod
    def of(cls, mask: NDArray[np.bool_]) -> Bits:
        words = np.zeros(len(mask) // _WORD + 1, "<u8")
        packed = np.packbits(mask, bitorder="little")
        words.view(np.uint8)[: len(packed)] = packed
        return cls(words, len(mask))

    def __and__(self, other: Bits) -> Bits:
        """The rows that both have."""
        return Bits(self._words & other._words, self.size)

    @cached_property
    def _before(self) -> Positions:
        before = np.zeros(len(self._words) + 1, np.int64)
        np.cumsum(np.bitwise_count(self._words), out=before[1:])
        return before

    @property
    def total(self) -> int:
        """How many are set."""
        return int(self._before[-1])

    def before(self, rows: NDArray[Any]) -> Positions:
        """How many are set before each of the rows (0 to size)."""
        at = rows >> 6
        lower = (np.uint64(1) << (rows & 63).astype(np.uint64)) - np.uint64(1)
        counted: Positions = self._before[at] + np.bitwise_count(self._words[at] & lower)
        return counted

    def nth(self, ranks: Positions) -> Positions:
        """The rows of the set bits of these ranks, counted from 0."""
        at = np.searchsorted(self._before, ranks, side="right") - 1
        left = ranks - self._before[at]
        eight = self._words[at].view(np.uint8).reshape(-1, 8)
        through = np.cumsum(np.bitwise_count(eight), axis=1, dtype=np.int64)
        byte = (through <= left[:, None]).sum(axis=1)
        every = np.arange(len(ranks))
        left -= np.where(byte > 0, through[every, byte - 1], 0)
        found: Positions = at * _WORD + byte * 8 + _PLACES[eight[every, byte], left]
        return found

    def mask(self) -> NDArray[np.bool_]:
        """As one boolean a row."""
        bits = np.unpackbits(self._words.view(np.uint8), bitorder="little", count=self.size)
        return bits.view(np.bool_)
