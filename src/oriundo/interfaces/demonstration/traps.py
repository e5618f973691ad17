"""Organizations that are easily taken for one: what a careful clerk must keep apart.

Two clubs of one town in two states come from `towns`. Here: a federation whose member club gives
the federation's telephone and street, and a parent whose chapters share its website.
"""

from __future__ import annotations

import random
from dataclasses import replace

from oriundo.base.core.text import fold
from oriundo.interfaces.demonstration.bodies import TrueOrganization

SHARED_PHONES = 10
FAMILIES = 4
CHAPTERS = 3


def with_traps(organizations: list[TrueOrganization], rng: random.Random) -> list[TrueOrganization]:
    """The same organizations, of which some now share contacts or most of their name."""
    by_id = {one.id: one for one in organizations}
    _share_phones(by_id, rng)
    _found_chapters(by_id, rng)
    return list(by_id.values())


def _share_phones(by_id: dict[str, TrueOrganization], rng: random.Random) -> None:
    """A club in the city of a federation of its own state sits at the federation's desk."""
    pairs = [
        (federation, club)
        for federation in by_id.values()
        if federation.structure == "coalition" and federation.phone
        for club in by_id.values()
        if club.hometown and (club.home, club.city) == (federation.home, federation.city)
    ]
    rng.shuffle(pairs)
    seated: set[str] = set()
    for federation, club in pairs:
        if len(seated) < 2 * SHARED_PHONES and not seated & {federation.id, club.id}:
            seated |= {federation.id, club.id}
            by_id[club.id] = replace(
                club,
                phone=federation.phone,
                address=federation.address,
                postal=federation.postal,
            )


def _found_chapters(by_id: dict[str, TrueOrganization], rng: random.Random) -> None:
    """Student networks of several cities: one parent, its chapters named after their cities."""
    networks = [
        one
        for one in by_id.values()
        if one.origin == "MEX" and one.objective == "educational" and one.city
    ]
    rng.shuffle(networks)
    networks.sort(key=lambda one: not one.name.startswith("Red "))
    parents, rest = networks[:FAMILIES], networks[FAMILIES:]
    for parent in parents:
        host = parent.email.split("@")[1]
        by_id[parent.id] = replace(parent, website=host)
        taken = {parent.city}
        for _ in range(CHAPTERS):
            chapter = next(one for one in rest if one.city not in taken)
            rest.remove(chapter)
            taken.add(chapter.city)
            by_id[chapter.id] = _chapter(chapter, parent, host)


def _chapter(one: TrueOrganization, parent: TrueOrganization, host: str) -> TrueOrganization:
    """`one` turned into a chapter of `parent`, with a mailbox of its own at the parent's host."""
    return replace(
        one,
        name=f"{parent.name}, Capítulo {one.city}",
        name_en=f"{parent.name_en}, {one.city} Chapter",
        acronym="",
        email=f"{fold(one.city).replace(' ', '')}@{host}",
        website=host,
        social="",
    )
