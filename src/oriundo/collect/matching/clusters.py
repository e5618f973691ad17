"""Groups of records of one organization: by cohesion, not by transitive closure.

Links are taken from the most probable down; the two groups of a link join when the pairs across
them are, on the average, at least as probable as `cohesion` (average linkage; a pair that was
never a candidate counts as 0). So one weak bridge cannot join thousands. A person's "same" joins
before any score; a "different" keeps apart whatever the scores, also through third records.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from oriundo.collect.matching.rulings import Rulings

Pair = tuple[int, int]


def cluster(
    count: int, edges: Mapping[Pair, float], rulings: Rulings, *, merge: float, cohesion: float
) -> tuple[tuple[int, ...], ...]:
    """The groups of positions 0 to `count` - 1, every position once, sorted.

    `edges`: probability of each pair compared (lower position first); those from `merge` up are
    links. Equal links are taken in the order of positions, so the answer never varies.
    """
    groups = _Groups(count, edges, rulings.different)
    for left, right in sorted(rulings.same):
        groups.join(left, right, least=0.0)
    links = sorted((pair for pair, p in edges.items() if p >= merge), key=lambda x: (-edges[x], x))
    while links:
        # A link refused now may hold later, when its groups have grown toward one another.
        refused = [pair for pair in links if not groups.join(*pair, least=cohesion)]
        links = [] if len(refused) == len(links) else refused
    return groups.result()


class _Groups:
    """Groups named by one of their positions, with the sum of probabilities between any two."""

    def __init__(self, count: int, edges: Mapping[Pair, float], different: frozenset[Pair]) -> None:
        self._members = {i: [i] for i in range(count)}
        self._group = list(range(count))
        self._sums: dict[int, dict[int, float]] = defaultdict(dict)
        self._apart: dict[int, set[int]] = defaultdict(set)
        for (left, right), probability in edges.items():
            self._sums[left][right] = self._sums[right][left] = probability
        for left, right in different:
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

    def result(self) -> tuple[tuple[int, ...], ...]:
        return tuple(sorted(tuple(sorted(members)) for members in self._members.values()))


def oversized(groups: Sequence[Sequence[int]], *, size: int) -> list[int]:
    """Positions (in `groups`) of the groups of at least `size`: rarely one organization."""
    return [place for place, members in enumerate(groups) if len(members) >= size]
