"""What a person reads about a pair: its probability and the reasons, the weightiest first."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.features import FEATURES, Compared
from oriundo.collect.matching.scoring import Bits
from oriundo.collect.sources.drafts import RecordKey

Reason = tuple[str, Mapping[str, object]]
"""A sentence marked for translation, and the values that fill it."""

RULED_SAME: Reason = (gettext_noop("a person decided that they are the same organization"), {})


@dataclass(frozen=True, slots=True)
class MatchedPair:
    """Two records that were compared; `left` is before `right`.

    `weights`: of each reason, in bits; more than 0 speaks for one organization. `value`: how much
    a decision on the pair would settle (see `value`), 0 for a pair that is settled.
    """

    left: RecordKey
    right: RecordKey
    probability: float
    reasons: tuple[Reason, ...]
    weights: tuple[float, ...] = ()
    value: float = 0.0


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something in a run that a person should look at."""

    code: str
    sentence: str
    values: Mapping[str, object]


def reasons(c: Compared, bits: Bits) -> Iterator[tuple[tuple[Reason, ...], tuple[float, ...]]]:
    """Why each pair got its probability: each level found, in the order of its weight, and the
    weights."""
    levels = np.stack([c.once(feature.level) for feature in FEATURES], axis=1)
    for pair, row in enumerate(levels.tolist()):
        found = []
        for feature, weights, level in zip(FEATURES, bits, row, strict=True):
            sentence = feature.levels[level].sentence
            if sentence:
                weight = round(weights[level], 2)
                found.append((-abs(weight), feature.name, weight, sentence, level))
        ordered = sorted(found)
        by_name = {feature.name: feature for feature in FEATURES}
        yield (
            tuple((sentence, by_name[name].values(c, pair)) for _, name, _, sentence, _ in ordered),
            tuple(weight for _, _, weight, _, _ in ordered),
        )


def value(probability: float, left: int, right: int) -> float:
    """How much a decision on a pair settles: the uncertainty of the pair in bits (1 at even odds,
    0 when certain) for each pair of records that it decides, `left` times `right` of them (the
    sizes of the two groups that would be one)."""
    if not 0 < probability < 1:
        return 0.0
    other = 1 - probability
    doubt = -probability * math.log2(probability) - other * math.log2(other)
    return round(doubt * left * right, 6)
