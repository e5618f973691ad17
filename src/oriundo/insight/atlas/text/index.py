"""The text index of the atlas: words in, organizations out, the best known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice, product
from pathlib import Path

import numpy as np

from oriundo.insight.atlas.row import Row
from oriundo.insight.atlas.text.asked import MOST_LETTERS, MOST_WORDS, Unit, ask
from oriundo.insight.atlas.text.matching import NONE, Matcher, Matches
from oriundo.insight.atlas.text.places import Places, Sort, places_of
from oriundo.insight.atlas.text.postings import Entry, Postings
from oriundo.insight.atlas.text.readings import Reader
from oriundo.insight.atlas.text.slips import most_like
from oriundo.insight.atlas.text.tokens import called, name_length, signature, terms

STEPS = ((0, True), (1, True), (2, True), (0, False), (1, False))
"""One after the other, until something is found: slips that even known words are read with; and
whether all that is asked for has to be met, or as much of it as possible."""

_LEAST_UNITS = 3
_MOST_NAMES = 16
_KEPT_WAYS = 10_000


def create(folder: Path, documents: Iterable[tuple[int, Row]]) -> None:
    """Write the index of (serial, row) pairs into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    named: set[tuple[Sort, str]] = set()
    Postings.of(_entries(documents, named)).save(folder)
    Places.of(named).save(folder)


def advance(
    old_folder: Path,
    new_folder: Path,
    gone: Collection[int],
    new: Iterable[tuple[int, Row]],
) -> None:
    """Write the index in `old_folder`, less the serials that are gone and with what is new.

    A changed organization is both. It answers as one made with `create` would.
    """
    new_folder.mkdir(parents=True, exist_ok=True)
    named: set[tuple[Sort, str]] = set()
    entries = list(_entries(new, named))
    dropped = np.array(sorted({*gone, *(serial for serial, *_ in entries)}), dtype=np.uint32)
    added = Postings.of(entries)
    Postings.open(old_folder).without(dropped).joined(added).save(new_folder)
    Places.open(old_folder).joined(named).save(new_folder)


def _entries(documents: Iterable[tuple[int, Row]], named: set[tuple[Sort, str]]) -> Iterator[Entry]:
    """What is found by what; the places that are named are noted on the way."""
    for serial, row in documents:
        named.update(places_of(row))
        yield serial, terms(row), name_length(row), signature(called(row.name))


class TextIndex:
    """An index, mapped into memory. Safe to read from any number of threads."""

    def __init__(self, postings: Postings, places: Places) -> None:
        self._postings = postings
        self.places = places
        self._readers = [Reader(postings.vocabulary, postings.starts, slips) for slips in (0, 1, 2)]
        self._ways = lru_cache(_KEPT_WAYS)(lambda unit, slips: self._readers[slips].ways(unit))

    @classmethod
    def open(cls, folder: Path) -> TextIndex:
        return cls(Postings.open(folder), Places.open(folder))

    def search(self, words: str, most: int | None = None) -> Matches | None:
        """The organizations in which every word is met; None when nothing is asked.

        A word is met by itself, whatever its accents; by a word of the same stem, in Spanish or
        English; by what means the same ("clubs", "clubes", "zacatecanos", "Zacatecas"); the last
        one by words that begin with it. A word that nobody has is read with one slip of the hand.
        When nothing meets all words, all are; then long words that nobody has with two. Then,
        of three words or more, as many as possible are met, at least two and half of them.

        `most`: look at so many candidates only; for suggestions, where any good ones will do.
        """
        units = ask(words)
        if not units:
            return None
        matcher = Matcher(self._postings, self._called(words), most)
        for slips, whole in STEPS:
            anew = any(self._readers[slips].reads_anew(unit) for unit in units)
            if anew and (whole or len(units) >= _LEAST_UNITS):
                found = self._found(units, slips, matcher, whole)
                if len(found):
                    return found
        return NONE

    def _found(self, units: tuple[Unit, ...], slips: int, matcher: Matcher, whole: bool) -> Matches:
        readings = [ways for unit in units if (ways := self._ways(unit, slips))]
        unknown = len(units) - len(readings)
        if whole:
            return NONE if unknown else matcher.all(readings)
        found = matcher.most(readings, max(2, (len(units) + 1) // 2))
        return replace(found, missing=found.missing + unknown)

    def _called(self, words: str) -> set[int]:
        """The signatures of the names that may be meant as a whole."""
        ways = [self._readers[0].spelled(word) for word in called(words[:MOST_LETTERS])]
        return {signature(words) for words in islice(product(*ways[:MOST_WORDS]), _MOST_NAMES)}

    def nearest(self, words: str) -> str:
        """Folded words, much like these, that something is found with; "" when there are none.

        A word that nothing is found with is read as the one that looks most like it; if all words
        are known, but not of one organization, as many as possible are kept.
        """
        units = ask(words)
        said = [self._likely(unit) for unit in units]
        for text in _fewer([word for word in said if word]):
            if text != " ".join(word for unit in units for word in unit.words):
                found = self.search(text)
                if found is not None and len(found):
                    return text
        return ""

    def _likely(self, unit: Unit) -> str:
        """A unit that is known as it is, else the known word most like it; "" if none is."""
        if any(self._readers[0].as_written(unit)):
            return " ".join(unit.words)
        terms = self._postings.vocabulary.terms
        return most_like(unit.words[0], terms) if len(unit.words) == 1 else ""


def _fewer(words: list[str]) -> Iterator[str]:
    """All words, all but one of them, and each one alone; the longest first."""
    yield " ".join(words)
    without = [words[:at] + words[at + 1 :] for at in range(len(words))]
    for rest in sorted(without, key=lambda rest: -sum(map(len, rest))):
        if rest:
            yield " ".join(rest)
    yield from sorted(words, key=len, reverse=True) if len(words) > 2 else ()
