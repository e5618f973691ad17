"""Fit the weights of levels to labeled pairs, and print them beside those in force.

    python -m bench.identification.fitting organizations:10000:7 organizations:100000:7 sites
    python -m bench.identification.fitting table.csv:map.yaml:cluster --strength 5

Each list is `organizations:SIZE:SEED` or `sites`, which `generated/` invents, or a CSV, its mapping
and the column that says which rows are one organization. Every list gets a base of its own; the
weights are common to all.
"""

from __future__ import annotations

import argparse
import csv
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.identification.generated.__main__ import organizations, service_sites, write
from bench.identification.parts.organizations import COLUMNS as OF_ORGANIZATIONS
from bench.identification.parts.sites import COLUMNS as OF_SITES
from bench.identification.tables import prepare
from oriundo.collect.matching import blocking, comparing
from oriundo.collect.matching.features import FEATURES
from oriundo.collect.matching.patterns import Levels, codes_of, patterns
from oriundo.collect.matching.scoring import PRIOR, Bits
from oriundo.collect.matching.table import table
from oriundo.collect.sources.column_reading import read_columns
from oriundo.collect.sources.mapping import load_mapping

_MOST = 50_000.0
_STEPS = 30
_NATS = float(np.log(2))
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Labeled:
    """Candidate pairs of one list by pattern: `levels`, `times`, and how many are the `same`."""

    levels: Levels
    times: npt.NDArray[np.int64]
    same: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Fit:
    """`bits`: the weight of each level of each feature, 0.0 of nothing to compare; `bases`: log2
    odds of a candidate pair of each list."""

    bits: Bits
    bases: tuple[float, ...]


def labeled(path: Path, mapping: Path, truth: dict[str, str]) -> Labeled:
    """The candidate pairs of a CSV, as `oriundo match` compares them. `truth`: the organization
    of each record id; records that it lacks are left out."""
    columns = read_columns(path, mapping=load_mapping(mapping)).columns.in_order().unnumbered()
    prepared = table(columns)
    found = blocking.block(prepared)
    levels = comparing.levels(prepared, found.left, found.right, lambda _done: None)
    keys = columns.keys()
    ids = [truth.get(record_id, "") for _, record_id in keys]
    number = {name: i for i, name in enumerate(sorted(set(ids)))}
    of = np.array([number[name] for name in ids])
    known = np.array([bool(name) for name in ids])
    kept = known[found.left] & known[found.right]
    seen, which = patterns(codes_of(levels[kept]))
    one = of[found.left[kept]] == of[found.right[kept]]
    return Labeled(seen.levels, seen.times, np.bincount(which[one], minlength=len(seen.times)))


def fitted(lists: Sequence[Labeled], prior: Bits = PRIOR, strength: float = 5.0) -> Fit:
    """Logistic regression by Newton's method. `strength`: how many pairs in doubt the weights in
    force count for, so that levels hardly seen stay; a list counts for 50,000 pairs at most, so
    that long ones do not decide alone."""
    starts = np.cumsum([0, *(len(feature.levels) - 1 for feature in FEATURES)])
    x = np.concatenate([_indicators(one.levels, starts) for one in lists])
    at = np.repeat(np.arange(len(lists)), [len(one.times) for one in lists])
    x = np.hstack([x, at[:, None] == np.arange(len(lists))])
    weight = np.concatenate([one.times * min(1.0, _MOST / one.times.sum()) for one in lists])
    share = np.concatenate([one.same / one.times for one in lists])
    before = np.concatenate([[b for row in prior for b in row[1:]], np.zeros(len(lists))]) * _NATS
    pull = np.append(np.full(starts[-1], strength / 4), np.full(len(lists), 1e-6))
    found = before.copy()
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-(x @ found)))
        slope = x.T @ (weight * (share - chance)) - pull * (found - before)
        curve = (x * (weight * chance * (1 - chance))[:, None]).T @ x + np.diag(pull)
        step = np.linalg.solve(curve, slope)
        found = found + step / max(1.0, float(np.abs(step).max()) / 2)
    bits = (found / _NATS).tolist()
    rows = [(0.0, *bits[a:b]) for a, b in pairwise(starts.tolist())]
    return Fit(tuple(rows), tuple(bits[starts[-1] :]))


def _indicators(levels: Levels, starts: npt.NDArray[np.int64]) -> Floats:
    """One column per level from 1 of each feature: 1.0 where a pattern is at it."""
    held = np.zeros((len(levels), int(starts[-1])))
    for column, start in zip(levels.T, starts, strict=False):
        there = np.flatnonzero(column > 0)
        held[there, start + column[there] - 1] = 1.0
    return held


def side_by_side(lists: Sequence[Labeled], fit: Fit, prior: Bits = PRIOR) -> Iterator[str]:
    """A line for each level: the weight in force, the fitted one, and how many pairs are at it."""
    yield f"{'feature':10}{'level':>5}{'now':>7}{'fitted':>8}{'pairs':>10}  sentence"
    for column, feature in enumerate(FEATURES):
        for level, told in enumerate(feature.levels[1:], start=1):
            pairs = sum(int(one.times[one.levels[:, column] == level].sum()) for one in lists)
            now, new = prior[column][level], fit.bits[column][level]
            yield f"{feature.name:10}{level:5}{now:7.1f}{new:8.1f}{pairs:10}  {told.sentence}"
    yield "bases: " + ", ".join(f"{base:.1f}" for base in fit.bases)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("lists", nargs="+", help="organizations:SIZE:SEED, sites, or CSV:MAP:TRUTH")
    parser.add_argument("--strength", type=float, default=5.0, help="default: 5")
    chosen = parser.parse_args()
    lists = [_list(said) for said in chosen.lists]
    print("\n".join(side_by_side(lists, fitted(lists, strength=chosen.strength))))


def _list(said: str) -> Labeled:
    what, *more = said.split(":")
    if what not in ("organizations", "sites"):
        mapping, truth = more
        return labeled(Path(what), Path(mapping), _truth(Path(what), Path(mapping), truth))
    with tempfile.TemporaryDirectory() as held:
        made = Path(held) / "made.parquet"
        write(organizations(*map(int, more)) if more else service_sites(), made)
        columns = OF_ORGANIZATIONS if more else OF_SITES
        drawn = prepare(Path(held), said, f"select * from '{made}'", columns)
        return labeled(drawn.path, drawn.mapping, dict(drawn.truth))


def _truth(path: Path, mapping: Path, column: str) -> dict[str, str]:
    """The organization of each record id of a CSV, by one of its columns."""
    (identifier,) = load_mapping(mapping).columns["id"]
    with path.open(encoding="utf-8", newline="") as file:
        return {row[identifier]: row[column] for row in csv.DictReader(file)}


if __name__ == "__main__":
    main()
