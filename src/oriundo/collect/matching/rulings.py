"""What people decided about pairs of records: replayed on every run, never overturned by a rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from oriundo.collect.sources.columns import Columns
from oriundo.collect.sources.drafts import RecordKey

Verdict = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's word on two records: who and why. "unsure" settles nothing."""

    left: RecordKey
    right: RecordKey
    verdict: Verdict
    by: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Rulings:
    """Rulings as pairs of positions in the input, lower first; others name records not in it."""

    same: frozenset[tuple[int, int]]
    different: frozenset[tuple[int, int]]


def in_positions(rulings: Iterable[Ruling], columns: Columns) -> Rulings:
    """The rulings on records that are in the input; of two on one pair, the later one stands."""
    held = list(rulings)
    named = {key for ruling in held for key in (ruling.left, ruling.right)}
    place = columns.positions(named)
    stands: dict[tuple[int, int], str] = {}
    for ruling in held:
        left, right = place.get(ruling.left), place.get(ruling.right)
        if left is not None and right is not None and left != right:
            stands[(min(left, right), max(left, right))] = ruling.verdict
    return Rulings(
        same=frozenset(pair for pair, verdict in stands.items() if verdict == "same"),
        different=frozenset(pair for pair, verdict in stands.items() if verdict == "different"),
    )
