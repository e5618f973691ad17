"""What the benchmarks of tiles ask: filters drawn at random, tiles where organizations are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bench.identification.generated.chance import Chance
from oriundo.insight.atlas.columns import Columns
from oriundo.insight.atlas.columns.morton import LEVELS, parted
from oriundo.insight.atlas.question import SINCE, UNKNOWN, Question

Tile = tuple[int, int, int]
OFFERED = {
    "origin": ("MEX", "MEX", "MEX", "SLV", "GTM"),
    "objective": ("origin_focused", "cultural", "service"),
    "member_origin": ("hometown_club", "migrant_club"),
    "status": ("active", "not_verified"),
    "support": ("infrastructure", "education", UNKNOWN),
    "language": ("es", "en"),
    SINCE: ("2021-01-01", "2024-06-30"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    question: Question
    tile: Tile


def asked(columns: Columns, z: int, times: int, seed: int) -> list[Asked]:
    """One to three filters, and a tile that holds an organization: dense ones are asked for more
    often, as on a real map."""
    chance = Chance(seed * 100 + z)
    placed = int(np.searchsorted(columns.here.morton, np.uint64(1 << 2 * LEVELS)))
    return [
        Asked(_question(chance), _tile(int(columns.here.morton[chance.below(placed)]), z))
        for _ in range(times)
    ]


def _question(chance: Chance) -> Question:
    names = [chance.pick(list(OFFERED)) for _ in range(chance.between(1, 3))]
    return Question(filters={name: chance.pick(OFFERED[name]) for name in names})


def _tile(number: int, z: int) -> Tile:
    x, y = parted(np.array([number >> 2 * (LEVELS - z)], np.uint64))
    return z, int(x[0]), int(y[0])
