"""The records of all sources: how many each organization has, and which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, fields
from itertools import chain, islice

from bench.identification.generated.chance import Chance, Urn
from bench.identification.generated.families import Families
from bench.identification.generated.organizations import Organization
from bench.identification.generated.places import Places
from bench.identification.generated.sources import HABITS, Row

COLUMNS = ("cluster", *(field.name for field in fields(Row)))
_SIZES = Urn(range(1, 9), (30, 24, 17, 11, 8, 5, 3, 2))
_HABITS = Urn([habit for habit, _ in HABITS], [weight for _, weight in HABITS])


def records(size: int, seed: int, places: Places) -> Iterator[tuple[int | str, ...]]:
    """`size` records in the order of their organizations: values of COLUMNS. `cluster`, a number
    for each organization, is the truth."""
    chance = Chance(seed)
    organizations = chain.from_iterable(Families(chance, places))
    return islice(
        (
            (cluster, *row)
            for cluster, organization in enumerate(organizations)
            for row in listed(chance, organization)
        ),
        size,
    )


def listed(chance: Chance, organization: Organization) -> Iterator[tuple[str, ...]]:
    """An organization's records: mostly of different sources, sometimes two editions of one.
    None is without everything that says where to find the organization."""
    given = set()
    for _ in range(_SIZES.draw(chance)):
        habit = _HABITS.draw(chance)
        if habit in given and chance.happens(0.8):
            habit = _HABITS.draw(chance)
        given.add(habit)
        row = habit(chance, organization)
        if not (row.city or row.phone or row.email):
            row.city, row.state = organization.city.name, organization.city.state
        yield astuple(row)
