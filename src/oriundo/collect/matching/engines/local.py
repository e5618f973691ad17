"""The engine on this machine: arrays, on all processors, and Splink on DuckDB.

Every pair takes some 70 bytes of memory until the groups are found, beside the table of the
records.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from oriundo.collect.matching import blocking, clusters, comparing, scoring
from oriundo.collect.matching.clusters import Edges, Pair, Positions
from oriundo.collect.matching.engines.engine import Probabilities, Report
from oriundo.collect.matching.patterns import Patterns, codes_of, patterns
from oriundo.collect.matching.rulings import Rulings
from oriundo.collect.matching.table import Table


@dataclass(frozen=True, slots=True)
class Local:
    linking: scoring.Linking = scoring.on_duckdb

    def block(self, table: Table, *, cap: int, also: Iterable[Pair]) -> _Candidates:
        return _Candidates(table, blocking.block(table, cap=cap, also=also))


@dataclass(frozen=True, slots=True)
class _Candidates:
    _table: Table
    _blocks: blocking.Blocks

    @property
    def crowds(self) -> tuple[blocking.Crowd, ...]:
        return self._blocks.crowds

    def compared(self, report: Report) -> _Comparison:
        levels = comparing.levels(self._table, self._blocks.left, self._blocks.right, report)
        found, of = patterns(codes_of(levels), self._blocks.times)
        return _Comparison(found, len(self._table), self._blocks, of)


@dataclass(frozen=True, slots=True)
class _Comparison:
    patterns: Patterns
    _records: int
    _blocks: blocking.Blocks
    _of: npt.NDArray[np.int64] = field(repr=False)

    def grouped(
        self,
        probability: Probabilities,
        rulings: Rulings,
        *,
        merge: float,
        cohesion: float,
        review: float,  # noqa: ARG002 - all edges are here, so none is left out
    ) -> tuple[Edges, Positions]:
        found = probability[self._of]
        likely = np.flatnonzero(found >= clusters.LEAST)
        edges = Edges(
            self._blocks.left[likely].astype(np.int64),
            self._blocks.right[likely].astype(np.int64),
            found[likely],
        )
        group = clusters.cluster(self._records, edges, rulings, merge=merge, cohesion=cohesion)
        return edges, group
