"""What stands in lists beside the 1,014 and must be kept out, each with its one reason."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache

from oriundo.interfaces.demonstration import facts
from oriundo.interfaces.demonstration.bodies import Distractor
from oriundo.interfaces.demonstration.contacts import Contacts
from oriundo.interfaces.demonstration.names import Names, Wanted
from oriundo.interfaces.demonstration.streams import stream
from oriundo.interfaces.demonstration.tables import table
from oriundo.interfaces.demonstration.towns import Towns
from oriundo.interfaces.demonstration.truth import truth

SMALL_CLUBS = 30
_ABROAD = (
    ("ESP", "Madrid", 40.42, -3.7),
    ("ESP", "Barcelona", 41.39, 2.17),
    ("ESP", "Valencia", 39.47, -0.38),
    ("ITA", "Milán", 45.46, 9.19),
    ("ITA", "Roma", 41.9, 12.5),
)
_ORIGINS_ABROAD = ("HND", "HND", "NIC", "SLV", "GTM", "MEX", "HND", "NIC", "SLV", "REG-LAM")
_OBJECTIVES_ABROAD = ("community", "cultural", "service")


@cache
def distractors(seed: int = 2020) -> tuple[Distractor, ...]:
    """All of them. The same seed gives the same; `id` is the reason and a number or report code."""
    rng = stream("distractors", seed)
    return (*_named(), *_small(seed, rng), *_abroad(rng), *_bystanders(rng))


def _named() -> list[Distractor]:
    """Names in the study that are no diaspora organizations, or that nobody could verify."""
    return [
        Distractor(
            id=f"{named.reason}:{named.code}",
            reason=named.reason,
            name=named.name,
            name_en=named.english or named.name,
            acronym=named.acronym,
            origin=named.origin,
            country=named.destination,
            division=named.division,
            city=named.city,
            website=named.website,
            also=named.also,
            named=named.code,
        )
        for named in facts.named()
        if not named.counted
    ]


def _small(seed: int, rng: random.Random) -> list[Distractor]:
    """Mexican clubs of one or two families, which the study left out (fewer than 25 members)."""
    names, contacts = Names(rng), Contacts(rng)
    towns = Towns(rng, taken=[((o.home, o.hometown), o.division) for o in truth(seed)])
    found = []
    for number in range(1, SMALL_CLUBS + 1):
        division = rng.choice(("US-CA", "US-TX", "US-IL"))
        city = contacts.city(division)
        home, town = towns.town("MEX", division)
        wanted = Wanted("town", "origin_focused", "MEX", home, town, division, city)
        name = names.name(wanted)
        address = contacts.address(division, city)
        found.append(
            Distractor(
                id=f"too_small:{number:02d}",
                reason="too_small",
                name=name.es,
                name_en=name.en,
                origin="MEX",
                country="USA",
                division=division,
                city=city,
                address=address.street,
                postal=address.postal,
                email=f"club{number}@familias.example",
                home=home,
                hometown=town,
                objective="origin_focused",
                members=rng.randrange(2, 25),
                founded=rng.randrange(1995, 2020),
            )
        )
    return found


def _abroad(rng: random.Random) -> list[Distractor]:
    """Real diaspora organizations of a country that the study did not look at."""
    names = Names(rng)
    found = []
    for number, origin in enumerate(_ORIGINS_ABROAD, 1):
        country, city, lat, lon = _ABROAD[number % len(_ABROAD)]
        objective = _OBJECTIVES_ABROAD[number % len(_OBJECTIVES_ABROAD)]
        wanted = Wanted("people", objective, origin, origin, "", country, city)
        name = names.name(wanted)
        found.append(
            Distractor(
                id=f"outside_scope:{number:02d}",
                reason="outside_scope",
                name=name.es,
                name_en=name.en,
                origin=origin,
                country=country,
                city=city,
                lat=lat,
                lon=lon,
                email=f"info@entidad{number}.example",
                objective=objective,
            )
        )
    return found


def _bystanders(rng: random.Random) -> list[Distractor]:
    """Rows of a tax register: schools, churches, clubs, and false friends of the origins."""
    contacts = Contacts(rng)
    found = []
    for number, row in enumerate(table("words/bystanders.csv"), 1):
        address = contacts.address(row["division"], row["city"])
        found.append(
            replace(
                Distractor(
                    id=f"not_diaspora:{number:02d}",
                    reason="not_diaspora",
                    name=row["name"],
                    name_en=row["name"],
                ),
                country="USA",
                division=row["division"],
                city=row["city"],
                address=address.street,
                postal=address.postal,
            )
        )
    return found
