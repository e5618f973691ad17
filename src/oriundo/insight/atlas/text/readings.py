"""How a unit of a search may be met by an index: its words, their stems, translations, beginnings
and slips, each with how good a match it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from oriundo.insight.atlas.text.asked import Unit, sense_of, ways_to_say
from oriundo.insight.atlas.text.slips import may_slip, one_slip, within_two
from oriundo.insight.atlas.text.vocabulary import Numbers, Vocabulary

EXACT, STEM, SENSE, BEGINNING, SLIP, TWO_SLIPS = 1.0, 0.9, 0.75, 0.6, 0.7, 0.4
_LEAST_BEGINNING = 3
_MOST_SLIPS = 12

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Way:
    """Met by organizations that have a term of each of the ranges. `quality`: 0 to 1."""

    quality: float
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads units by what a vocabulary holds. `slips`: how many words are read with. A word that is
    not known is always read with one, and only such a word with two."""

    vocabulary: Vocabulary
    starts: Numbers
    slips: int = 0

    def ways(self, unit: Unit) -> tuple[Way, ...]:
        """The ways to meet a unit, the best first; none when nothing like it is known."""
        ways = list(self.as_written(unit))
        if len(unit.words) == 1 and (self.slips or not ways):
            ways += self._with_slips(unit, 2 if self.slips > 1 and not ways else 1)
        best: dict[tuple[Range, ...], float] = {}
        for way in ways:
            best[way.ranges] = max(way.quality, best.get(way.ranges, 0.0))
        found = (Way(quality, ranges) for ranges, quality in best.items())
        return tuple(sorted(found, key=lambda way: -way.quality))

    def reads_anew(self, unit: Unit) -> bool:
        """Whether so many slips make more of a unit than fewer do."""
        if not self.slips:
            return True
        slippery = any(may_slip(word, self.slips) for word in unit.words)
        return slippery and (self.slips == 1 or not any(self.as_written(unit)))

    def spelled(self, word: str) -> list[str]:
        """How a word may have been meant to be spelled: as it is, if anybody spells it so."""
        if self.vocabulary.numbers([word])[0] >= 0 or not may_slip(word):
            return [word]
        found = self.vocabulary.numbers(near := one_slip(word)).tolist()
        return [text for text, number in zip(near, found, strict=True) if number >= 0] or [word]

    def as_written(self, unit: Unit) -> Iterator[Way]:
        """The ways to meet a unit without a slip."""
        yield from self._forms([(unit.words, EXACT)])
        if len(unit.words) == 1:
            word = unit.words[0]
            yield from self._singles(self.vocabulary.akin(word), STEM)
            if unit.typed:
                yield from self._begun([word], BEGINNING)
        yield from self._forms([(words, SENSE) for words in ways_to_say(unit.sense)])

    def _with_slips(self, unit: Unit, slips: int) -> Iterator[Way]:
        word = unit.words[0]
        if not may_slip(word):
            return
        near = one_slip(word)
        found = [int(number) for number in self.vocabulary.numbers(near) if number >= 0]
        found = [number for number in found if self._used((number, number + 1))]
        yield from self._singles(found, SLIP)
        yield from self._meant(found)
        if unit.typed and not found:
            yield from self._begun(near, SLIP * BEGINNING)
        if slips > 1 and may_slip(word, 2):
            yield from self._singles(within_two(word, self.vocabulary.terms), TWO_SLIPS)

    def _meant(self, numbers: Sequence[int]) -> Iterator[Way]:
        """What the words that were meant stand for."""
        words = [self.vocabulary.terms[number].decode() for number in numbers[:_MOST_SLIPS]]
        for sense in sorted({sense_of(word) for word in words} - {""}):
            yield from self._forms([(form, SLIP * SENSE) for form in ways_to_say(sense)])

    def _forms(self, forms: Sequence[tuple[tuple[str, ...], float]]) -> Iterator[Way]:
        """Those of the forms whose words are all known."""
        numbers = iter(self.vocabulary.numbers([w for words, _ in forms for w in words]).tolist())
        for words, quality in forms:
            ranges = tuple((at, at + 1) for at in (next(numbers) for _ in words))
            if all(at >= 0 and self._used((at, end)) for at, end in ranges):
                yield Way(quality, ranges)

    def _begun(self, beginnings: Sequence[str], quality: float) -> Iterator[Way]:
        long = [text for text in beginnings if len(text) >= _LEAST_BEGINNING]
        for found in self.vocabulary.beginning(long):
            if self._used(found):
                yield Way(quality, (self._trimmed(found),))

    def _singles(self, numbers: Sequence[int], quality: float) -> Iterator[Way]:
        for number in numbers:
            if self._used((number, number + 1)):
                yield Way(quality, ((number, number + 1),))

    def _trimmed(self, terms: Range) -> Range:
        """A range without the terms at its ends that nobody has any more, so that it is known for
        the one word that it may be."""
        first, last = self.starts[terms[0]], self.starts[terms[1]]
        low = int(np.searchsorted(self.starts, first, "right")) - 1
        return low, int(np.searchsorted(self.starts, last, "left"))

    def _used(self, terms: Range) -> bool:
        """A term of which the last organization is gone is as good as unknown."""
        return bool(self.starts[terms[1]] > self.starts[terms[0]])
