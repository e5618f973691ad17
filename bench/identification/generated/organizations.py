"""One invented organization: what is true of it, over time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from anyascii import anyascii

from bench.identification.generated.chance import Chance
from bench.identification.generated.naming import Name
from bench.identification.generated.places import City, Town
from bench.identification.generated.words import table

LATEST = 2024
_MAILS = ("gmail.com", "gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "aol.com")
_ENDINGS = ("", "", "", "oficial", "usa", "la", "ac", "unidos")
_TYPES = ("St", "St", "Ave", "Ave", "Blvd", "Rd", "Dr", "Ln", "Ct", "Pkwy")
_STREETS = tuple(row["name"] for row in table("streets"))


@dataclass(slots=True)
class Address:
    number: int
    street: str
    type: str
    unit: str
    postal: str
    city: City


@dataclass(slots=True)
class Organization:
    """`phones`, `emails` and `addresses` run from the newest to the oldest. `common`: contacts
    that lists give for it although they are another's (its federation's, its accountant's).
    `plain`: it may be called by its short name alone. `of`: what it is an organization of."""

    of: str
    name: Name
    town: Town
    city: City
    founded: int
    official: str = "es"
    legal: str = ""
    number: str = ""
    plain: bool = True
    phones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    domain: str = ""
    page: str = ""
    common: Organization | None = None


def found(
    chance: Chance, taken: set[str], of: str, name: Name, town: Town, city: City
) -> Organization:
    """An organization with everything that it has had since it was founded. `taken`: domains,
    pages and mail addresses of others, which nobody can have twice."""
    made = Organization(of, name, town, city, LATEST - int(chance.random() ** 1.7 * 60))
    made.official = "en" if chance.happens(0.35) else "es"
    made.legal = "" if chance.happens(0.3) else chance.pick(("INC", "INC", "INC", "NFP", "CORP"))
    made.number = f"{chance.between(20, 88)}-{chance.digits(7)}"
    word = _slug(name.short)
    made.page = _free(chance, taken, "facebook.com/" + word + chance.pick(_ENDINGS))
    if chance.happens(0.25):
        long = _slug(name.short if chance.happens(0.5) else name.en)
        made.domain = _free(chance, taken, long, ".org")
    made.phones = [phone(chance, city) for _ in range(_lives(chance))]
    made.emails = [_email(chance, taken, made, word) for _ in range(_lives(chance))]
    made.addresses = [address(chance, city) for _ in range(_lives(chance))]
    return made


def _lives(chance: Chance) -> int:
    """How many values a contact has had: one in four changed, one in twenty twice."""
    draw = chance.random()
    return 3 if draw < 0.05 else 2 if draw < 0.25 else 1


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", anyascii(text).lower())


def _free(chance: Chance, taken: set[str], word: str, ending: str = "") -> str:
    """The word and its ending; with digits between them where someone else has it."""
    free, length = word + ending, 1
    while free in taken:
        length += 1
        free = f"{word}{chance.digits(length)}{ending}"
    taken.add(free)
    return free


def _email(chance: Chance, taken: set[str], made: Organization, word: str) -> str:
    if made.domain and chance.happens(0.6):
        return chance.pick(("info@", "contacto@", "mesa@", "hola@")) + made.domain
    tail = str(made.founded) if chance.happens(0.2) else ""
    return _free(chance, taken, word[:24] + tail, "@" + chance.pick(_MAILS))


def phone(chance: Chance, city: City) -> str:
    """Ten digits (nine in Spain) that can be a number of the city."""
    if city.country == "ES":
        return chance.pick(city.codes) + chance.digits(6)
    exchange = f"{chance.between(2, 9)}{chance.between(2, 9)}{chance.between(0, 9)}"
    return chance.pick(city.codes) + exchange + chance.digits(4)


def address(chance: Chance, city: City) -> Address:
    unit = chance.pick(("", "", "", "", "Apt", "Ste", "Unit"))
    return Address(
        number=chance.between(100, 9900),
        street=chance.pick(_STREETS),
        type=chance.pick(_TYPES),
        unit=f"{unit} {chance.between(1, 320)}" if unit else "",
        postal=postal(chance, city),
        city=city,
    )


def postal(chance: Chance, city: City) -> str:
    return city.zone + chance.digits(2)
