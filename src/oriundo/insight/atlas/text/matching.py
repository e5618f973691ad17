"""Which organizations meet every unit of a search, and how well."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from oriundo.insight.atlas.text.postings import Postings, Serials
from oriundo.insight.atlas.text.readings import Range, Way
from oriundo.insight.atlas.text.tokens import (
    ACRONYMS,
    ALTERNATES,
    DOING,
    FIRST,
    HOMETOWNS,
    NAME,
    RESIDENCE,
)

Weights = NDArray[np.float32]

_WORTH = {NAME: 1.0, ACRONYMS: 1.0, ALTERNATES: 0.95, HOMETOWNS: 0.7, RESIDENCE: 0.6, DOING: 0.35}
_FIRST_WORTH = 1.02
_FEW = 20_000
_LEAST_TELLING = 0.2
_LENGTH = 0.25
_LESS_THAN_CALLED_SO = 0.98


@dataclass(frozen=True, slots=True)
class Matches:
    """Serials, ascending, and how well each fits, above 0 and at most 1. `missing`: how many of the
    things that were asked for each of them lacks."""

    serials: Serials
    scores: Weights
    missing: int = 0

    def __len__(self) -> int:
        return len(self.serials)


NONE = Matches(np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.float32))


def _worth() -> Weights:
    """Bits of fields → what a word is worth that they say: as much as in the best of them."""
    table = np.zeros(2 * FIRST, dtype=np.float32)
    for bits in range(2 * FIRST):
        best = max((worth for bit, worth in _WORTH.items() if bits & bit), default=0.0)
        table[bits] = best * (_FIRST_WORTH if bits & FIRST else 1.0) / _FIRST_WORTH
    return table


_BY_BITS = _worth()


class Matcher:
    """Matches readings against postings. `names`: signatures of names that are meant as a whole.
    `most`: candidates to look at, when not all are wanted."""

    def __init__(
        self, postings: Postings, names: Collection[int] = (), most: int | None = None
    ) -> None:
        self._postings = postings
        self._starts = postings.starts
        self._organizations = postings.organizations
        self._names = [np.uint32(name) for name in names]
        self._most = most

    def all(self, readings: Sequence[tuple[Way, ...]]) -> Matches:
        """Those that meet each reading in one of its ways."""
        ordered = sorted(readings, key=self._total)
        telling = [np.float32(self._telling(ways)) for ways in ordered]
        serials, weights = self._any(ordered[0])
        scores = weights * telling[0]
        for ways, worth in zip(ordered[1:], telling[1:], strict=True):
            weights = self._of(serials, ways)
            kept = np.flatnonzero(weights > 0)
            serials, scores = serials[kept], scores[kept] + weights[kept] * worth
        return Matches(serials, self._scored(serials, scores, float(np.sum(telling)), len(ordered)))

    def most(self, readings: Sequence[tuple[Way, ...]], least: int) -> Matches:
        """Those that meet as many readings as any does, if that is `least` or more."""
        ordered = sorted(readings, key=self._total)
        telling = [np.float32(self._telling(ways)) for ways in ordered]
        for wanted in range(len(ordered), least - 1, -1):
            # Who meets so many meets one of the rarest that are left when one less is left out.
            serials = self._either(ordered[: len(ordered) - wanted + 1])
            met = np.zeros(len(serials), dtype=np.uint8)
            scores = np.zeros(len(serials), dtype=np.float32)
            for ways, worth in zip(ordered, telling, strict=True):
                weights = self._of(serials, ways)
                met += weights > 0
                scores += weights * worth
            kept = np.flatnonzero(met == wanted)
            if len(kept):
                serials, scores = serials[kept], scores[kept]
                scored = self._scored(serials, scores, float(np.sum(telling)), len(ordered))
                return Matches(serials, scored, len(ordered) - wanted)
        return NONE

    def _either(self, readings: Sequence[tuple[Way, ...]]) -> Serials:
        """All that meet one of the readings, ascending."""
        if sum(map(self._total, readings)) > _FEW:
            met = np.zeros(self._postings.size, dtype=bool)
            for ways in readings:
                met |= self._spread(ways) > 0
            return np.flatnonzero(met).astype(np.uint32)
        found: Serials = np.unique(np.concatenate([self._any(ways)[0] for ways in readings]))
        return found

    def _scored(self, serials: Serials, scores: Weights, full: float, units: int) -> Weights:
        """Of two names that hold all words, the one that holds little else is meant; what is called
        just so stands first."""
        lengths = np.maximum(self._postings.lengths[serials], units)
        shares = np.float32(units) / lengths.astype(np.float32)
        best: Weights = scores * ((1 - np.float32(_LENGTH)) + np.float32(_LENGTH) * shares)
        best *= np.float32(_LESS_THAN_CALLED_SO / full)
        names = self._postings.names[serials]
        for name in self._names:
            best[names == name] = 1
        return best

    def _telling(self, ways: tuple[Way, ...]) -> float:
        """How much it tells to meet a reading: the fewer do, the more."""
        return max(_LEAST_TELLING, log((self._organizations + 1) / (self._total(ways) + 1)))

    def _total(self, ways: tuple[Way, ...]) -> int:
        return sum(min(map(self._size, way.ranges)) for way in ways)

    def _size(self, terms: Range) -> int:
        return int(self._starts[terms[1]] - self._starts[terms[0]])

    def _any(self, ways: tuple[Way, ...]) -> tuple[Serials, Weights]:
        """All that meet a reading: serials, ascending, and the weight of the best way."""
        if len(ways) == 1 and len(ways[0].ranges) == 1 and _single(ways[0].ranges[0]):
            return self._sampled(*self._way(ways[0]))
        if self._total(ways) > _FEW:
            best = self._spread(ways)
            serials = np.flatnonzero(best > 0).astype(np.uint32)
            return self._sampled(serials, best[serials])
        parts = [self._way(way) for way in ways]
        serials = np.concatenate([serials for serials, _ in parts])
        weights = np.concatenate([weights for _, weights in parts])
        found, at = np.unique(serials, return_inverse=True)
        best = np.zeros(len(found), dtype=np.float32)
        np.maximum.at(best, at, weights)
        return self._sampled(found, best)

    def _sampled(self, serials: Serials, weights: Weights) -> tuple[Serials, Weights]:
        """The best of too many, those of equal weight by serial."""
        if self._most is None or len(serials) <= self._most:
            return serials, weights
        best = np.sort(np.argsort(-weights, kind="stable")[: self._most])
        return serials[best], weights[best]

    def _spread(self, ways: tuple[Way, ...]) -> Weights:
        """By serial, the weight of the best way."""
        best = np.zeros(self._postings.size, dtype=np.float32)
        for way in ways:
            serials, weights = self._way(way)
            if any(map(_single, way.ranges)):
                best[serials] = np.maximum(best[serials], weights)
            else:
                np.maximum.at(best, serials, weights)
        return best

    def _of(self, wanted: Serials, ways: tuple[Way, ...]) -> Weights:
        """How well each of the serials meets a reading, 0 when not at all."""
        if min(self._total(ways), len(wanted)) > _FEW:
            return self._spread(ways)[wanted]
        best = np.zeros(len(wanted), dtype=np.float32)
        for way in ways:
            np.maximum(best, self._weights(wanted, way), out=best)
        return best

    def _weights(self, wanted: Serials, way: Way) -> Weights:
        """How well each of the serials meets one way."""
        worst = np.full(len(wanted), way.quality, dtype=np.float32)
        for terms in way.ranges:
            serials, fields = self._said(terms)
            weights = np.zeros(len(wanted), dtype=np.float32)
            if _single(terms) and len(serials) > len(wanted):
                at = np.minimum(np.searchsorted(serials, wanted), len(serials) - 1)
                hit = np.flatnonzero(serials[at] == wanted)
                weights[hit] = _BY_BITS[fields[at[hit]]]
            elif len(wanted):
                at = np.minimum(np.searchsorted(wanted, serials), len(wanted) - 1)
                hit = np.flatnonzero(wanted[at] == serials)
                np.maximum.at(weights, at[hit], _BY_BITS[fields[hit]])
            np.minimum(worst, weights * np.float32(way.quality), out=worst)
        return worst

    def _way(self, way: Way) -> tuple[Serials, Weights]:
        """All that meet one way; a serial may come several times when the range is of several."""
        rarest, *others = sorted(way.ranges, key=self._size)
        serials, fields = self._said(rarest)
        weights = _BY_BITS[fields] * np.float32(way.quality)
        if others:
            rest = self._weights(serials, Way(way.quality, tuple(others)))
            kept = np.flatnonzero(rest > 0)
            serials, weights = serials[kept], np.minimum(weights, rest)[kept]
        return serials, weights

    def _said(self, terms: Range) -> tuple[Serials, NDArray[np.uint8]]:
        part = slice(self._starts[terms[0]], self._starts[terms[1]])
        return self._postings.serials[part], self._postings.fields[part]


def _single(terms: Range) -> bool:
    return terms[1] - terms[0] == 1
