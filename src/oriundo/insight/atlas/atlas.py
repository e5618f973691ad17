"""The atlas: one immutable snapshot of the published directory, and what it answers.

Every answer comes from `Atlas.chosen`, so that list, counts, tiles and downloads agree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from oriundo.base.core.text import fold
from oriundo.insight.atlas.columns import Columns
from oriundo.insight.atlas.mapping import Map, Side
from oriundo.insight.atlas.question import SINGLE, Question
from oriundo.insight.atlas.row import Row

Rows = NDArray[np.int64]
COUNTED = (*SINGLE, "home_region", "hometown", "support", "language")


@dataclass(frozen=True, slots=True)
class Found:
    """One page of an answer: public identifiers in order, and how many there are in all."""

    ids: tuple[str, ...]
    total: int


class Atlas:
    def __init__(self, rows: Sequence[Row]) -> None:
        self.columns = Columns.of(rows)
        self._map = Map(self.columns, self.chosen)
        self._texts = [
            fold(
                " ".join(
                    (
                        row.name,
                        *row.texts.alternates,
                        *row.texts.acronyms,
                        *row.texts.hometowns,
                        *row.texts.residence,
                        *row.texts.doing,
                    )
                )
            )
            for row in rows
        ]

    def total(self, question: Question) -> int:
        """How many organizations fit."""
        return len(self.chosen(question))

    def find(self, question: Question, *, start: int = 0, size: int = 20) -> Found:
        """The organizations of one page, in the question's order."""
        chosen = self.ordered(question)
        ids = self.columns.ids
        return Found(tuple(ids[n] for n in chosen[start : start + size]), len(chosen))

    def ids(self, question: Question) -> Iterator[str]:
        """All that fit, in the question's order."""
        return (self.columns.ids[n] for n in self.ordered(question))

    def facets(
        self, question: Question, names: Sequence[str] = COUNTED
    ) -> dict[str, dict[str, int]]:
        """For each filter, how many organizations each value would give, the others as they are.

        Organizations of which it is not known count under `UNKNOWN`. Largest first.
        """
        return {
            name: self.columns.counts(name, self.chosen(question.without(name))) for name in names
        }

    def counts(self, question: Question, by: str) -> dict[str, int]:
        """How many of those that fit lie in (or come from) each place: `by` is a filter's name."""
        return self.columns.counts(by, self.chosen(question))

    def tile(self, question: Question, z: int, x: int, y: int, *, side: Side = "here") -> bytes:
        """The points of those that fit, as a Mapbox Vector Tile; see `mapping.Map.tile`."""
        return self._map.tile(question, z, x, y, side)

    def points(self, question: Question, *, side: Side = "here") -> int:
        """How many points those that fit are on the map: what `n` of all tiles adds up to."""
        return self._map.points(question, side)

    def unplaced(self, question: Question, *, side: Side = "here") -> dict[str, int]:
        """How many of those that fit are on no map, by why; see `mapping.Map.unplaced`."""
        return self._map.unplaced(question, side)

    def partition(
        self, question: Question, parts: Sequence[tuple[str, Collection[str]]]
    ) -> tuple[int, ...]:
        """Sort those that fit into the first part whose filter has one of the values; count each.

        One more number at the end counts those in no part: together they are `total(question)`.
        A value may be `UNKNOWN`.
        """
        left = self.chosen(question)
        counted = []
        for name, values in parts:
            wanted = ["" if value == UNKNOWN else value for value in values]
            has = self.columns.having_any(name, wanted)[left]
            counted.append(int(np.count_nonzero(has)))
            left = left[~has]
        return (*counted, len(left))

    def ordered(self, question: Question) -> Rows:
        """Numbers of the rows that fit, in the question's order."""
        chosen = self.chosen(question)
        columns = self.columns
        if question.order == "near" and question.near:
            km = columns.km(chosen, question.near)
            return chosen[np.lexsort((columns.rank[chosen], km))]
        if question.order == "verified":
            return chosen[np.lexsort((columns.rank[chosen], -columns.verified[chosen]))]
        return chosen[np.argsort(columns.rank[chosen], kind="stable")]

    def chosen(self, question: Question) -> Rows:
        """Numbers of the rows that fit, ascending."""
        fits = self.columns.fitting(question).mask()
        return np.flatnonzero(fits & self._with_words(question.words))

    def _with_words(self, words: str) -> NDArray[np.bool_]:
        wanted = fold(words).split()
        fits = [all(word in text for word in wanted) for text in self._texts]
        return np.array(fits, dtype=bool)[self.columns.serial]
