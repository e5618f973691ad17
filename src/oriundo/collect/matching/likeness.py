"""How alike two names are, and which words keep them apart."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from oriundo.collect.matching.profiles import Profile, Rarity
from oriundo.collect.matching.typos import misspelled, same_letters
from oriundo.collect.matching.words import PLACE, Wording

_RESIDENCE_WEIGHT = 0.25
_WORTH = 0.6
_MISSPELLED = 8.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two names side by side.

    `shared`: bits of the words in both; `telling`: bits of those that are neither words of the
    language nor of where the organization is; `left`, `right`: the words of one that the other
    lacks; `typos`: some shared words are spelled differently; `overlap`: shared bits over all bits
    (0 to 1); `contained`: shared bits over the bits of the shorter name (0 to 1).
    """

    shared: float
    telling: float
    left: tuple[str, ...]
    right: tuple[str, ...]
    typos: bool
    overlap: float
    contained: float


def likeness(a: Profile, b: Profile, rarity: Rarity) -> Likeness:
    """The likeness of the two most alike names of two records."""
    residence = a.residence | b.residence
    if len(a.names) == len(b.names) == 1:
        return compare(a.names[0], b.names[0], residence, rarity)
    first, second = max(
        ((x, y) for x in a.names for y in b.names),
        key=lambda two: _promise(two[0], two[1], rarity),
    )
    return compare(first, second, residence, rarity)


def _promise(a: Wording, b: Wording, rarity: Rarity) -> float:
    """A quick guess of the overlap, to choose which of several names to compare."""
    both = a.bag & b.bag
    if not both:
        return 0.0
    shared = rarity.total(both)
    return shared / (rarity.of(a.bag) + rarity.of(b.bag) - shared)


def compare(a: Wording, b: Wording, residence: frozenset[str], rarity: Rarity) -> Likeness:
    """Two names word by word, in any order; words of the place of residence weigh little."""
    same = a.bag & b.bag
    left, right = _without(a, same), _without(b, same)
    shared = _weights(same, residence, rarity)
    telling = rarity.total(w for w in same & a.own & b.own if w not in residence)
    typos = False
    if left and right and _close_enough(a, b, bool(same)):
        for one, other in misspelled(left, right, rarity):
            del left[one], right[other]
            shared += min(*(_weights((w,), residence, rarity) for w in (one, other)), _MISSPELLED)
            typos = True
        if (left or right) and same_letters(a, b, left, right, rarity):
            rest = min(_weights(side, residence, rarity) for side in (left, right))
            return Likeness(shared + rest, telling, (), (), True, 1.0, 1.0)
    # A place that only one name adds ("Jerez, Zacatecas") tells more of the same, not another.
    added = [w for side in (left, right) for w in side if w[0] == PLACE]
    light = residence if _in_both(added, left, right) else residence | frozenset(added)
    rest_left, rest_right = (_weights(side, light, rarity) for side in (left, right))
    return Likeness(
        shared=shared,
        telling=telling,
        left=tuple(sorted(left)),
        right=tuple(sorted(right)),
        typos=typos,
        overlap=shared / (shared + rest_left + rest_right or 1.0),
        contained=shared / (shared + min(rest_left, rest_right) or 1.0),
    )


def _without(name: Wording, same: frozenset[str]) -> dict[str, str]:
    """Word -> form, of the words of a name that the other lacks."""
    if len(same) == len(name.bag):
        return {}
    return {
        word: form for word, form in zip(name.words, name.forms, strict=True) if word not in same
    }


def _in_both(added: list[str], left: dict[str, str], right: dict[str, str]) -> bool:
    return any(w in left for w in added) and any(w in right for w in added)


def _close_enough(a: Wording, b: Wording, some_shared: bool) -> bool:
    """Spelling is worth a look: some word is shared, or the letters are more alike than not."""
    if some_shared:
        return True
    return Indel.normalized_similarity(a.letters, b.letters, score_cutoff=_WORTH) > 0


def _weights(words: Iterable[str], residence: frozenset[str], rarity: Rarity) -> float:
    """Bits of the words, the same to the last digit in whatever order they come."""
    return math.fsum(
        rarity.bits(word) * _RESIDENCE_WEIGHT if word in residence else rarity.bits(word)
        for word in words
    )
