"""A list as found: who published it, its bytes, how to read it, and what its rows truly are."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from oriundo.interfaces.demonstration.bodies import Body
from oriundo.interfaces.demonstration.writing import Cell

Record = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Publisher:
    """The facts of a source, under the names that `sources.actions.register_source` takes."""

    name: str
    kind: str
    publisher: str
    language: str
    license: str
    visibility: str
    searched_on: date
    country: str = ""
    url: str = ""
    invented: bool = True


@dataclass(frozen=True, slots=True)
class FoundList:
    """One file. `mapping` is in the vocabulary of mapping files; `answers`: record id → body id."""

    slug: str
    file_name: str
    source: Publisher
    content: bytes
    mapping: Mapping[str, object]
    answers: Mapping[str, str]


def shuffled(bodies: Sequence[Body], rng: random.Random) -> list[Body]:
    """The bodies in an order that tells nothing about the truth."""
    return rng.sample(list(bodies), len(bodies))


def grid(records: Sequence[Record]) -> list[list[Cell]]:
    """Header and rows; every record has the same columns."""
    return [list(records[0]), *(list(record.values()) for record in records)]
