"""What a run found, explained pair by pair: to those who merged, and to those who must decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.clusters import Edges
from oriundo.collect.matching.features import Compared
from oriundo.collect.matching.review import RULED_SAME, Alarm, MatchedPair, reasons, value
from oriundo.collect.matching.rulings import Rulings
from oriundo.collect.matching.scoring import Model
from oriundo.collect.matching.table import Table
from oriundo.collect.sources.drafts import RecordKey

_Pair = tuple[int, int]
_Likely = list[tuple[_Pair, float, float]]
"""Two positions, the probability that they are one, and what a decision would settle."""

_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class Run:
    """The pairs compared, the group of each record (its lowest position), the rulings in force."""

    table: Table
    edges: Edges
    group: npt.NDArray[np.int64]
    rulings: Rulings
    model: Model

    def count(self) -> int:
        """How many groups there are."""
        return int((self.group == np.arange(len(self.group))).sum())

    def firsts(self) -> tuple[list[RecordKey], list[int]]:
        """Each record in order, and the position of the first record of its organization."""
        return self.table.columns.keys(), self.group.tolist()

    def organizations(self) -> Iterator[tuple[RecordKey, ...]]:
        """The records of each group, in order."""
        order = np.argsort(self.group, kind="stable")
        ends = np.flatnonzero(np.diff(self.group[order], append=-1)) + 1
        keys = self.table.columns.keys()
        start = 0
        for end in ends.tolist():
            yield tuple([keys[i] for i in order[start:end].tolist()])
            start = end

    def merged(self) -> Iterator[MatchedPair]:
        """The compared pairs inside a group, with what a person ruled or the evidence said."""
        inside = self.group[self.edges.left] == self.group[self.edges.right]
        likely = dict(self._pairs(inside))
        for pair in self.rulings.same:
            if self.group[pair[0]] == self.group[pair[1]]:
                likely[pair] = 1.0
        return self._explained([(pair, likely[pair], 0.0) for pair in sorted(likely)])

    def review(self, least: float) -> Iterator[MatchedPair]:
        """The pairs across groups that are likely enough (`least`) to ask a person, and not yet
        ruled on, those that settle most first."""
        asked = self._asked(least)
        sizes = np.bincount(self.group, minlength=len(self.group))[self.group]
        open_ = [
            (pair, p, value(p, *sizes[list(pair)].tolist()))
            for pair, p in self._pairs(asked)
            if pair not in self.rulings.different
        ]
        return self._explained(sorted(open_, key=lambda one: (-one[2], one[0])))

    def open(self, least: float) -> int:
        """How many pairs `review` has."""
        if not self.rulings.different:
            return int(self._asked(least).sum())
        return sum(p not in self.rulings.different for p, _ in self._pairs(self._asked(least)))

    def _asked(self, least: float) -> npt.NDArray[np.bool_]:
        edges = self.edges
        across = self.group[edges.left] != self.group[edges.right]
        return np.asarray((edges.probability >= least) & across)

    def large(self, size: int) -> list[Alarm]:
        """Groups of at least `size` records, which are rarely one organization."""
        sentence = gettext_noop(
            "%(records)d records became one organization, beginning with %(first)s"
        )
        sizes = np.bincount(self.group, minlength=len(self.group))
        key = self.table.columns.key
        return [
            Alarm("large_cluster", sentence, {"records": int(sizes[i]), "first": "/".join(key(i))})
            for i in np.flatnonzero(sizes >= size).tolist()
        ]

    def _pairs(self, chosen: npt.NDArray[np.bool_]) -> Iterable[tuple[_Pair, float]]:
        left, right = self.edges.left[chosen].tolist(), self.edges.right[chosen].tolist()
        pairs = zip(left, right, strict=True)
        return zip(pairs, self.edges.probability[chosen].tolist(), strict=True)

    def _explained(self, likely: _Likely) -> Iterator[MatchedPair]:
        key = self.table.columns.key
        for start in range(0, len(likely), _AT_ONCE):
            some = likely[start : start + _AT_ONCE]
            ends = np.array([pair for pair, _, _ in some], dtype=np.int32)
            c = Compared(self.table, ends[:, 0], ends[:, 1])
            for (pair, p, worth), (why, weights) in zip(
                some, reasons(c, self.model.bits), strict=True
            ):
                ruled = pair in self.rulings.same
                yield MatchedPair(
                    left=key(pair[0]),
                    right=key(pair[1]),
                    probability=1.0 if ruled else round(p, 6),
                    reasons=(RULED_SAME, *why) if ruled else why,
                    weights=(0.0, *weights) if ruled else weights,
                    value=worth,
                )
