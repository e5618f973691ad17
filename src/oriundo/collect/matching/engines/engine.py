"""What an engine does: blocks the records of a table, compares the pairs, groups them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

import numpy as np
import numpy.typing as npt

from oriundo.collect.matching.blocking import Crowd
from oriundo.collect.matching.clusters import Edges, Pair, Positions
from oriundo.collect.matching.patterns import Patterns
from oriundo.collect.matching.rulings import Rulings
from oriundo.collect.matching.scoring import Linking
from oriundo.collect.matching.table import Table

Report = Callable[[float], None]
Probabilities = npt.NDArray[np.float64]


class Comparison(Protocol):
    """Candidate pairs, each at one of the `patterns` of levels."""

    @property
    def patterns(self) -> Patterns: ...

    def grouped(
        self,
        probability: Probabilities,
        rulings: Rulings,
        *,
        merge: float,
        cohesion: float,
        review: float,
    ) -> tuple[Edges, Positions]:
        """What `clusters.cluster` finds when the pairs at each pattern have this `probability`.

        The edges are in order. They hold all pairs inside a group, and all from `review` up.
        """


class Candidates(Protocol):
    """The pairs that `blocking.block` finds, and the keys that stayed crowded."""

    @property
    def crowds(self) -> tuple[Crowd, ...]: ...

    def compared(self, report: Report) -> Comparison:
        """The same pairs with the levels that `comparing.levels` finds."""


class Engine(Protocol):
    """`linking`: Splink on the engine's database."""

    @property
    def linking(self) -> Linking: ...

    def block(self, table: Table, *, cap: int, also: Iterable[Pair]) -> Candidates: ...
