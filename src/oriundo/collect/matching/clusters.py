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

import numpy as np
import numpy.typing as npt

from oriundo.collect.matching.rulings import Rulings

Pair = tuple[int, int]
Positions = npt.NDArray[np.int64]


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
    same = np.array(sorted(rulings.same), dtype=np.int64).reshape(-1, 2)
    strong = edges.probability >= merge
    linked = _connected(
        count,
        np.concatenate([edges.left[strong], same[:, 0]]),
        np.concatenate([edges.right[strong], same[:, 1]]),
    )
    inside = linked[edges.left] == linked[edges.right]
    held = Edges(edges.left[inside], edges.right[inside], edges.probability[inside])
    doubtful = _doubtful(linked, held, rulings, merge)
    group = linked.copy()
    for members, within in _each(linked, held, doubtful):
        for joined in _cohesive(members, within, rulings, merge, cohesion):
            group[list(joined)] = joined[0]
    return group


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


def _doubtful(linked: Positions, edges: Edges, rulings: Rulings, merge: float) -> Positions:
    """The connected groups, by lowest position, in which not every two are linked, or about which
    a person has ruled: all others are groups as they are."""
    size = np.bincount(linked, minlength=len(linked))
    strong = edges.probability >= merge
    links = np.bincount(linked[edges.left[strong]], minlength=len(linked))
    open_ = links < size * (size - 1) // 2
    for left, right in rulings.different | rulings.same:
        open_[linked[[left, right]]] = True
    return np.flatnonzero(open_ & (size > 1))


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
