"""Which records are the same organization: the one place that tells the whole flow.

records -> profiles -> candidate pairs (blocking) -> levels (features) -> probabilities (scoring)
-> groups (clusters) -> what a person should look at (review).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching import blocking, clusters, features, review, scoring
from oriundo.collect.matching.profiles import Profile, Rarity, profile
from oriundo.collect.matching.review import Alarm, MatchedPair
from oriundo.collect.matching.rulings import Ruling, Rulings, in_positions
from oriundo.collect.sources.drafts import Draft, RecordKey

Progress = Callable[[str, float], None]
_Look = Callable[[tuple[int, int]], features.Compared]
_FLOOR = 1e-6
_STEP = 20_000


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
    from many places, whose numbers are those of its rows.
    """

    merge: float = 0.95
    review: float = 0.3
    cohesion: float = 0.4
    base: float = -7.0
    drift: float = 2.0
    least_pairs: int = 2000
    cap: int = blocking.CAP
    large: int = 20
    registers: bool = True


DEFAULT = Settings()


@dataclass(frozen=True, slots=True)
class Matched:
    """`clusters`: every input record exactly once, sorted. `merged`: pairs inside a cluster that
    were compared. `review`: pairs across clusters that a person should decide, nearest to even
    odds first. `model`: the weights used."""

    clusters: tuple[tuple[RecordKey, ...], ...]
    merged: tuple[MatchedPair, ...]
    review: tuple[MatchedPair, ...]
    alarms: tuple[Alarm, ...]
    model: scoring.Model
    compared: int


def match(
    drafts: Sequence[Draft],
    *,
    judgments: Sequence[Ruling] = (),
    settings: Settings = DEFAULT,
    progress: Progress | None = None,
) -> Matched:
    """Group `drafts` into organizations. The same input in any order gives the same answer."""
    report = progress or _silent
    report(READING, 0.0)
    ordered = sorted(drafts, key=lambda d: d.key)
    profiles = [
        profile(draft, numbered=settings.registers and _has_number(draft)) for draft in ordered
    ]
    rulings = in_positions(judgments, [p.key for p in profiles])
    rarity = Rarity(profiles)
    report(FINDING, 0.15)
    blocks = blocking.block(profiles, rarity, cap=settings.cap)
    pairs = sorted({*blocks.pairs, *rulings.same, *rulings.different})
    look = _looker(profiles, rarity)
    levels = _levels(pairs, look, report)
    report(WEIGHING, 0.85)
    probabilities, model = scoring.score(
        levels, base=settings.base, drift=settings.drift, least_pairs=settings.least_pairs
    )
    report(GROUPING, 0.95)
    most = np.where(_asks(levels), settings.merge - _FLOOR, 1.0)
    likely = {
        pair: p
        for pair, p in zip(pairs, np.minimum(probabilities, most).tolist(), strict=True)
        if p >= _FLOOR
    }
    groups = clusters.cluster(
        len(profiles), likely, rulings, merge=settings.merge, cohesion=settings.cohesion
    )
    return Matched(
        clusters=tuple(tuple(profiles[i].key for i in group) for group in groups),
        merged=_merged(likely, groups, rulings, look, model),
        review=_review(likely, groups, rulings, look, model, settings),
        alarms=(*_large(groups, profiles, settings), *map(_crowded, blocks.crowds)),
        model=model,
        compared=len(pairs),
    )


READING = gettext_noop("reading names")
FINDING = gettext_noop("finding candidates")
COMPARING = gettext_noop("comparing")
WEIGHING = gettext_noop("weighing the evidence")
GROUPING = gettext_noop("grouping")


def _has_number(draft: Draft) -> bool:
    """The record's id is the source's own, not the number of its row."""
    return draft.record_id != str(draft.row)


def _silent(_step: str, _done: float) -> None:
    """Progress that nobody asked for."""


def _looker(profiles: Sequence[Profile], rarity: Rarity) -> _Look:
    """Lays the two profiles of a pair side by side."""
    shared_by: Counter[str] = Counter()
    for p in profiles:
        shared_by.update((*p.phones, *p.emails, *p.sites, *filter(None, (p.street,))))

    def look(pair: tuple[int, int]) -> features.Compared:
        return features.compared(profiles[pair[0]], profiles[pair[1]], rarity, shared_by)

    return look


def _levels(pairs: Sequence[tuple[int, int]], look: _Look, report: Progress) -> scoring.Levels:
    levels = np.zeros((len(pairs), len(features.FEATURES)), dtype=np.int8)
    for row, pair in enumerate(pairs):
        if row % _STEP == 0:
            report(COMPARING, 0.3 + 0.55 * row / len(pairs))
        compared = look(pair)
        levels[row] = [feature.level(compared) for feature in features.FEATURES]
    return levels


def _asks(levels: scoring.Levels) -> npt.NDArray[np.bool_]:
    """Pairs at a level that only a person may overrule."""
    asks = np.zeros(len(levels), dtype=np.bool_)
    for column, feature in enumerate(features.FEATURES):
        asked = [i for i, level in enumerate(feature.levels) if level.ask]
        asks |= np.isin(levels[:, column], asked)
    return asks


def _merged(
    likely: dict[tuple[int, int], float],
    groups: Sequence[Sequence[int]],
    rulings: Rulings,
    look: _Look,
    model: scoring.Model,
) -> tuple[MatchedPair, ...]:
    """The compared pairs inside a group, with what a person ruled or the evidence said."""
    group = _group_of(groups)
    inside = [pair for pair in likely.keys() | rulings.same if group[pair[0]] == group[pair[1]]]
    return tuple(_pair(x, likely.get(x, 0.0), rulings, look, model) for x in sorted(inside))


def _review(
    likely: dict[tuple[int, int], float],
    groups: Sequence[Sequence[int]],
    rulings: Rulings,
    look: _Look,
    model: scoring.Model,
    settings: Settings,
) -> tuple[MatchedPair, ...]:
    """The pairs across groups that are likely enough to ask a person, and not yet ruled on."""
    group = _group_of(groups)
    asked = [
        pair
        for pair, p in likely.items()
        if p >= settings.review and group[pair[0]] != group[pair[1]]
        if pair not in rulings.different
    ]
    in_order = sorted(asked, key=lambda pair: (review.rank(likely[pair]), pair))
    return tuple(_pair(pair, likely[pair], rulings, look, model) for pair in in_order)


def _pair(
    pair: tuple[int, int], probability: float, rulings: Rulings, look: _Look, model: scoring.Model
) -> MatchedPair:
    compared = look(pair)
    ruled = (review.RULED_SAME,) if pair in rulings.same else ()
    return MatchedPair(
        left=compared.a.key,
        right=compared.b.key,
        probability=1.0 if ruled else round(probability, 6),
        reasons=(*ruled, *review.reasons(compared, model.bits)),
    )


def _group_of(groups: Sequence[Sequence[int]]) -> dict[int, int]:
    return {member: place for place, group in enumerate(groups) for member in group}


def _large(
    groups: Sequence[Sequence[int]], profiles: Sequence[Profile], settings: Settings
) -> list[Alarm]:
    sentence = gettext_noop("%(records)d records became one organization, beginning with %(first)s")
    return [
        Alarm(
            "large_cluster",
            sentence,
            {"records": len(groups[i]), "first": "/".join(profiles[groups[i][0]].key)},
        )
        for i in clusters.oversized(groups, size=settings.large)
    ]


def _crowded(crowd: blocking.Crowd) -> Alarm:
    sentence = gettext_noop(
        "%(records)d records share %(key)s: within a place, only those with neighboring names"
        " were compared for it"
    )
    return Alarm("crowded_key", sentence, {"records": crowd.records, "key": crowd.key})
