"""The generator of located organizations, on sixty towns and forty cities."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from itertools import combinations, islice, pairwise
from math import hypot

import pytest
from anyascii import anyascii

from bench.identification.generated.chance import Chance
from bench.identification.generated.located import COLUMNS, Value, records
from bench.identification.generated.located_organizations import organizations
from bench.identification.generated.located_places import City, Located, Town
from bench.identification.generated.words import table

HOMELANDS = {row["code"]: row for row in table("homelands")}
CITIES = [
    f"{first} {last}"
    for first in ("North", "South", "East", "West", "Old")
    for last in ("Oak", "Falls", "Bend", "Grove", "Hill", "Lake", "Ford", "Rock")
]
TOWNS = [
    f"{first} {last}"
    for first in ("San", "Villa", "Río", "Paso", "Santa", "Peñón")
    for last in ("Uno", "Dos", "Tres", "Rojo", "Verde", "Seco", "Alto", "Hondo", "Nuevo", "Viejo")
]
Record = Mapping[str, Value]


@pytest.fixture(scope="module")
def places() -> Located:
    cities = [
        City(name, "IL", "US", 30.0 + 2 * (place // 8), -90.0 + 2 * (place % 8))
        for place, name in enumerate(CITIES)
    ]
    towns = [Town(name, "Michoacán", "Michoacano", HOMELANDS["MX"]) for name in TOWNS]
    return Located([(city, 1.0) for city in cities], [(town, 1.0) for town in towns])


@pytest.fixture(scope="module")
def drawn(places: Located) -> list[Record]:
    return rows(places)


def rows(places: Located, *, size: int = 2_000, seed: int = 1) -> list[Record]:
    return [dict(zip(COLUMNS, row, strict=True)) for row in records(size, seed, places)]


def clusters(drawn: list[Record]) -> list[list[Record]]:
    found = defaultdict(list)
    for row in drawn:
        found[row["cluster"]].append(row)
    return list(found.values())


def plain(value: Value) -> str:
    return re.sub(r"\W", "", anyascii(str(value)).lower())


def differing(drawn: list[Record], column: str, as_read: Callable[[Value], str] = plain) -> float:
    """Of the pairs of records of one organization that both have the column, those that differ."""
    pairs = [
        as_read(one[column]) != as_read(other[column])
        for cluster in clusters(drawn)
        for one, other in combinations([row for row in cluster if row[column] != ""], 2)
    ]
    return sum(pairs) / len(pairs)


def last_digits(value: Value) -> str:
    return re.sub(r"\D", "", str(value))[-10:]


def test_as_many_records_as_asked(places: Located) -> None:
    assert len(rows(places, size=123)) == 123


def test_one_seed_gives_one_answer(places: Located) -> None:
    assert rows(places, size=300) == rows(places, size=300)
    assert rows(places, size=300) != rows(places, size=300, seed=2)


def test_organizations_are_numbered_in_turn(drawn: list[Record]) -> None:
    found = [cluster[0]["cluster"] for cluster in clusters(drawn)]
    assert found == list(range(len(found)))


def test_organizations_have_one_to_six_records(drawn: list[Record]) -> None:
    sizes = Counter(len(cluster) for cluster in clusters(drawn)[:-1])
    assert set(sizes) == {1, 2, 3, 4, 5, 6}
    assert sizes[1] / sizes.total() == pytest.approx(0.45, abs=0.05)


@pytest.mark.parametrize("column", ["type", "country", "home_country", "founded"])
def test_what_is_always_given_and_never_differs(drawn: list[Record], column: str) -> None:
    assert "" not in {row[column] for row in drawn}
    assert differing(drawn, column) == 0


@pytest.mark.parametrize("column", ["state", "zip", "home_state", "website", "contact"])
def test_what_differs_by_its_accents_at_most(drawn: list[Record], column: str) -> None:
    assert differing(drawn, column) == 0


@pytest.mark.parametrize(
    ("column", "missing"),
    [
        ("name", 0), ("address", 0.305), ("city", 0.06), ("state", 0.06), ("zip", 0.48),
        ("hometown", 0.325), ("home_state", 0.275), ("phone", 0.385), ("email", 0.515),
        ("website", 0.825), ("contact", 0.6),
    ],
)  # fmt: skip
def test_what_is_missing(drawn: list[Record], column: str, missing: float) -> None:
    share = sum(row[column] == "" for row in drawn) / len(drawn)
    assert share == pytest.approx(missing, abs=0.04)


@pytest.mark.parametrize(
    ("column", "share"),
    [("name", 0.85), ("address", 0.72), ("city", 0.09), ("hometown", 0.14), ("email", 0.44)],
)
def test_how_often_two_records_differ(drawn: list[Record], column: str, share: float) -> None:
    assert differing(drawn, column) == pytest.approx(share, abs=0.06)


def test_telephones_change(drawn: list[Record]) -> None:
    assert differing(drawn, "phone", last_digits) == pytest.approx(0.26, abs=0.05)


def test_an_address_without_a_postal_code_but_none_the_other_way(drawn: list[Record]) -> None:
    assert [row for row in drawn if row["zip"] and not row["address"]] == []


def test_every_record_has_a_point_of_its_own_near_the_city(drawn: list[Record]) -> None:
    points = {(row["lat"], row["lon"]) for row in drawn}
    assert len(points) == len(drawn)
    off = [
        hypot(*(float(row[side]) - 2 * round(float(row[side]) / 2) for side in ("lat", "lon")))
        for row in drawn
    ]
    assert sum(off) / len(off) == pytest.approx(0.0376, abs=0.003)
    assert max(off) < 0.2


@pytest.mark.parametrize(
    ("pattern", "share"),
    [
        (r"^[^a-záéíóúñ]+$", 0.15),
        (r"^[^A-Z]+$", 0.06),
        (r"\(\w{3,9}\)$", 0.04),
        (r"(?i)[ ,](inc\.?|llc|nfp|a\.?c\.?|org|i\.a\.p\.|501\(c\)\(3\))(\W|$)", 0.24),
        (r"(?i)\bd\b", 0.09),
        (r"(?i)\b(asoc|com|soc|fed|fund|assoc|cmte|fdn|org)\.", 0.1),
        (r"(?i)\b(of|for|committee|association|foundation)\b|\w club\b", 0.27),
        (r"(?i), (club|comite|com\.|asociacion|federacion|fundacion|casa|union)\b", 0.035),
    ],
)
def test_how_names_are_written(drawn: list[Record], pattern: str, share: float) -> None:
    found = sum(bool(re.search(pattern, anyascii(str(row["name"])))) for row in drawn)
    assert found / len(drawn) == pytest.approx(share, abs=0.03)


def test_a_city_has_one_organization_of_a_hometown(drawn: list[Record]) -> None:
    homes = defaultdict(set)
    for row in drawn:
        if row["city"] in CITIES and row["hometown"] in TOWNS:
            homes[row["city"], row["hometown"]].add(row["cluster"])
    assert {len(found) for found in homes.values()} == {1}


@pytest.mark.parametrize(
    ("field", "share"), [("names", 0.013), ("place", 0.013), ("phone", 0.024), ("mail", 0.023)]
)
def test_some_are_easily_taken_for_the_one_before(
    places: Located, field: str, share: float
) -> None:
    made = list(islice(organizations(Chance(1), places), 1_500))
    alike = [getattr(one, field) == getattr(other, field) for one, other in pairwise(made)]
    assert sum(alike) / len(alike) == pytest.approx(share, abs=0.008)


def test_more_organizations_than_places_can_tell_apart_are_refused() -> None:
    one = City("Old Oak", "IL", "US", 40.0, -88.0)
    home = Town("San Uno", "Michoacán", "Michoacano", HOMELANDS["MX"])
    with pytest.raises(ValueError, match="give more towns or cities"):
        list(records(50, 1, Located([(one, 1.0)], [(home, 1.0)])))
