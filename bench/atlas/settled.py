"""Where invented organizations live and where their members come from: towns of the gazetteer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bench.identification.generated.chance import Chance, Urn
from bench.identification.generated.words import table
from oriundo.base.core.text import fold
from oriundo.base.places.gazetteer import Gazetteer, Place, gazetteer

_ORIGINS = {"MX": ("MEX", 75), "GT": ("GTM", 8), "SV": ("SLV", 9), "HN": ("HND", 6)}
_ORIGINS |= {"NI": ("NIC", 2)}
_RESIDENCE = {"USA": 88.0, "CAN": 5.0, "ESP": 3.0, "ITA": 1.0, "DEU": 1.0, "GBR": 1.0, "FRA": 1.0}
_PULL = {"US-CA": 3.0, "US-TX": 2.5, "US-IL": 2.5, "US-AZ": 2.0, "US-NV": 2.0, "US-NY": 1.5}
_PULL |= {"US-NJ": 1.5, "US-FL": 1.5, "US-GA": 1.0}
_LEAST_PEOPLE = 1_000
_LARGEST_TOWN = 150_000


@dataclass(frozen=True, slots=True)
class Settled:
    """A town with what it lies in; `state` and `nation` are rows of the tables of names (of towns
    of origin only), `county_key` is "" where the gazetteer has no county."""

    place: Place
    state_place: Place
    county_key: str
    region_name: str
    state: Mapping[str, str]
    nation: Mapping[str, str]


class World:
    """Cities of residence by people and by what their states mean to migrants; towns of origin by
    country, by how much their states send, and by people."""

    def __init__(self) -> None:
        places = gazetteer()
        self._cities = _by_country(places)
        self._towns: dict[tuple[str, str], Urn[Settled]] = _by_state(places)
        rows = [row for row in table("states") if (row["country"], row["code"]) in self._towns]
        self._states = {
            code: Urn(own, [float(row["weight"]) for row in own])
            for code in _ORIGINS
            if (own := [row for row in rows if row["country"] == code])
        }
        self._countries = Urn(list(_ORIGINS), [weight for _, weight in _ORIGINS.values()])

    def city(self, chance: Chance) -> Settled:
        return self._cities.draw(chance).draw(chance)

    def town(self, chance: Chance, like: Settled | None = None) -> Settled:
        """A town of origin; in the same state as `like`, when given."""
        state = like.state if like else self._states[self._countries.draw(chance)].draw(chance)
        return self._towns[state["country"], state["code"]].draw(chance)


def _towns_of(places: Gazetteer, country: str) -> Iterator[Place]:
    home = places.by_code("iso-3166-1", country)
    assert home is not None
    found = (places.place(number) for number in places.towns(home.number))
    return (place for place in found if place.lat is not None and not place.until)


def _by_country(places: Gazetteer) -> Urn[Urn[Settled]]:
    urns = []
    for country in _RESIDENCE:
        cities = [p for p in _towns_of(places, country) if p.population >= _LEAST_PEOPLE]
        weights = [city.population * _PULL.get(city.admin1, 0.5) for city in cities]
        urns.append(Urn([_settled(places, city, {}, {}) for city in cities], weights))
    return Urn(urns, list(_RESIDENCE.values()))


def _by_state(places: Gazetteer) -> dict[tuple[str, str], Urn[Settled]]:
    states = {(row["country"], fold(row["name"])): row for row in table("states")}
    nations = {row["code"]: row for row in table("countries")}
    found: dict[tuple[str, str], list[Settled]] = {}
    for code, (country, _) in _ORIGINS.items():
        for place in _towns_of(places, country):
            region = _above(places, place, "admin1")
            state = states.get((code, fold(region.name))) if region else None
            if state and place.population <= _LARGEST_TOWN:
                town = _settled(places, place, state, nations[code])
                found.setdefault((code, state["code"]), []).append(town)
    return {key: Urn(towns, list(_weights(towns))) for key, towns in found.items()}


def _weights(towns: Iterable[Settled]) -> Iterator[float]:
    return (max(town.place.population, 500) ** 0.75 for town in towns)


def _settled(
    places: Gazetteer, place: Place, state: Mapping[str, str], nation: Mapping[str, str]
) -> Settled:
    region = _above(places, place, "admin1") or place
    county = _above(places, place, "admin2")
    return Settled(place, region, county.key if county else "", region.name, state, nation)


def _above(places: Gazetteer, place: Place | None, level: str) -> Place | None:
    while place is not None and place.level != level:
        place = places.parent_of(place)
    return place
