"""How well the pipeline found the truth again: pairs, organizations, and Table 5 recomputed.

Pure. Records that the pipeline set aside and that truly are no organization of the study take no
part in the counting of pairs; everything that it identified does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from oriundo.insight.observatory.matrix import Matrix, tabulate
from oriundo.interfaces.demonstration.bodies import TrueOrganization
from oriundo.interfaces.demonstration.facts import DESTINATIONS, ORIGINS

RecordKey = tuple[str, str]
Clusters = Mapping[str, Sequence[RecordKey]]
Attributes = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of records that are one organization: found, true, and both. Shares are 0 to 1."""

    found: int
    true: int
    both: int
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that went wrong, with what a reader needs to look it up.

    `truth`: ids and names of the true organizations (or of distractors, which have no name);
    `organizations`: the public ids involved; `records`: "source/record".
    """

    truth: tuple[str, ...]
    names: tuple[str, ...]
    organizations: tuple[str, ...]
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A total of the truth beside that of the result. `percent` is None when there is no base."""

    code: str
    true: int
    found: int
    percent: float | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The whole comparison.

    `exact`: true organizations whose records are one organization and nothing else. `missed`: no
    identified organization holds mostly their records. `split`: their records stand in several.
    `merged`: identified organizations that hold records of several. `intruders`: identified
    organizations of which all records are distractors.
    """

    records: int
    organizations: int
    identified: int
    exact: int
    found: int
    pairs: Pairs
    missed: tuple[Case, ...]
    split: tuple[Case, ...]
    merged: tuple[Case, ...]
    intruders: tuple[Case, ...]
    true_table: Matrix
    found_table: Matrix
    rows: tuple[Difference, ...]
    columns: tuple[Difference, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain lists, dicts, numbers and texts."""
        plain: dict[str, Any] = _plain(asdict(self))
        return plain


def evaluate(
    truth: Sequence[TrueOrganization],
    answers: Mapping[RecordKey, str],
    clusters: Clusters,
    attributes: Attributes,
) -> Evaluation:
    """Compare the result with the truth.

    `answers` tells what each record truly is; `clusters` which records each organization has;
    `attributes` its origin, country and, when it was kept out, the reason as `excluded`. A record
    that is in no cluster stands alone.
    """
    true_ids = {one.id: one for one in truth}
    kept = {one: keys for one, keys in clusters.items() if not attributes[one].get("excluded")}
    view = _View(true_ids, answers, kept)
    found = _table_5((attributes[one]["origin"], attributes[one]["country"]) for one in kept)
    true = _table_5((one.origin, one.destination) for one in truth)
    return Evaluation(
        records=len(answers),
        organizations=len(truth),
        identified=len(kept),
        exact=len(view.exact()),
        found=len(truth) - len(view.missed()),
        pairs=_pairs(answers, kept, set(true_ids)),
        missed=view.missed(),
        split=view.split(),
        merged=view.merged(),
        intruders=view.intruders(),
        true_table=true,
        found_table=found,
        rows=_differences(true.row_totals, found.row_totals),
        columns=_differences(true.column_totals, found.column_totals),
    )


class _View:
    """The same records seen from the truth and from the result."""

    def __init__(
        self,
        truth: Mapping[str, TrueOrganization],
        answers: Mapping[RecordKey, str],
        clusters: Clusters,
    ) -> None:
        self.truth, self.answers, self.clusters = truth, answers, clusters
        self.records: dict[str, list[RecordKey]] = defaultdict(list)
        for key, body in sorted(answers.items()):
            self.records[body].append(key)
        self.holds = {
            public_id: Counter(answers[key] for key in keys if key in answers)
            for public_id, keys in clusters.items()
        }
        self.held_by: dict[str, list[str]] = defaultdict(list)
        for public_id, bodies in sorted(self.holds.items()):
            for body in bodies:
                self.held_by[body].append(public_id)

    def exact(self) -> list[str]:
        return [
            body
            for body in self.truth
            if [self.holds[public_id] for public_id in self.held_by[body]]
            == [Counter({body: len(self.records[body])})]
        ]

    def missed(self) -> tuple[Case, ...]:
        leading = {min(b, key=lambda x: (-b[x], x)) for b in self.holds.values() if b}
        return tuple(self._of_truth(body) for body in self.truth if body not in leading)

    def split(self) -> tuple[Case, ...]:
        return tuple(self._of_truth(body) for body in self.truth if len(self.held_by[body]) > 1)

    def merged(self) -> tuple[Case, ...]:
        return tuple(
            self._of_cluster(public_id)
            for public_id, bodies in self.holds.items()
            if len(bodies) > 1 and not self.truth.keys().isdisjoint(bodies)
        )

    def intruders(self) -> tuple[Case, ...]:
        return tuple(
            self._of_cluster(public_id)
            for public_id, bodies in self.holds.items()
            if bodies and self.truth.keys().isdisjoint(bodies)
        )

    def _of_truth(self, body: str) -> Case:
        return Case(
            truth=(body,),
            names=(self.truth[body].name,),
            organizations=tuple(self.held_by[body]),
            records=_shown(self.records[body]),
        )

    def _of_cluster(self, public_id: str) -> Case:
        bodies = tuple(sorted(self.holds[public_id]))
        return Case(
            truth=bodies,
            names=tuple(self.truth[body].name for body in bodies if body in self.truth),
            organizations=(public_id,),
            records=_shown(sorted(self.clusters[public_id])),
        )


def _shown(keys: Iterable[RecordKey]) -> tuple[str, ...]:
    return tuple("/".join(key) for key in keys)


def _pairs(answers: Mapping[RecordKey, str], clusters: Clusters, truth: set[str]) -> Pairs:
    inside = {key for keys in clusters.values() for key in keys}
    counted = Counter(body for key, body in answers.items() if key in inside or body in truth)
    true = sum(map(_choose_two, counted.values()))
    found = sum(_choose_two(len(keys)) for keys in clusters.values())
    both = sum(
        _choose_two(number)
        for keys in clusters.values()
        for number in Counter(answers[key] for key in keys if key in answers).values()
    )
    precision = both / found if found else 1.0
    recall = both / true if true else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Pairs(found, true, both, round(precision, 6), round(recall, 6), round(f1, 6))


def _choose_two(number: int) -> int:
    return number * (number - 1) // 2


def _table_5(pairs: Iterable[tuple[str, str]]) -> Matrix:
    """Table 5 in the study's order, other codes after it, and a column for unknown always."""
    return tabulate(pairs, origins=ORIGINS, destinations=DESTINATIONS)


def _differences(true: Mapping[str, int], found: Mapping[str, int]) -> tuple[Difference, ...]:
    return tuple(
        _difference(code, true.get(code, 0), found.get(code, 0)) for code in {**true, **found}
    )


def _difference(code: str, true: int, found: int) -> Difference:
    percent = round(100 * (found - true) / true, 3) if true else None
    return Difference(code, true, found, percent)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value
