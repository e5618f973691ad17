"""What a person reads about a pair: its probability and the reasons, the weightiest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.features import FEATURES, Compared
from oriundo.collect.matching.scoring import Bits
from oriundo.collect.sources.drafts import RecordKey

Reason = tuple[str, Mapping[str, object]]
"""A sentence marked for translation, and the values that fill it."""

RULED_SAME: Reason = (gettext_noop("a person decided that they are the same organization"), {})


@dataclass(frozen=True, slots=True)
class MatchedPair:
    """Two records that were compared; `left` is before `right`. `value`: what deciding settles."""

    left: RecordKey
    right: RecordKey
    probability: float
    reasons: tuple[Reason, ...]
    value: float = 0.0


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something in a run that a person should look at."""

    code: str
    sentence: str
    values: Mapping[str, object]


def reasons(c: Compared, bits: Bits) -> tuple[Reason, ...]:
    """Why a pair got its probability: each level found, in the order of its weight."""
    found = []
    for feature, weights in zip(FEATURES, bits, strict=True):
        level = feature.level(c)
        sentence = feature.levels[level].sentence
        if sentence:
            found.append((-abs(weights[level]), feature.name, (sentence, feature.values(c))))
    return tuple(reason for _, _, reason in sorted(found, key=lambda one: one[:2]))


def rank(probability: float) -> float:
    """How near a pair is to even odds: the order in which a decision settles most."""
    return abs(probability - 0.5)
