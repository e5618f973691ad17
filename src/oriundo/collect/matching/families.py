"""Words that are probably one word mistyped: the family of each word of a vocabulary.

Used to find candidates only: which words are one is decided pair by pair, with its context.
"""

from __future__ import annotations

from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from oriundo.collect.matching.groups import members_of, pairs_of
from oriundo.collect.matching.spelling import shape
from oriundo.collect.matching.vocabulary import Flags, Ids

_LEAST = 5
_LONGEST = 20
_FEW = 3
_CROWD = 40
_BASE = np.uint64(1099511628211)


def families(texts: list[str], counts: npt.NDArray[np.int64], own: Flags) -> Ids:
    """For each word the one that stands for its family: itself, or the commoner word (of equals
    the first) that a word of few records is a letter more, less, other or exchanged away from.

    `own`: words as written, neither of the language nor of a place; others are their own family.
    """
    family = np.arange(len(texts), dtype=np.int32)
    long = np.array([_LEAST <= len(t) <= _LONGEST and t.isalpha() for t in texts], dtype=np.bool_)
    words = np.flatnonzero(own & long)
    if len(words) < 2:
        return family
    held = [texts[i] for i in words.tolist()]
    keys, place = _without_a_letter(held)
    looks = np.array([_number_of(shape(word) or word) for word in held], dtype=np.uint64)
    members = members_of(np.concatenate([keys, looks]), np.concatenate([words[place], words]))
    one, other = pairs_of(members, most=_CROWD)
    u, v = np.concatenate([one, other]), np.concatenate([other, one])
    better = (counts[v] > counts[u]) | ((counts[v] == counts[u]) & (v < u))
    u, v = u[better & (counts[u] <= _FEW)], v[better & (counts[u] <= _FEW)]
    order = np.lexsort((v, -counts[v], u))
    first = np.unique(u[order], return_index=True)[1]
    family[u[order][first]] = v[order][first]
    return family[family]


def _without_a_letter(words: list[str]) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.int64]]:
    """(key, position of the word): a key for each word and for each way to leave one letter out.

    Keys are polynomial hashes of the letters that stay, so that two words one slip apart share one.
    """
    letters = np.zeros((len(words), _LONGEST), dtype=np.uint64)
    length = np.array([len(word) for word in words])
    flat = np.frombuffer("".join(words).encode("ascii"), dtype=np.uint8)
    column = np.arange(_LONGEST)
    letters[column < length[:, None]] = flat
    power = np.cumprod(np.append(np.uint64(1), np.full(_LONGEST - 1, _BASE)), dtype=np.uint64)
    before = np.zeros((len(words), _LONGEST + 1), dtype=np.uint64)
    before[:, 1:] = np.cumsum(letters * power, axis=1, dtype=np.uint64)
    whole = before[:, -1]
    # Letters after the one left out move one place down: their powers are divided by the base.
    later = np.zeros((len(words), _LONGEST + 1), dtype=np.uint64)
    later[:, 2:] = np.cumsum(letters[:, 1:] * power[:-1], axis=1, dtype=np.uint64)
    cut = before[:, :-1] + (later[:, -1:] - later[:, 1:])
    there = column < length[:, None]
    word, _ = np.nonzero(there)
    keys = np.concatenate([whole, cut[there]])
    return keys, np.concatenate([np.arange(len(words)), word])


def _number_of(text: str) -> int:
    """A number for a short text, the same on every run."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())
