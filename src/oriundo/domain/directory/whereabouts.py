"""Where a listing is and where its members come from, read from its public facts alone.

A point is never finer than what is published: the middle of the city that everyone may read, and
coordinates only where they are public themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import Any

from oriundo.base.places.coarse import is_coarse
from oriundo.base.places.gazetteer import Place, gazetteer
from oriundo.base.places.geocoder import geocode
from oriundo.base.places.given import with_given
from oriundo.base.places.hometowns import countries_of, read_hometown
from oriundo.base.places.levels import Level
from oriundo.base.places.located import Address, Located
from oriundo.base.places.territories import county_of

_POINTS = frozenset({"address", "postal", "locality"})
_SURE = 0.5


@dataclass(frozen=True, slots=True)
class Home:
    """A place that members come from; `town` is the key of the municipality or town, or "".

    Degrees are of that town, and None without one: the middle of a state is no place of anyone.
    """

    country: str
    region: str
    town: str
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """`county` and `city` are keys of places; degrees are None where nothing is a point."""

    county: str
    city: str
    lat: float | None
    lon: float | None
    precision: str
    homes: tuple[Home, ...]

    def columns(self) -> dict[str, Any]:
        """As the columns of a listing."""
        return {
            "residence_county": self.county,
            "residence_city": self.city,
            "latitude": self.lat,
            "longitude": self.lon,
            "precision": self.precision,
            "homes": [asdict(home) for home in self.homes],
        }


def whereabouts(values: Mapping[str, Sequence[str]]) -> Whereabouts:
    """Read the places of one listing. `values`: field → its public values, the golden one first."""
    located = _located(
        _first(values, "city"),
        _first(values, "residence_region").partition("-")[2],
        _first(values, "postal"),
        _first(values, "residence_country"),
    )
    point = _first(values, "location").split(",")
    if len(point) == 2:
        located = _given(located, float(point[0]), float(point[1]))
    is_point = located.precision in _POINTS
    return Whereabouts(
        county=_county(located.place),
        city=_key(located.place, "locality"),
        lat=located.lat if is_point else None,
        lon=located.lon if is_point else None,
        precision=located.precision,
        homes=_homes(tuple(values.get("hometown", ())), tuple(values.get("origin", ()))),
    )


def _given(located: Located, lat: float, lon: float) -> Located:
    """`located` with a point that is public; the middle of a cell is no finer than a town."""
    told = with_given(gazetteer(), located, lat, lon)
    exact = told.precision == "address"
    return replace(told, precision="locality") if exact and is_coarse(lat, lon) else told


def _first(values: Mapping[str, Sequence[str]], field: str) -> str:
    return next(iter(values.get(field, ())), "")


@lru_cache(maxsize=100_000)
def _located(city: str, region: str, postal: str, country: str) -> Located:
    return geocode(Address(city=city, region=region, postal=postal, country=country))


@lru_cache(maxsize=100_000)
def _homes(hometowns: tuple[str, ...], origin: tuple[str, ...]) -> tuple[Home, ...]:
    found = (_finest(_stated(text, origin), _named(text, origin)) for text in hometowns)
    homes = (_home(place) for place in found if place is not None)
    return tuple({(home.region, home.town): home for home in homes}.values())


def _finest(stated: Place | None, named: Place | None) -> Place | None:
    """What is stated, or the town in the stated division that the words tell of."""
    if stated is None:
        return named
    is_finer = named is not None and stated.level == "admin1" and named.admin1 == stated.admin1
    return named if is_finer and named and named.level != "admin1" else stated


def _stated(text: str, origin: tuple[str, ...]) -> Place | None:
    """The place that a text is the name of ("Jerez, Zacatecas"; "Zacatecas"), when it is in one
    of the countries only."""
    town, _, state = (part.strip() for part in text.rpartition(","))
    addresses = [
        Address(city=town, region=state, country=country) for country in countries_of(origin)
    ]
    found = [located.place for located in map(geocode, addresses) if _is_in(located)]
    if not found and not town:
        towns = [Address(city=state, country=country) for country in countries_of(origin)]
        found = [located.place for located in map(geocode, towns) if _is_in(located)]
    return found[0] if len(found) == 1 else None


def _is_in(located: Located) -> bool:
    return located.precision not in ("none", "country")


def _named(text: str, origin: tuple[str, ...]) -> Place | None:
    """The place that a text tells of as names do ("Oriundos de Jerez")."""
    found = read_hometown(text, origin=origin)
    return found[0].place if found and found[0].confidence >= _SURE else None


def _home(place: Place) -> Home:
    town = _key(place, "admin2") or _key(place, "locality")
    at = (place.lat, place.lon) if town else (None, None)
    return Home(place.country, place.admin1, town, *at)


def _county(place: Place | None) -> str:
    county = county_of(place) if place else None
    return county.key if county else ""


def _key(place: Place | None, level: Level) -> str:
    """The key of the place of a level that `place` is, or lies in; "" when there is none."""
    while place is not None and place.level != level:
        place = gazetteer().parent_of(place)
    return "" if place is None else place.key
