"""Groups of records of one organization: by cohesion, not by transitive closure.

Links are taken from the most probable down; the two groups of a link join when the pairs across
them are, on the average, at least as probable as `cohesion` (average linkage; a pair that was
never a candidate counts as 0). So one weak bridge cannot join thousands. A person's "same" joins
before any score; a "different" keeps apart whatever the scores, also through third records.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

import numpy as np
import numpy.typing as npt

from oriundo.base.core.processes import each
from oriundo.collect.matching.rulings import Rulings

Pair = tuple[int, int]
Positions = npt.NDArray[np.int64]


_AT_ONCE = 5_000
"""Doubtful groups that one job looks at."""
_MANY = 4
"""Jobs from which other processes help."""

LEAST = 1e-6
"""Pairs less probable than this are forgotten."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Pairs compared: positions (`left` < `right`) and the probability that they are one."""

    left: Positions
    right: Positions
    probability: npt.NDArray[np.float64]


def cluster(
    count: int, edges: Edges, rulings: Rulings, *, merge: float, cohesion: float
) -> Positions:
    """For each position 0 to `count` - 1 the lowest position of its group.

    Edges from `merge` up are links. Equal links are taken in the order of positions, so the
    answer never varies.
    """
    strong = edges.probability >= merge
    linked = linked_by(count, edges.left[strong], edges.right[strong], rulings)
    inside = linked.doubtful[edges.left] & (linked.group[edges.left] == linked.group[edges.right])
    held = Edges(edges.left[inside], edges.right[inside], edges.probability[inside])
    chosen = np.unique(linked.group[linked.doubtful])
    parts = np.array_split(chosen, 1 + len(chosen) // _AT_ONCE)
    jobs = [partial(cohesive, linked, part, held, rulings, merge, cohesion) for part in parts]
    group = linked.group.copy()
    for members, first in each(jobs, alone=len(jobs) < _MANY):
        group[members] = first
    return group


@dataclass(frozen=True, slots=True)
class Linked:
    """By position: the lowest position that it is connected to by links, and whether that group
    is `doubtful`: not every two of it are linked, or a person has ruled about it. All others are
    groups as they are."""

    group: Positions
    doubtful: npt.NDArray[np.bool_]


def linked_by(count: int, left: Positions, right: Positions, rulings: Rulings) -> Linked:
    """What `count` positions are connected by: these links, each once, and a person's "same"."""
    same = np.array(sorted(rulings.same), dtype=np.int64).reshape(-1, 2)
    group = _connected(
        count, np.concatenate([left, same[:, 0]]), np.concatenate([right, same[:, 1]])
    )
    size = np.bincount(group, minlength=count)
    doubtful = np.bincount(group[left], minlength=count) < size * (size - 1) // 2
    for pair in rulings.different | rulings.same:
        doubtful[group[list(pair)]] = True
    return Linked(group, (doubtful & (size > 1))[group])


def cohesive(
    linked: Linked,
    chosen: Positions,
    edges: Edges,
    rulings: Rulings,
    merge: float,
    cohesion: float,
) -> tuple[Positions, Positions]:
    """The members of each `chosen` connected group (by their names), and the lowest position of
    the cohesive group that each is in; `edges`: all that are inside these connected groups."""
    groups = [
        group
        for members, within in _each(linked.group, edges, chosen)
        for group in _cohesive(members, within, rulings, merge, cohesion)
    ]
    sizes = np.array([len(group) for group in groups], dtype=np.int64)
    members = np.array(list(chain.from_iterable(groups)), dtype=np.int64)
    firsts = np.array([group[0] for group in groups], dtype=np.int64)
    return members, np.repeat(firsts, sizes)


def _connected(count: int, left: Positions, right: Positions) -> Positions:
    """The lowest position that each position is connected to by links."""
    label = np.arange(count)
    while True:
        low = np.minimum(label[left], label[right])
        before = label.copy()
        np.minimum.at(label, label[left], low)
        np.minimum.at(label, label[right], low)
        while not np.array_equal(label, label[label]):
            label = label[label]
        if np.array_equal(label, before):
            return label


def _each(
    linked: Positions, edges: Edges, chosen: Positions
) -> list[tuple[list[int], dict[Pair, float]]]:
    """The members of each chosen connected group, and the edges inside it."""
    wanted = np.zeros(len(linked), dtype=np.bool_)
    wanted[chosen] = True
    members: dict[int, list[int]] = defaultdict(list)
    for i in np.flatnonzero(wanted[linked]).tolist():
        members[int(linked[i])].append(i)
    within: dict[int, dict[Pair, float]] = defaultdict(dict)
    for k in np.flatnonzero(wanted[linked[edges.left]]).tolist():
        left, right = int(edges.left[k]), int(edges.right[k])
        within[int(linked[left])][left, right] = float(edges.probability[k])
    return [(members[name], within[name]) for name in sorted(members)]


def _cohesive(
    members: Sequence[int],
    edges: Mapping[Pair, float],
    rulings: Rulings,
    merge: float,
    cohesion: float,
) -> list[list[int]]:
    """The cohesive groups of connected positions."""
    groups = _Groups(members, edges, rulings.different)
    known = set(members)
    for left, right in sorted(pair for pair in rulings.same if pair[0] in known):
        groups.join(left, right, least=0.0)
    links = sorted((pair for pair, p in edges.items() if p >= merge), key=lambda x: (-edges[x], x))
    while links:
        # A link refused now may hold later, when its groups have grown toward one another.
        refused = [pair for pair in links if not groups.join(*pair, least=cohesion)]
        links = [] if len(refused) == len(links) else refused
    return groups.result()


class _Groups:
    """Groups named by one of their positions, with the sum of probabilities between any two."""

    def __init__(
        self, members: Sequence[int], edges: Mapping[Pair, float], different: frozenset[Pair]
    ) -> None:
        self._members = {i: [i] for i in members}
        self._group = {i: i for i in members}
        self._sums: dict[int, dict[int, float]] = defaultdict(dict)
        self._apart: dict[int, set[int]] = defaultdict(set)
        for (left, right), probability in edges.items():
            self._sums[left][right] = self._sums[right][left] = probability
        for left, right in different:
            if left in self._group and right in self._group:
                self._apart[left].add(right)
                self._apart[right].add(left)

    def join(self, left: int, right: int, *, least: float) -> bool:
        """Join the groups of two positions if they cohere; True when they are one group after."""
        a, b = self._group[left], self._group[right]
        if a == b:
            return True
        sizes = len(self._members[a]) * len(self._members[b])
        if b in self._apart[a] or self._sums[a].get(b, 0.0) / sizes < least:
            return False
        if len(self._members[a]) < len(self._members[b]):
            a, b = b, a
        self._absorb(a, b)
        return True

    def _absorb(self, a: int, b: int) -> None:
        for member in self._members[b]:
            self._group[member] = a
        self._members[a] += self._members.pop(b)
        for other in self._apart.pop(b, set()):
            self._apart[other].discard(b)
            self._apart[other].add(a)
            self._apart[a].add(other)
        self._sums[a].pop(b, None)
        for other, total in self._sums.pop(b, {}).items():
            self._sums[other].pop(b, None)
            if other != a:
                self._sums[a][other] = self._sums[other][a] = self._sums[a].get(other, 0.0) + total

    def result(self) -> list[list[int]]:
        return [sorted(members) for members in self._members.values()]
