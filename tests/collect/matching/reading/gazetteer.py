"""A small table of public place names that stands for the gazetteer."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from oriundo.base.core.text import fold


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    country: str
    division: str
    population: int
    confidence: float = 1.0


@cache
def _places() -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = defaultdict(list)
    path = Path(__file__).with_name("towns.csv")
    for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()):
        place = Place(row["name"], row["country"], row["division"], int(row["population"]))
        found[fold(row["name"])].append(place)
    return dict(found)


def towns(phrase: str) -> Sequence[Place]:
    return _places().get(phrase, [])
