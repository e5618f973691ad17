"""The atlas: one immutable snapshot of the published directory, and what it answers.

Every answer comes from `Atlas.chosen`, so that list, counts, tiles and downloads agree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray

from oriundo.insight.atlas import ordering
from oriundo.insight.atlas.columns import Columns, write
from oriundo.insight.atlas.keeping import Kept
from oriundo.insight.atlas.mapping import Map, Side
from oriundo.insight.atlas.question import SINGLE, UNKNOWN, Question
from oriundo.insight.atlas.row import Row
from oriundo.insight.atlas.suggesting import Suggester, Suggestion
from oriundo.insight.atlas.text import TextIndex, create

Rows = NDArray[np.int64]
COUNTED = (*SINGLE, "home_region", "hometown", "support", "language")

_KEPT_BYTES = 48 << 20
_BYTES_OF_A_COUNT = 120
_FEW = 20_000


@dataclass(frozen=True, slots=True)
class Found:
    """One page of an answer: public identifiers in order, and how many there are in all."""

    ids: tuple[str, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """Numbers of the rows that fit, ascending, and how well words fit each; None without words."""

    rows: Rows
    scores: NDArray[np.float32] | None

    @property
    def bytes(self) -> int:
        return self.rows.nbytes + (0 if self.scores is None else self.scores.nbytes)


class Atlas:
    def __init__(
        self, columns: Columns, text: TextIndex, manifest: Mapping[str, Any] | None = None
    ) -> None:
        self.columns = columns
        self.text = text
        self.manifest = manifest or {}
        self._map = Map(columns, self.chosen)
        self._chosen: Kept[Chosen] = Kept(_KEPT_BYTES, lambda chosen: 500 + chosen.bytes)
        self._counts: Kept[dict[str, int]] = Kept(
            _KEPT_BYTES, lambda counted: _BYTES_OF_A_COUNT * (1 + len(counted))
        )

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Atlas:
        """An atlas of rows, for tests and notebooks; its files are gone when it is."""
        with TemporaryDirectory(prefix="oriundo-atlas-") as path:
            write(enumerate(rows), Path(path, "columns"))
            create(Path(path, "text"), enumerate(rows))
            return cls.open(Path(path))

    @classmethod
    def open(cls, folder: Path, manifest: Mapping[str, Any] | None = None) -> Atlas:
        """The atlas whose columns and words are kept in a folder."""
        columns = Columns.open(folder / "columns")
        return cls(columns, TextIndex.open(folder / "text"), manifest)

    def total(self, question: Question) -> int:
        """How many organizations fit."""
        return len(self.chosen(question))

    def find(self, question: Question, *, start: int = 0, size: int = 20) -> Found:
        """The organizations of one page, in the question's order."""
        chosen = self._fitting(question)
        keys = ordering.keys(self.columns, question, chosen.rows, chosen.scores)
        page = chosen.rows[ordering.first(keys, start + size)[start:]]
        ids = self.columns.ids
        return Found(tuple(ids[n] for n in page.tolist()), len(chosen.rows))

    def ids(self, question: Question) -> Iterator[str]:
        """All that fit, in the question's order."""
        return (self.columns.ids[n] for n in self.ordered(question).tolist())

    def facets(
        self, question: Question, names: Sequence[str] = COUNTED, *, most: int | None = None
    ) -> dict[str, dict[str, int]]:
        """For each filter, how many organizations each value would give, the others as they are.

        Organizations of which it is not known count under `UNKNOWN`. Largest first; `most`: only
        so many values of each.
        """
        return {name: dict(self._counted(question.without(name), name, most)) for name in names}

    def counts(self, question: Question, by: str) -> dict[str, int]:
        """How many of those that fit lie in (or come from) each place: `by` is a filter's name."""
        return dict(self._counted(question, by, None))

    def _counted(self, question: Question, by: str, most: int | None) -> dict[str, int]:
        def count() -> dict[str, int]:
            return self.columns.counts(by, self.chosen(question), most)

        return self._counts.get((_key(question), by, most), count)

    def tile(self, question: Question, z: int, x: int, y: int, *, side: Side = "here") -> bytes:
        """The points of those that fit, as a Mapbox Vector Tile; see `mapping.Map.tile`."""
        return self._map.tile(question, z, x, y, side)

    def points(self, question: Question, *, side: Side = "here") -> int:
        """How many points those that fit are on the map: what `n` of all tiles adds up to."""
        return self._map.points(question, side)

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

    def suggest(self, text: str, language: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """What someone who has typed `text` may be looking for, in "es" or "en" where it has a
        name in both: organizations, hometowns and cities, each with how many it gives."""
        return self._suggester.suggest(text, language, limit)

    def nearest(self, words: str) -> str:
        """Words much like these that something is found with; "" when there are none."""
        return self.text.nearest(words)

    def ordered(self, question: Question) -> Rows:
        """Numbers of the rows that fit, in the question's order."""
        chosen = self._fitting(question)
        return chosen.rows[
            np.argsort(ordering.keys(self.columns, question, chosen.rows, chosen.scores))
        ]

    def chosen(self, question: Question) -> Rows:
        """Numbers of the rows that fit, ascending."""
        return self._fitting(question).rows

    def _fitting(self, question: Question) -> Chosen:
        return self._chosen.get(_key(question), lambda: self._choose(question))

    def _choose(self, question: Question) -> Chosen:
        worded = self._with_words(question.words)
        if not (question.filters or question.near or question.box):
            return worded
        fits = self.columns.fitting(question).mask()
        if worded.scores is None:
            return Chosen(np.flatnonzero(fits), None)
        kept = np.flatnonzero(fits[worded.rows])
        return Chosen(worded.rows[kept], worded.scores[kept])

    def _with_words(self, words: str) -> Chosen:
        """The rows that words fit; kept by themselves, since facets ask for them again."""
        return self._chosen.get(words, lambda: self._search(words))

    def _search(self, words: str) -> Chosen:
        found = self.text.search(words)
        if found is None:
            return Chosen(np.arange(self.columns.size), None)
        rows = self.columns.row_of(found.serials)
        if len(rows) <= _FEW:
            order = np.argsort(rows)
            return Chosen(rows[order], found.scores[order])
        # Rows are spread out and collected again, which is faster than to sort many.
        scores = np.zeros(self.columns.size, dtype=np.float32)
        scores[rows] = found.scores
        ascending = np.flatnonzero(scores > 0)
        return Chosen(ascending, scores[ascending])

    @cached_property
    def _suggester(self) -> Suggester:
        return Suggester(self.columns, self.text)


def _key(question: Question) -> tuple[object, ...]:
    """What questions that choose the same rows have in common."""
    filters = tuple(sorted(question.filters.items()))
    return question.words, filters, question.near, question.box
