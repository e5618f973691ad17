"""1,014 empty places to fill: every count of the study is in them before anything is invented.

A slot is one organization of which only origin, destination, objective, structure, member origin
and place are settled. Each step below uses up one table of facts exactly.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from dataclasses import dataclass

from oriundo.interfaces.demonstration import facts
from oriundo.interfaces.demonstration.facts import Named

_HIDDEN_OBJECTIVES = ("origin_focused", "community", "service", "cultural")


@dataclass(slots=True)
class Slot:
    """One organization in the making. `precision`: "place", "country" or "nothing" is known."""

    origin: str
    destination: str
    objective: str
    structure: str = "single"
    member_origin: str = "migrant_club"
    precision: str = ""
    division: str = ""
    named: Named | None = None

    @property
    def is_hometown(self) -> bool:
        return self.member_origin == "hometown_club"


def slots(rng: random.Random) -> list[Slot]:
    """All slots, in the order of the tables."""
    made = [
        Slot(origin, destination, objective)
        for (origin, destination, objective), number in facts.objectives().items()
        for _ in range(number)
    ]
    _seat_named(made)
    _place(made, rng)
    _structure(made, rng)
    return made


def _seat_named(made: list[Slot]) -> None:
    """The named organizations that the study counts take the slots that fit them."""
    for named in facts.named():
        if not named.counted:
            continue
        cell = (named.origin, named.destination, named.objective)
        slot = next(
            s for s in made if s.named is None and (s.origin, s.destination, s.objective) == cell
        )
        slot.named = named
        slot.structure = named.structure
        slot.member_origin = "hometown_club" if named.home else "migrant_club"
        slot.division = named.division
        if named.division:
            slot.precision = "place"


def _place(made: list[Slot], rng: random.Random) -> None:
    """Of each cell some are known by country only or not at all; the rest get a division each."""
    left = facts.unplaced()
    for known in ("nothing", "country"):
        for slot in _unplaceable(made, known):
            slot.precision = known
            left[slot.origin, slot.destination, known] -= 1
    for (origin, destination, known), number in sorted((+left).items()):
        fitting = [slot for slot in made if _may_hide(slot, origin, destination)]
        for slot in rng.sample(fitting, number):
            slot.precision = known
    divisions = facts.places()
    divisions.subtract((s.origin, s.division) for s in made if s.division)
    free: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (origin, division), number in sorted(divisions.items()):
        free[origin, facts.country_of(division)] += [division] * number
    for cell in free.values():
        rng.shuffle(cell)
    for slot in made:
        if not slot.precision:
            slot.division = free[slot.origin, slot.destination].pop()
            slot.precision = "place"


def _unplaceable(made: list[Slot], known: str) -> list[Slot]:
    """Named organizations of which the study tells no more than the country, or not even that."""
    return [s for s in made if s.named and not s.named.division and known == _precision_of(s.named)]


def _precision_of(named: Named) -> str:
    return "country" if named.code in _COUNTRY_IS_STATED else "nothing"


# The study prints the country of these, or the context of its sentence tells it.
_COUNTRY_IS_STATED = ("N01", "N05", "N07", "N08", "N09", "N10", "N13", "N14", "N15", "N29")


def _may_hide(slot: Slot, origin: str, destination: str) -> bool:
    return (
        (slot.origin, slot.destination) == (origin, destination)
        and not slot.precision
        and slot.objective in _HIDDEN_OBJECTIVES
    )


def _structure(made: list[Slot], rng: random.Random) -> None:
    """Coalitions and hometown clubs; those that are named count among them already."""
    done = Counter(_group(s) for s in made if s.named)
    for group in facts.structures():
        key = (group.origin, group.objective, group.structure, group.member_origin)
        number = group.organizations - done[key]
        for slot in rng.sample([slot for slot in made if _may_be(slot, group)], number):
            slot.structure, slot.member_origin = group.structure, group.member_origin


def _group(slot: Slot) -> tuple[str, str, str, str]:
    return (slot.origin, slot.objective, slot.structure, slot.member_origin)


def _may_be(slot: Slot, group: facts.Structure) -> bool:
    """A plain slot of the group's kind in the United States; a state federation needs a place."""
    return (
        _group(slot) == (group.origin, group.objective, "single", "migrant_club")
        and slot.destination == "USA"
        and slot.named is None
        and (slot.precision == "place" or group.structure == "single")
    )
