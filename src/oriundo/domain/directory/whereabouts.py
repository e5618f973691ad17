"""Where a listing is and where its members come from, read from its public facts alone.

A point is never finer than what is published: the middle of the city that everyone may read, and
coordinates only where they are public themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from oriundo.base.places.gazetteer import Place, gazetteer
from oriundo.base.places.geocoder import geocode
from oriundo.base.places.given import with_given
from oriundo.base.places.hometowns import read_hometown
from oriundo.base.places.levels import Level
from oriundo.base.places.located import Address, Located

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
        located = with_given(gazetteer(), located, float(point[0]), float(point[1]))
    is_point = located.precision in _POINTS
    return Whereabouts(
        county=_key(located.place, "admin2"),
        city=_key(located.place, "locality"),
        lat=located.lat if is_point else None,
        lon=located.lon if is_point else None,
        precision=located.precision,
        homes=_homes(tuple(values.get("hometown", ())), tuple(values.get("origin", ()))),
    )


def _first(values: Mapping[str, Sequence[str]], field: str) -> str:
    return next(iter(values.get(field, ())), "")


@lru_cache(maxsize=100_000)
def _located(city: str, region: str, postal: str, country: str) -> Located:
    return geocode(Address(city=city, region=region, postal=postal, country=country))


@lru_cache(maxsize=100_000)
def _homes(hometowns: tuple[str, ...], origin: tuple[str, ...]) -> tuple[Home, ...]:
    found = [read_hometown(text, origin=origin) for text in hometowns]
    sure = [one[0].place for one in found if one and one[0].confidence >= _SURE]
    return tuple({(home.region, home.town): home for home in map(_home, sure)}.values())


def _home(place: Place) -> Home:
    town = _key(place, "admin2") or _key(place, "locality")
    at = (place.lat, place.lon) if town else (None, None)
    return Home(place.country, place.admin1, town, *at)


def _key(place: Place | None, level: Level) -> str:
    """The key of the place of a level that `place` is, or lies in; "" when there is none."""
    while place is not None and place.level != level:
        place = gazetteer().parent_of(place)
    return "" if place is None else place.key
