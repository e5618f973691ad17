"""Organizations whose every record says where they are and since when.

Another kind of list than that of sources.py, and an easier one: one source is like another, what
is missing is missing by chance, each record has coordinates about its city and the year in which
the organization was founded, always the same. Names and places are as crowded as chance makes
them. The rates are those that bench/README.md compares.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, islice
from math import cos, log, pi, sqrt

from anyascii import anyascii

from bench.identification.generated import located_writing as writing
from bench.identification.generated.chance import Chance, Urn
from bench.identification.generated.located_organizations import (
    MAILS,
    STREETS,
    Organization,
    Place,
    house_number,
    local_number,
    organizations,
)
from bench.identification.generated.located_places import City, Located

COLUMNS = (
    "cluster", "name", "type", "address", "city", "state", "country", "zip", "hometown",
    "home_state", "home_country", "phone", "email", "website", "contact", "lat", "lon", "founded",
    "source",
)  # fmt: skip
Value = int | float | str
_SIZES = Urn(range(1, 7), (45.1, 24.8, 14.1, 8.1, 5.1, 2.8))
_SOURCES = (
    "consulate", "directory", "events", "federation", "grants", "register", "social", "survey",
)  # fmt: skip


def records(size: int, seed: int, places: Located) -> Iterator[tuple[Value, ...]]:
    """`size` records in the order of their organizations: values of COLUMNS. `cluster`, a number
    for each organization, is the truth."""
    chance = Chance(seed)
    return islice(
        (
            (cluster, *listed(chance, organization))
            for cluster, organization in zip(count(), organizations(chance, places))
            for _ in range(_SIZES.draw(chance))
        ),
        size,
    )


def listed(chance: Chance, org: Organization) -> tuple[Value, ...]:
    """One record of an organization: COLUMNS without the cluster; "" is not given."""
    place, town = org.place, org.town
    lat, lon = _about(chance, place.city)
    addressed = chance.happens(0.695)
    return (
        writing.name(chance, org.names[chance.happens(0.095)]),
        org.type,
        _address(chance, place) if addressed else "",
        _given(chance, 0.94, place.city.name, plain=0.31, typed=0.05),
        _given(chance, 0.94, place.city.state),
        place.city.country,
        place.postal if addressed and chance.happens(0.745) else "",
        _given(chance, 0.677, town.name, plain=0.5, typed=0.078),
        _given(chance, 0.725, town.state, plain=0.41),
        town.country["name"],
        _phone(chance, org) if chance.happens(0.616) else "",
        _email(chance, org) if chance.happens(0.483) else "",
        _given(chance, 0.47, org.site),
        _given(chance, 0.4, org.contact, plain=0.5),
        lat,
        lon,
        org.founded,
        chance.pick(_SOURCES),
    )


def _given(chance: Chance, share: float, text: str, plain: float = 0.0, typed: float = 0.0) -> str:
    if not chance.happens(share):
        return ""
    return writing.typed(chance, writing.plain(chance, text, plain), typed)


def _address(chance: Chance, place: Place) -> str:
    """As it is, or as it was in another house; its unit is left out at times."""
    moved = chance.happens(0.115)
    number = house_number(chance) if moved else place.number
    street = chance.pick(STREETS) if moved else place.street
    unit = "" if chance.happens(0.37) else place.unit
    line = f"{number} {street} {chance.pick(place.kind)} {unit}".rstrip()
    return writing.typed(chance, line, 0.09)


def _phone(chance: Chance, org: Organization) -> str:
    number = org.phone[:3] + local_number(chance) if chance.happens(0.14) else org.phone
    if chance.happens(0.01):
        at = chance.below(10)
        number = number[:at] + chance.digits(1) + number[at + 1 :]
    return writing.phone(chance, number)


def _email(chance: Chance, org: Organization) -> str:
    """The organization's, or one of those that its contact person has."""
    if chance.happens(0.225):
        word = anyascii(org.contact).lower().replace(" ", "")[:12]
        return writing.typed(chance, f"{word}{chance.below(100)}@{MAILS.draw(chance)}", 0.04)
    return writing.typed(chance, org.mail, 0.04)


def _about(chance: Chance, city: City) -> tuple[float, float]:
    """A point some kilometers from the city's: normal, 0.03 degrees each way."""
    far = 0.03 * sqrt(-2 * log(1 - chance.random()))
    turn = 2 * pi * chance.random()
    return round(city.lat + far * cos(turn), 5), round(city.lon + far * cos(turn - pi / 2), 5)
