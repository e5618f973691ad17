"""What the study published, as numbers: facts/README.md says which table each file comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from oriundo.insight.observatory.stocks import Stock
from oriundo.interfaces.demonstration.tables import table

ORIGINS = ("BLZ", "REG-CAM", "CRI", "SLV", "GTM", "HND", "REG-LAM", "MEX", "NIC", "PAN")
DESTINATIONS = ("CAN", "CRI", "SLV", "USA", "GTM", "HND", "MEX", "NIC", "PAN")
REGIONS = ("REG-CAM", "REG-LAM")
_ALPHA3 = {
    "US": "USA",
    "CA": "CAN",
    "MX": "MEX",
    "GT": "GTM",
    "SV": "SLV",
    "HN": "HND",
    "NI": "NIC",
    "CR": "CRI",
    "PA": "PAN",
}


@dataclass(frozen=True, slots=True)
class Named:
    """An organization that the study names, and only what it says of it.

    `counted`: it is one of the 1,014; otherwise `reason` is the code that must keep it out.
    `home` is the division of origin when the name tells one.
    """

    code: str
    name: str
    english: str
    also: str
    acronym: str
    origin: str
    destination: str
    division: str
    city: str
    home: str
    structure: str
    objective: str
    founded: int | None
    website: str
    counted: bool
    reason: str
    status: str


@dataclass(frozen=True, slots=True)
class Structure:
    """How many organizations of an origin and objective are coalitions or hometown clubs."""

    origin: str
    objective: str
    structure: str
    member_origin: str
    organizations: int


@dataclass(frozen=True, slots=True)
class Contribution:
    """Of `organizations` in `destinations`, how many contribute to their place of origin."""

    origin: str
    destinations: tuple[str, ...]
    contributing: int
    organizations: int


def country_of(division: str) -> str:
    """The alpha-3 code of the country of an ISO 3166-2 code that the demonstration uses."""
    return _ALPHA3[division.partition("-")[0]]


def matrix() -> Counter[tuple[str, str]]:
    """Organizations by (origin, destination): Table 5."""
    return Counter(
        {
            (r["origin"], r["destination"]): int(r["organizations"])
            for r in table("facts/matrix.csv")
        }
    )


def objectives() -> Counter[tuple[str, str, str]]:
    """Organizations by (origin, destination, objective); objective "" is *not classified*."""
    return Counter(
        {
            (r["origin"], r["destination"], r["objective"]): int(r["organizations"])
            for r in table("facts/objectives.csv")
        }
    )


def places() -> Counter[tuple[str, str]]:
    """Organizations by (origin, first-level division of residence)."""
    return Counter(
        {(r["origin"], r["division"]): int(r["organizations"]) for r in table("facts/places.csv")}
    )


def counties() -> dict[str, dict[str, int]]:
    """State of the United States → county (FIPS) → organizations, beside those that are named."""
    found: dict[str, dict[str, int]] = {}
    for row in table("facts/counties.csv"):
        found.setdefault(row["division"], {})[row["county"]] = int(row["organizations"])
    return found


def migrants() -> list[Stock]:
    """How many people of each origin live in which country."""
    return [
        Stock(r["place"], r["origin"], int(r["year"]), int(r["people"]))
        for r in table("facts/migrants.csv")
    ]


def unplaced() -> Counter[tuple[str, str, str]]:
    """Organizations without a place by (origin, destination, "country" or "nothing" is known)."""
    found: Counter[tuple[str, str, str]] = Counter()
    for row in table("facts/unplaced.csv"):
        found[row["origin"], row["destination"], "nothing"] = int(row["nothing"])
        found[row["origin"], row["destination"], "country"] = int(row["country_only"])
    return +found


def structures() -> tuple[Structure, ...]:
    """Every group that is not a single migrant club."""
    return tuple(
        Structure(
            r["origin"],
            r["objective"],
            r["structure"],
            r["member_origin"],
            int(r["organizations"]),
        )
        for r in table("facts/structures.csv")
    )


def contributions() -> tuple[Contribution, ...]:
    """Tables 9 and 10."""
    return tuple(
        Contribution(
            r["origin"],
            tuple(r["destinations"].split("|")),
            int(r["contributing"]),
            int(r["organizations"]),
        )
        for r in table("facts/contributions.csv")
    )


def supports() -> dict[str, dict[str, int]]:
    """Origin → kind of support → organizations that give it: Tables 8 and 11."""
    found: dict[str, dict[str, int]] = {}
    for row in table("facts/supports.csv"):
        found.setdefault(row["origin"], {})[row["support"]] = int(row["organizations"])
    return found


def named() -> Iterator[Named]:
    """The 34 organizations of which the study says something by name."""
    for row in table("facts/named.csv"):
        plain = {k: v for k, v in row.items() if k not in ("founded", "counted")}
        founded = int(row["founded"]) if row["founded"] else None
        yield Named(**plain, founded=founded, counted=row["counted"] == "yes")
