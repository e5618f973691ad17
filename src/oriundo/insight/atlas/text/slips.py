"""Slips of the typing hand: a letter more, less, other, or exchanged with its neighbor."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_lowercase

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import cdist

Bytes = NDArray[np.bytes_]
_LEAST = 4
_LEAST_FOR_TWO = 8
_LEAST_LIKE = 0.8


def may_slip(word: str, slips: int = 1) -> bool:
    """Whether a word is long enough to be read with so many slips; numbers are not."""
    return word.isalpha() and len(word) >= (_LEAST if slips == 1 else _LEAST_FOR_TWO)


def one_slip(word: str) -> list[str]:
    """Every text that is one slip away from a word.

    >>> len(one_slip("ab")), "ba" in one_slip("ab")
    (130, True)
    """
    found: list[str] = []
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        found.extend(head + letter + tail for letter in ascii_lowercase)
        if tail:
            found.append(head + tail[1:])
            found.extend(head + letter + tail[1:] for letter in ascii_lowercase)
        if len(tail) > 1:
            found.append(head + tail[1] + tail[0] + tail[2:])
    return sorted(set(found) - {word})


def within_two(word: str, known: Bytes) -> Sequence[int]:
    """Where words that are at most two slips away stand among known ones."""
    lengths = np.char.str_len(known)
    near = np.flatnonzero(np.abs(lengths - len(word)) <= 2)
    texts = [text.decode() for text in known[near].tolist()]
    if not texts:
        return []
    far = cdist([word], texts, scorer=OSA.distance, score_cutoff=2)[0]
    return [int(at) for at in near[far <= 2]]


def most_like(word: str, known: Bytes) -> str:
    """The known word that looks most like one, the first of equals; "" when none does."""
    texts = [text.decode() for text in known.tolist() if text[:1].isalpha()]
    if not texts:
        return ""
    like = cdist([word], texts, scorer=JaroWinkler.similarity, score_cutoff=_LEAST_LIKE)[0]
    at = int(like.argmax())
    return texts[at] if like[at] else ""
