"""The shape of a feature, and two records laid side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from oriundo.collect.matching.likeness import Likeness, likeness
from oriundo.collect.matching.profiles import Profile, Rarity


@dataclass(frozen=True, slots=True)
class Level:
    """One possible outcome of a feature. `bits`: prior weight; `sentence`: marked English;
    `ask`: however much else agrees, only a person may join such a pair."""

    bits: float
    sentence: str
    ask: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """Two profiles, the likeness of their names, and how many records share a contact point."""

    a: Profile
    b: Profile
    names: Likeness
    rarity: Rarity
    shared_by: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Feature:
    """`level(c)` is a position in `levels`; `values(c)` fills the sentence of that level."""

    name: str
    levels: tuple[Level, ...]
    level: Callable[[Compared], int]
    values: Callable[[Compared], dict[str, object]]


NOTHING = Level(0.0, "")


def compared(a: Profile, b: Profile, rarity: Rarity, shared_by: Mapping[str, int]) -> Compared:
    """Two profiles laid side by side."""
    return Compared(a, b, likeness(a, b, rarity), rarity, shared_by)


def sets(left: frozenset[str], right: frozenset[str]) -> int:
    """0: a side says nothing; 1: nothing in common; 2: something in common."""
    if not (left and right):
        return 0
    return 1 if left.isdisjoint(right) else 2
