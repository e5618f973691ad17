"""Who contributes to its place of origin, and with what: Tables 8 to 11, exactly."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import cycle

from oriundo.interfaces.demonstration import facts
from oriundo.interfaces.demonstration.bodies import TrueOrganization


def with_contributions(
    organizations: list[TrueOrganization], rng: random.Random
) -> list[TrueOrganization]:
    """The same organizations, told who contributes and how.

    Where the study gives no count, whether they contribute stays unknown. Those whose main
    objective is their place of origin contribute before others do.
    """
    told: dict[str, bool] = {}
    for group in facts.contributions():
        members = [
            o
            for o in organizations
            if o.origin == group.origin and o.destination in group.destinations
        ]
        rng.shuffle(members)
        members.sort(key=lambda o: o.objective != "origin_focused")
        for position, one in enumerate(members):
            told[one.id] = position < group.contributing
    contributing = [o for o in organizations if told.get(o.id)]
    kinds = _kinds(rng.sample(contributing, len(contributing)))
    return [
        replace(o, contributes=told.get(o.id), supports=tuple(kinds.get(o.id, ())))
        for o in organizations
    ]


def _kinds(contributing: list[TrueOrganization]) -> dict[str, list[str]]:
    """Kinds of support by organization, dealt round so that nobody gets one twice.

    A kind is given by no more organizations than contribute, and the kinds together are at least
    as many as those, so everybody gets one.
    """
    found: dict[str, list[str]] = {}
    for origin, kinds in facts.supports().items():
        hands = cycle([o.id for o in contributing if o.origin == origin])
        for kind, number in kinds.items():
            for _ in range(number):
                found.setdefault(next(hands), []).append(kind)
    return found
