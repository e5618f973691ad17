"""Invented places of service of one metropolitan area: childcare, clinics, pantries, schools.

What is one organization here is a site: who serves at one address. An agency has many sites, and
several agencies may serve at one address.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bench.identification.generated.chance import Chance
from bench.identification.generated.words import table

_STREETS = tuple(row["name"] for row in table("streets"))
_TYPES = ("St", "St", "Ave", "Ave", "Ave", "Blvd", "Rd", "Pl", "Dr", "Ct")
_CODES = ("312", "773", "773", "708")


def _list(name: str) -> tuple[str, ...]:
    return tuple(row["word"] for row in table("sites") if row["list"] == name)


_OWN, _KINDS, _PROGRAMS = _list("own"), _list("kind"), _list("program")
_CHAINS, _SCHOOLS = _list("chain"), _list("school")
_INSTEAD, _HOSTS = _list("instead"), _list("host")


@dataclass(slots=True)
class Door:
    """A street address. `zip` is the same for all doors of a street's hundred."""

    number: int
    direction: str
    street: str
    type: str
    zip: str
    suite: str = ""


@dataclass(slots=True)
class Site:
    """`agency` runs it, or "". `phone` is its own, `main` the agency's or its host's, `former`
    one it had. `also`: other names it goes by; `doors`: where it is, and where it was."""

    name: str
    doors: list[Door]
    phone: str
    agency: str = ""
    main: str = ""
    former: str = ""
    programs: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)


def sites(chance: Chance, count: int) -> Iterator[Site]:
    """At least `count` sites: agencies' and their own masters', schools, and shared doors."""
    taken: set[str] = set()
    made = 0
    makers = (_agency, _schools, _shared, _alone, _alone, _alone, _alone, _alone, _alone, _alone)
    while made < count:
        for site in chance.pick(makers)(chance, taken):
            made += 1
            yield site


def _site(chance: Chance, name: str, door: Door | None = None, agency: str = "") -> Site:
    doors = [door or _door(chance)]
    if chance.happens(0.08):
        doors.append(_door(chance))
    site = Site(name, doors, _phone(chance), agency)
    site.programs = list(dict.fromkeys(chance.pick(_PROGRAMS) for _ in range(chance.below(4))))
    site.former = _phone(chance) if chance.happens(0.15) else ""
    site.also = _also(chance, name)
    return site


def _also(chance: Chance, name: str) -> list[str]:
    """Other names: another word for what it is, its proper part alone, the house it is in."""
    kind = next((kind for kind in _KINDS if name.endswith(f" {kind}")), "")
    own = name.removesuffix(kind).strip()
    names = []
    if kind and chance.happens(0.3):
        names.append(f"{own} {chance.pick(_INSTEAD)}")
    if kind and chance.happens(0.2):
        names.append(own)
    if chance.happens(0.1):
        names.append(f"{chance.pick(_OWN)} {chance.pick(_HOSTS)}")
    return names


def _alone(chance: Chance, taken: set[str]) -> list[Site]:
    return [_site(chance, _name(chance, taken))]


def _agency(chance: Chance, taken: set[str]) -> list[Site]:
    """Its main office, and sites that are called by it, by a place, by a number, or by both."""
    agency = chance.pick(_CHAINS)
    if agency in taken:
        agency = f"{chance.pick(_OWN)} {agency.split()[-1]}"
    taken.add(agency)
    main = _phone(chance)
    numbered = chance.happens(0.3)
    family = [_site(chance, f"{agency} Main Office", agency=agency)]
    family[0].phone = main
    for place in range(chance.between(3, 9)):
        own = f"#{place + 1}" if numbered else chance.pick(_OWN)
        name = f"{agency} {own}" if numbered or chance.happens(0.6) else _name(chance, taken)
        if name in taken:
            continue
        taken.add(name)
        site = _site(chance, name, agency=agency)
        site.main = main
        if chance.happens(0.35):
            site.phone = main
        family.append(site)
    return family


def _schools(chance: Chance, taken: set[str]) -> list[Site]:
    """Schools with a number and a name; two of one name at different levels."""
    namesake = chance.pick(_OWN[-22:])
    kinds = [chance.pick(_SCHOOLS) for _ in range(chance.between(1, 2))]
    names = [f"{namesake} {kind}" for kind in dict.fromkeys(kinds)]
    numbered = [
        f"P.S. {chance.between(2, 290)} {name}" if chance.happens(0.3) else name for name in names
    ]
    free = [name for name in numbered if name not in taken]
    taken.update(free)
    return [_site(chance, name) for name in free]


def _shared(chance: Chance, taken: set[str]) -> list[Site]:
    """Two or three who serve at one address, some on the telephone of the house."""
    door, house = _door(chance), _phone(chance)
    family = [_site(chance, _name(chance, taken), door) for _ in range(chance.between(2, 3))]
    for site in family:
        site.main = house
        if chance.happens(0.3):
            site.phone = house
    return family


def _name(chance: Chance, taken: set[str]) -> str:
    """A name nobody has; some share their proper part with another of another kind."""
    while True:
        name = f"{chance.pick(_OWN)} {chance.pick(_KINDS)}"
        if name in taken or chance.happens(0.25):
            name = f"{chance.pick(_OWN)} {name}"
        if name not in taken:
            taken.add(name)
            return name


def _door(chance: Chance) -> Door:
    street, hundred = chance.below(len(_STREETS)), chance.between(1, 120)
    suite = str(chance.between(1, 40) * 10) if chance.happens(0.15) else ""
    zone = (street * 7 + hundred // 15) % 48
    return Door(
        hundred * 100 + chance.below(99),
        "NSEW"[street % 4],
        _STREETS[street],
        _TYPES[street % len(_TYPES)],
        f"606{zone:02d}",
        suite,
    )


def _phone(chance: Chance) -> str:
    middle = f"{chance.between(2, 9)}{chance.between(2, 9)}{chance.below(10)}"
    return chance.pick(_CODES) + middle + chance.digits(4)
