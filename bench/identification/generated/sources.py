"""Eight kinds of sources, each with its own habits of naming, giving, forgetting and erring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bench.identification.generated import slips
from bench.identification.generated.chance import Chance
from bench.identification.generated.organizations import LATEST, Address, Organization, phone

_LONG = {
    "St": "Street", "Ave": "Avenue", "Blvd": "Boulevard", "Rd": "Road", "Dr": "Drive",
    "Ln": "Lane", "Ct": "Court", "Pkwy": "Parkway", "Apt": "Apartment", "Ste": "Suite",
}  # fmt: skip
_WRITTEN = ("({}) {}-{}", "{}-{}-{}", "{}.{}.{}", "{} {} {}", "+1 {} {} {}", "1-{}-{}-{}", "{}{}{}")
_CITIES = {"Los Angeles": "LA", "New York City": "NYC", "San Francisco": "SF", "Houston": "Htx"}


@dataclass(slots=True)
class Row:
    """A record as a source lists it; "" is not given."""

    source: str
    name: str = ""
    other_name: str = ""
    address: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    country: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    hometown: str = ""
    origin: str = ""
    founded: str = ""
    registration: str = ""


Habit = Callable[[Chance, Organization], Row]


def register(chance: Chance, org: Organization) -> Row:
    """A register of companies: capitals, legal form, number; the address is often an agent's."""
    name = slips.capitals(org.name.en if org.official == "en" else org.name.es)
    row = Row("register", f"{name} {org.legal}".strip()[: 45 if chance.happens(0.1) else 90])
    agent = org.common if org.common and org.common.of == "office" else None
    where = (agent or org).addresses[_age(chance, (agent or org).addresses, 0.5)]
    _place(row, org, where, slips.capitals(_line(where, long=False)))
    row.city, row.registration = row.city.upper(), org.number
    row.founded = _year(org.founded + _lag(chance))
    if agent and chance.happens(0.5):
        row.phone = _phone(chance, agent, 0)
    return row


def consulate(chance: Chance, org: Organization) -> Row:
    """A consulate's list: Spanish, abbreviated, with the town and its state."""
    name = slips.abbreviated(chance, org.name.es, "es", 0.5)
    if org.name.acronym and chance.happens(0.2):
        name = f"{name} ({org.name.acronym})"
    row = Row("consulate", name.upper() if chance.happens(0.2) else name)
    if chance.happens(0.5):
        address = org.addresses[_age(chance, org.addresses, 0.3)]
        _place(row, org, address, _line(address, long=False))
    else:
        _city(row, org)
    row.phone = _phone(chance, org, 0.75)
    row.email = _email(chance, org, 0.5)
    _home(chance, row, org, ("{town}, {abbr}", "{town}, {state}", "{state}"), 0.8)
    row.origin = org.town.country["es"]
    row.founded = str(org.founded) if chance.happens(0.3) else ""
    return row


def federation(chance: Chance, org: Organization) -> Row:
    """A federation's list of its members: short names, and often its own contacts."""
    name = org.name.short if org.plain and chance.happens(0.6) else org.name.es
    row = Row("federation", slips.bare(name) if chance.happens(0.5) else name)
    head = org.common if org.common and chance.happens(0.6) else org
    row.phone, row.email = _phone(chance, head, 0.6), _email(chance, head, 0.4)
    if chance.happens(0.35):
        address = head.addresses[0]
        _place(row, org, address, _line(address, long=False))
    elif chance.happens(0.8):
        _city(row, org)
    _home(chance, row, org, ("{town}", "{town}, {state}", "Mpio. {town}"), 0.9)
    row.origin = org.town.country["es"] if chance.happens(0.3) else ""
    return row


def social(chance: Chance, org: Organization) -> Row:
    """A page on social media: a name to be found by, no address, whatever the page links to."""
    row = Row("social", _posted(chance, org))
    if org.name.short not in row.name and chance.happens(0.5):
        row.other_name = org.name.es
    row.website = org.page
    row.phone, row.email = _phone(chance, org, 0.4), _email(chance, org, 0.4)
    if chance.happens(0.65):
        _city(row, org)
        if chance.happens(0.3):
            row.city, row.state = _CITIES.get(row.city, row.city), ""
    _home(chance, row, org, ("{town}", "{country}", "{town} {abbr}"), 0.35)
    return row


def _posted(chance: Chance, org: Organization) -> str:
    name = org.name.short if org.plain else org.name.es
    draw = chance.random()
    if draw < 0.15:
        return "#" + "".join(word.capitalize() for word in slips.bare(name).split())
    if draw < 0.3:
        return f"{name} Oficial"
    if draw < 0.45:
        return slips.bare(name).lower()
    if draw < 0.6:
        return f"{name} {_CITIES.get(org.city.name, org.city.name)}"
    return slips.bare(name) if draw < 0.75 else name


def directory(chance: Chance, org: Organization) -> Row:
    """An English directory of services: names translated, well-formed addresses."""
    name = slips.abbreviated(chance, slips.bare(org.name.en), "en", 0.2)
    if org.city.name not in name and chance.happens(0.15):
        name = f"{name} of {org.city.name}"
    row = Row(
        "directory",
        f"{name}, {org.legal.capitalize()}." if org.legal and chance.happens(0.2) else name,
    )
    if chance.happens(0.3):
        row.other_name = org.name.es
    if chance.happens(0.75):
        address = org.addresses[_age(chance, org.addresses, 0.25)]
        _place(row, org, address, _line(address, long=chance.happens(0.6)))
    else:
        _city(row, org)
    row.phone, row.email = _phone(chance, org, 0.8), _email(chance, org, 0.4)
    row.website = org.domain and ("https://www." + org.domain if chance.happens(0.8) else "")
    row.origin = org.town.country["en"] if chance.happens(0.6) else ""
    row.founded = _year(org.founded + chance.between(-1, 1)) if chance.happens(0.3) else ""
    return row


def paper(chance: Chance, org: Organization) -> Row:
    """A printed list, scanned: confused shapes in every column, words broken over lines."""
    name = org.name.en if chance.happens(0.25) else org.name.es
    name = slips.abbreviated(chance, name, "es", 0.2)
    row = Row("paper", slips.scanned(chance, name) if chance.happens(0.7) else name)
    if chance.happens(0.6):
        address = org.addresses[_age(chance, org.addresses, 0.5)]
        line = _line(address, long=False)
        _place(row, org, address, slips.scanned(chance, line) if chance.happens(0.4) else line)
    else:
        _city(row, org)
    row.city = slips.scanned(chance, row.city) if chance.happens(0.15) else row.city
    row.phone = _phone(chance, org, 0.75, old=0.4)
    row.phone = slips.misread(row.phone) if chance.happens(0.15) else row.phone
    if chance.happens(0.3):
        row.email = (
            slips.scanned(chance, _email(chance, org, 1.0))
            if chance.happens(0.3)
            else (_email(chance, org, 1.0))
        )
    _home(chance, row, org, ("{town}", "{town}, {abbr}"), 0.5)
    return row


def survey(chance: Chance, org: Organization) -> Row:
    """A study's interviews: written as heard, with the telephone of whoever answered."""
    name = org.name.short if org.plain and chance.happens(0.25) else org.name.es
    draw = chance.random()
    if draw < 0.35:
        name = slips.heard(chance, name)
    elif draw < 0.5:
        name = slips.hurried(chance, name)
    row = Row("survey", slips.bare(name) if chance.happens(0.4) else name)
    _city(row, org)
    if chance.happens(0.25):
        row.phone = _written(chance, phone(chance, org.city))
    else:
        row.phone = _phone(chance, org, 0.6)
    row.email = _email(chance, org, 0.6)
    _home(chance, row, org, ("{town}", "{state}", "{town}, {state}, {country}"), 0.85)
    if org.of == "town" and row.hometown and chance.happens(0.2):
        row.hometown = slips.heard(chance, row.hometown)
    row.origin = org.town.country["es"]
    row.founded = (
        _year(org.founded + chance.pick((0, 0, 0, 0, -1, 1, -2, 5))) if chance.happens(0.7) else ""
    )
    return row


def newspaper(chance: Chance, org: Organization) -> Row:
    """Announcements of events: nicknames, initials, the hall where the event was."""
    draw = chance.random()
    row = Row("newspaper", org.name.es)
    if draw < 0.15 and org.name.acronym:
        row.name = org.name.acronym
    elif draw < 0.25 and org.of == "town" and org.plain:
        row.name = f"Los de {org.town.name}"
    elif draw < 0.5 and org.plain:
        row.name = org.name.short
    elif draw < 0.6:
        row.name = slips.hurried(chance, org.name.es)
    _city(row, org)
    row.phone = _phone(chance, org, 0.6)
    row.website = org.page if chance.happens(0.4) else ""
    if row.name == org.name.acronym and not row.website:
        row.phone = row.phone or _phone(chance, org, 1.0)
    _home(chance, row, org, ("{town}", "{state}", "{country}"), 0.4)
    return row


HABITS: tuple[tuple[Habit, float], ...] = (
    (register, 15), (consulate, 18), (federation, 12), (social, 16), (directory, 14),
    (paper, 9), (survey, 10), (newspaper, 6),
)  # fmt: skip


# --- What a source gives ------------------------------------------------------------------------


def _age(chance: Chance, values: list[Address] | list[str], old: float) -> int:
    """Which of the values, newest first: an older one if the list is `old`."""
    return chance.below(len(values)) if len(values) > 1 and chance.happens(old * 1.5) else 0


def _lag(chance: Chance) -> int:
    """Years from the first meeting to the register."""
    return 0 if chance.happens(0.5) else chance.between(1, 6)


def _year(said: int) -> str:
    """No list knows of a foundation to come."""
    return str(min(LATEST, said))


def _phone(chance: Chance, org: Organization, share: float, old: float = 0.3) -> str:
    if not org.phones or not chance.happens(share):
        return ""
    number = org.phones[_age(chance, org.phones, old)]
    written = _written(chance, number)
    return f"{written} ext. {chance.between(1, 40)}" if chance.happens(0.02) else written


def _written(chance: Chance, number: str) -> str:
    if len(number) != 10:
        return f"+34 {number}"
    return chance.pick(_WRITTEN).format(number[:3], number[3:6], number[6:])


def _email(chance: Chance, org: Organization, share: float) -> str:
    if not org.emails or not chance.happens(share):
        return ""
    return org.emails[_age(chance, org.emails, 0.3)]


def _line(address: Address, *, long: bool) -> str:
    kind = _LONG[address.type] if long else address.type
    unit = address.unit
    for short, full in _LONG.items() if long else ():
        unit = unit.replace(f"{short} ", f"{full} ")
    return f"{address.number} {address.street} {kind}" + (f", {unit}" if unit else "")


def _place(row: Row, org: Organization, address: Address, line: str) -> None:
    _city(row, org)
    row.address, row.zip, row.city = line, address.postal, address.city.name
    row.state = address.city.state


def _city(row: Row, org: Organization) -> None:
    row.city, row.state, row.country = org.city.name, org.city.state, org.city.country


def _home(
    chance: Chance, row: Row, org: Organization, forms: tuple[str, ...], share: float
) -> None:
    """Where its members come from, at the level at which the source says it."""
    if not chance.happens(share):
        return
    state, country = org.town.state, org.town.country
    if org.of == "town":
        form = chance.pick(forms)
    else:
        form = "{state}" if org.of in ("state", "federation") else "{country}"
    row.hometown = form.format(
        town=org.town.name, abbr=state["abbreviation"], state=state["name"], country=country["es"]
    )
