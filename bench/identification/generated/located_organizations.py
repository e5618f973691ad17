"""Invented organizations of one place, one hometown and one year: what is true of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anyascii import anyascii

from bench.identification.generated.chance import Chance, Urn
from bench.identification.generated.located_places import City, Located, Town
from bench.identification.generated.words import table

_AREAS = (
    "206", "212", "213", "214", "303", "305", "312", "323", "404", "469", "510", "602", "619",
    "702", "713", "714", "718", "832", "909", "956",
)  # fmt: skip
MAILS = Urn(
    ("gmail.com", "yahoo.com", "hotmail.com", "aol.com", "outlook.com"), (45, 17, 17, 10, 9)
)
_KINDS = (
    ("St", "Street"), ("Ave", "Avenue"), ("Blvd", "Boulevard"), ("Rd", "Road"), ("Dr", "Drive"),
    ("Ln", "Lane"),
)  # fmt: skip
_SUITE = "Suite {}"
_UNITS = Urn(("", "#{}", "Apt {}", _SUITE), (60, 14, 14, 12))
_REGIONS = (
    ("California", "California"), ("Sur de California", "Southern California"),
    ("Norte de California", "Northern California"), ("Texas", "Texas"),
    ("Nueva York", "New York"), ("Florida", "Florida"), ("Illinois", "Illinois"),
    ("Arizona", "Arizona"), ("Nevada", "Nevada"), ("Georgia", "Georgia"), ("Colorado", "Colorado"),
    ("Washington", "Washington"), ("Carolina del Norte", "North Carolina"),
    ("Norteamérica", "North America"), ("Estados Unidos", "United States"),
)  # fmt: skip
_PATTERNS = Urn(table("located"), [float(row["weight"]) for row in table("located")])
_PROPERS = [row["es"] for row in table("proper") if len(row["es"]) < 13][:26]
_GIVEN = [row["name"] for row in table("persons") if row["part"] == "given"]
_SURNAMES = [row["name"] for row in table("persons") if row["part"] == "surname"]
STREETS = [row["name"] for row in table("streets")]
_TRIES = 50


@dataclass(slots=True)
class Place:
    """An address: `street` is its name, `kind` both ways to write St, Ave and the like."""

    city: City
    number: int
    street: str
    kind: tuple[str, str]
    unit: str
    postal: str


@dataclass(slots=True)
class Organization:
    """`names`: in its own language, and in the other."""

    type: str
    names: tuple[str, str]
    place: Place
    town: Town
    phone: str
    mail: str
    site: str
    contact: str
    founded: int


def organizations(chance: Chance, places: Located) -> Iterator[Organization]:
    """Organizations without end. A city has one of each hometown."""
    taken: set[tuple[str, str, str, str]] = set()
    before = None
    while True:
        for _ in range(_TRIES):
            made = found(chance, places)
            if before is not None:
                _confuse(chance, made, before)
            known = (made.town.name, made.town.state, made.place.city.name, made.place.city.state)
            if known not in taken:
                break
        else:
            raise ValueError("Too many organizations for these places: give more towns or cities.")
        taken.add(known)
        before = made
        yield made


def _confuse(chance: Chance, made: Organization, before: Organization) -> None:
    """A few are easily taken for the one before: they are of its name and hometown in another
    city, or have its telephone, its mail, both, or its house."""
    draw = chance.random()
    if draw < 0.013:
        made.type, made.names, made.town = before.type, before.names, before.town
    elif draw < 0.026:
        made.place = before.place
    elif draw < 0.041:
        made.phone = before.phone
    elif draw < 0.055:
        made.mail = before.mail
    elif draw < 0.064:
        made.phone, made.mail = before.phone, before.mail


def found(chance: Chance, places: Located) -> Organization:
    city, town, person = places.city(chance), places.town(chance), _person(chance)
    pattern = _PATTERNS.draw(chance)
    words = _words(chance, city, town, person)
    es, en = pattern["es"].format_map(words), pattern["en"].format_map(words)
    names = (en, es) if chance.happens(0.225) else (es, en)
    slug = re.sub(r"[^a-z0-9]", "", anyascii(names[0]).lower())
    return Organization(
        type=pattern["type"],
        names=names,
        place=_place(chance, city),
        town=town,
        phone=chance.pick(_AREAS) + local_number(chance),
        mail=_mail(chance, slug),
        site=_site(chance, slug) if chance.happens(0.37) else "",
        contact=person,
        founded=chance.between(1950, 2023),
    )


def _words(chance: Chance, city: City, town: Town, person: str) -> dict[str, str]:
    """What the patterns of names may speak of. Some are called by the state instead of Mexico."""
    nation = town.country
    region = chance.pick(_REGIONS)
    words = {
        "town": town.name, "city": city.name, "person": person, "proper": chance.pick(_PROPERS),
        "region": region[0], "region_en": region[1], "adjective": nation["adjective"],
        "plural": nation["plural"], "feminine": nation["feminine"], "english": nation["english"],
        "nation": nation["english"],
    }  # fmt: skip
    if town.adjective and chance.happens(0.65):
        words["adjective"] = words["english"] = town.adjective
        words["plural"] = town.adjective + ("s" if town.adjective[-1] in "aeo" else "es")
    return words


def _person(chance: Chance) -> str:
    return f"{chance.pick(_GIVEN)} {chance.pick(_SURNAMES)} {chance.pick(_SURNAMES)}"


def _place(chance: Chance, city: City) -> Place:
    unit = _unit(chance)
    postal = chance.digits(5)
    return Place(
        city, house_number(chance), chance.pick(STREETS), chance.pick(_KINDS), unit, postal
    )


def _unit(chance: Chance) -> str:
    kind = _UNITS.draw(chance)
    return kind.format(chance.between(100, 900) if kind == _SUITE else chance.between(1, 40))


def house_number(chance: Chance) -> int:
    return chance.between(100, 9999)


def local_number(chance: Chance) -> str:
    return str(chance.between(200, 999)) + chance.digits(4)


def _mail(chance: Chance, slug: str) -> str:
    word = slug[: chance.between(8, 22)]
    if chance.happens(0.3):
        return f"info@{word}.org"
    ending = chance.pick(("", "", "", "", "", "", "la", "oficial", "#", "#"))
    return f"{word}{ending.replace('#', chance.digits(2))}@{MAILS.draw(chance)}"


def _site(chance: Chance, slug: str) -> str:
    return f"www.{slug[: chance.between(8, 22)]}.{chance.pick(('org', 'com', 'net'))}"
