"""Which records are the same organization: the one place that tells the whole flow.

records -> table -> candidate pairs (blocking) -> levels (features) -> probabilities (scoring)
-> groups (clusters) -> what a person should look at (review). Where the steps in the middle are
done is up to an engine (`engines`): on this machine, or on Spark.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching import blocking, scoring
from oriundo.collect.matching.engines.engine import Engine
from oriundo.collect.matching.engines.opening import LOCAL, opened
from oriundo.collect.matching.explaining import Run
from oriundo.collect.matching.features import FEATURES
from oriundo.collect.matching.patterns import Levels
from oriundo.collect.matching.review import Alarm, MatchedPair
from oriundo.collect.matching.rulings import Ruling, in_positions
from oriundo.collect.matching.table import table
from oriundo.collect.sources.columns import Columns, columns_of
from oriundo.collect.sources.drafts import Draft, RecordKey

Progress = Callable[[str, float], None]
_UNDER = 1e-6


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of a run.

    `merge`: probability from which pairs join without a person; `review`: from which a person
    is asked; `cohesion`: least average probability across two groups that join; `base`: log2
    odds that a candidate pair is one organization before it is looked at; `drift`: how far, in
    bits, these lists may move a prior weight; `least_pairs`: candidate pairs below which nothing
    is estimated; `cap`: records that may share a key before it is refined; `large`: records in
    one organization from which an alarm is raised; `registers`: two numbers of one source's own
    are evidence of two organizations, as in a register. Not so in a table that someone collected
    from many places, whose numbers are those of its rows; `asks`: some levels leave a pair to a
    person however much else agrees. Not so where nobody is there to be asked; `engine`: where it
    is done (see `engines`), which changes nothing of the answer.
    """

    merge: float = 0.9
    review: float = 0.3
    cohesion: float = 0.4
    base: float = -5.0
    drift: float = 0.5
    least_pairs: int = 2000
    cap: int = blocking.CAP
    large: int = 20
    registers: bool = True
    asks: bool = True
    engine: str = LOCAL


DEFAULT = Settings()
"""For a directory: records are merged when it is nearly certain, and people decide the rest."""

ANY_TABLE = Settings(registers=False, asks=False, merge=0.75, cohesion=0.3)
"""For linking any table when nobody is there to decide: what is likely is joined."""


@dataclass(frozen=True)
class Matched:
    """`model`: the weights used. `compared`: how many pairs, those counted that others are
    compared for; `asked`: how many of them a person should decide. What a run found is explained
    when somebody asks."""

    model: scoring.Model
    compared: int
    asked: int
    alarms: tuple[Alarm, ...]
    _run: Run = field(repr=False)
    _least: float = field(repr=False)

    @property
    def organizations(self) -> int:
        """How many organizations the records are about."""
        return self._run.count()

    def firsts(self) -> tuple[list[RecordKey], list[int]]:
        """Every input record once, in order, and the position of the first record of its
        organization."""
        return self._run.firsts()

    @cached_property
    def clusters(self) -> tuple[tuple[RecordKey, ...], ...]:
        """The organizations: every input record exactly once, sorted."""
        return tuple(self._run.organizations())

    @cached_property
    def merged(self) -> tuple[MatchedPair, ...]:
        """The pairs inside an organization that were compared, or that a person ruled the same."""
        return tuple(self._run.merged())

    @cached_property
    def review(self) -> tuple[MatchedPair, ...]:
        """The pairs across organizations that a person should decide, those whose decision
        settles most first."""
        return tuple(self._run.review(self._least))


def match(
    drafts: Sequence[Draft] | Columns,
    *,
    judgments: Sequence[Ruling] = (),
    settings: Settings = DEFAULT,
    progress: Progress | None = None,
) -> Matched:
    """Group `drafts` into organizations.

    The same input in any order, on any engine, gives the same answer.
    """
    with opened(settings.engine) as engine:
        return _matched(engine, drafts, judgments, settings, progress or _silent)


def _matched(
    engine: Engine,
    drafts: Sequence[Draft] | Columns,
    judgments: Sequence[Ruling],
    settings: Settings,
    report: Progress,
) -> Matched:
    report(READING, 0.0)
    columns = drafts if isinstance(drafts, Columns) else columns_of(drafts)
    columns = columns.in_order()
    ruled = in_positions(judgments, columns)
    prepared = table(columns if settings.registers else columns.unnumbered())
    report(FINDING, 0.15)
    candidates = engine.block(prepared, cap=settings.cap, also=ruled.same | ruled.different)
    report(COMPARING, 0.3)
    compared = candidates.compared(lambda done: report(COMPARING, 0.3 + 0.5 * done))
    report(WEIGHING, 0.8)
    found = compared.patterns
    probability, model = scoring.score(
        found,
        base=settings.base,
        drift=settings.drift,
        least_pairs=settings.least_pairs,
        linking=engine.linking,
    )
    asks = np.where(_asks(found.levels) & settings.asks, settings.merge - _UNDER, 1.0)
    report(GROUPING, 0.9)
    edges, group = compared.grouped(
        np.minimum(probability, asks),
        ruled,
        merge=settings.merge,
        cohesion=settings.cohesion,
        review=settings.review,
    )
    run = Run(prepared, edges, group, ruled, model)
    crowded = (_crowded(crowd, columns) for crowd in candidates.crowds)
    return Matched(
        model=model,
        compared=int(found.times.sum()),
        asked=run.open(settings.review),
        alarms=(*run.large(settings.large), *crowded),
        _run=run,
        _least=settings.review,
    )


READING = gettext_noop("reading names")
FINDING = gettext_noop("finding candidates")
COMPARING = gettext_noop("comparing")
WEIGHING = gettext_noop("weighing the evidence")
GROUPING = gettext_noop("grouping")


def _silent(_step: str, _done: float) -> None:
    """Progress that nobody asked for."""


def _asks(levels: Levels) -> npt.NDArray[np.bool_]:
    """Patterns with a level that only a person may overrule."""
    asks = np.zeros(len(levels), dtype=np.bool_)
    for column, feature in enumerate(FEATURES):
        asked = [i for i, level in enumerate(feature.levels) if level.ask]
        asks |= np.isin(levels[:, column], asked)
    return asks


def _crowded(crowd: blocking.Crowd, columns: Columns) -> Alarm:
    sentence = gettext_noop(
        "%(records)d records share %(kind)s, beginning with %(first)s: within a place, only those"
        " with neighboring names were compared for it"
    )
    values = {
        "records": crowd.records,
        "kind": crowd.kind,
        "first": "/".join(columns.key(crowd.first)),
    }
    return Alarm("crowded_key", sentence, values)
