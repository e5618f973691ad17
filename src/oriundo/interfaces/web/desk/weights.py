"""Why a pair is asked about: each reason with its weight in words, in bits and as a bar.

The bars are a waterfall: each begins where the one before it ended, from the odds that two
records have before they are looked at to the odds that they have in the end.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from oriundo.interfaces.speech import say
from oriundo.interfaces.web import language

_STRONGLY, _CLEARLY, _AT_ALL = 5.0, 2.0, 0.05
_SPAN = 100.0
_LEAST = 0.75

Masked = Callable[[Mapping[str, object]], Mapping[str, object]]
"""The values of a reason, without those that this reader may not see."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the drawing, whose width is 100: where it begins, and how long it is."""

    x: float
    width: float
    against: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason in the reader's words; `strength`, `bits` and `bar` are empty without a weight."""

    text: str
    strength: str
    bits: str
    bar: Bar | None


@dataclass(frozen=True, slots=True)
class Waterfall:
    """`start` and `end` are None where the run gave no weights. `zero`: where even odds are."""

    start: Reason | None
    reasons: tuple[Reason, ...]
    end: Reason | None
    zero: float


def waterfall(reasons: Iterable[list[Any]], probability: float, masked: Masked) -> Waterfall:
    """The reasons of a pair, the heaviest first as the run left them."""
    told = [
        (language.sentence(say(one[0], masked(one[1]))), float(one[2]) if len(one) > 2 else None)
        for one in reasons
    ]
    weights = [bits for _, bits in told if bits is not None]
    if not told or len(weights) < len(told):
        return Waterfall(None, tuple(Reason(text, "", "", None) for text, _ in told), None, 0.0)
    end = _odds(probability)
    start = end - sum(weights)
    stops = [start]
    for weight in weights:
        stops.append(stops[-1] + weight)
    scale = _Scale(min(0.0, *stops), max(0.0, *stops))
    return Waterfall(
        start=_reason(gettext("Before looking at them."), scale, 0, start),
        reasons=tuple(
            _reason(text, scale, stops[i], stops[i + 1]) for i, (text, _) in enumerate(told)
        ),
        end=_reason(in_words(probability), scale, 0, end),
        zero=scale.at(0.0),
    )


def in_words(probability: float) -> str:
    """A probability as a sentence: how many of a hundred such pairs are one organization."""
    hundred = min(99, max(1, round(100 * probability)))
    told = gettext("Of 100 pairs like this, about %(n)s are one organization.")
    return told % {"n": language.number(hundred)}


def strength(bits: float) -> str:
    """A weight in words."""
    size = abs(bits)
    if size < _AT_ALL:
        return gettext("says nothing")
    if size < _CLEARLY:
        return gettext("slightly for") if bits > 0 else gettext("slightly against")
    if size < _STRONGLY:
        return gettext("clearly for") if bits > 0 else gettext("clearly against")
    return gettext("strongly for") if bits > 0 else gettext("strongly against")


def _odds(probability: float) -> float:
    """Log2 odds, kept within what a drawing can show."""
    p = min(1 - 1e-6, max(1e-6, probability))
    return math.log2(p / (1 - p))


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float

    def at(self, bits: float) -> float:
        return round(_SPAN * (bits - self.low) / ((self.high - self.low) or 1.0), 2)


def _reason(text: str, scale: _Scale, begin: float, end: float) -> Reason:
    left, right = sorted((scale.at(begin), scale.at(end)))
    bits = end - begin
    signed = f"{'−' if bits < 0 else '+'}{language.number(round(abs(bits), 1))}"
    bar = Bar(left, max(_LEAST, round(right - left, 2)), bits < 0)
    return Reason(text, strength(bits), signed, bar)
