"""The generator of invented organizations, on four towns and three cities."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pytest

from bench.identification.generated.chance import Chance
from bench.identification.generated.families import Families
from bench.identification.generated.naming import initials
from bench.identification.generated.places import City, Places, Town
from bench.identification.generated.records import COLUMNS, records
from bench.identification.generated.words import table

STATES = {row["name"]: row for row in table("states")}
COUNTRIES = {row["code"]: row for row in table("countries")}


def town(name: str, state: str) -> Town:
    return Town(name, STATES[state], COUNTRIES[STATES[state]["country"]])


@pytest.fixture(scope="module")
def places() -> Places:
    cities = [
        (City(f"{first} {last}", "IL", "Illinois", "US", ("312", "773")), 1.0)
        for first in ("North", "South", "East", "West", "Old")
        for last in ("Oaks", "Falls", "Bend", "Grove")
    ]
    towns = [
        town(f"San {name}", state)
        for name in ("Juan", "Pedro", "Simón", "Lucas", "Mateo", "Isidro")
        for state in ("Zacatecas", "Jalisco", "Usulután")
    ]
    return Places(cities, towns)


def rows(places: Places, *, size: int = 400, seed: int = 1) -> list[dict[str, int | str]]:
    return [dict(zip(COLUMNS, row, strict=True)) for row in records(size, seed, places)]


def test_as_many_records_as_asked(places: Places) -> None:
    assert len(rows(places, size=123)) == 123


def test_one_seed_gives_one_answer(places: Places) -> None:
    assert rows(places) == rows(places)
    assert rows(places) != rows(places, seed=2)


def test_no_organization_has_more_than_eight_records(places: Places) -> None:
    sizes = Counter(row["cluster"] for row in rows(places))
    assert (min(sizes.values()), max(sizes.values())) == (1, 8)


def test_every_record_says_where_to_find_the_organization(places: Places) -> None:
    assert [r for r in rows(places) if not (r["city"] or r["phone"] or r["email"])] == []


def test_a_register_writes_capitals_and_numbers(places: Places) -> None:
    found = [row for row in rows(places) if row["source"] == "register"]
    assert all(re.fullmatch(r"[A-Z0-9 ]+", str(row["name"])) for row in found)
    assert all(row["registration"] for row in found)


def test_a_number_belongs_to_one_organization(places: Places) -> None:
    holders = defaultdict(set)
    for row in rows(places):
        holders[row["registration"]].add(row["cluster"])
    del holders[""]
    assert {len(clusters) for clusters in holders.values()} == {1}


def test_a_city_has_one_organization_of_each_name(places: Places) -> None:
    families = iter(Families(Chance(3), places))
    made = [(o.name.es, o.city.name) for _ in range(60) for o in next(families)]
    assert [name for name, times in Counter(made).items() if times > 1] == []


def test_initials_leave_out_small_words() -> None:
    assert initials("Comité Pro Mejoras de San Juan No. 4") == "CMSJN4"
    assert initials("Club Jerez") == ""
