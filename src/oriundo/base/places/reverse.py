"""From a point to the places it lies in: by boundaries where given, else by the nearest town."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, Protocol

from oriundo.base.places.gazetteer import Gazetteer, Place, gazetteer

# Farther from any town than this, a point is at sea or in a desert, and we do not guess.
FARTHEST_KM = 150.0
# Shores are drawn to a kilometer or so.
_SHORE_KM = 5.0


class Inside(Protocol):
    """The codes of the areas that a point lies in, "" where none: ISO 3166-1, ISO 3166-2, FIPS."""

    @property
    def country(self) -> str: ...
    @property
    def admin1(self) -> str: ...
    @property
    def county(self) -> str: ...


class Polygons(Protocol):
    """What knows boundaries, such as `oriundo.base.places.boundaries.Lookup`."""

    def at(self, longitude: float, latitude: float, *, nearest_km: float = 0) -> Inside: ...


@dataclass(frozen=True, slots=True)
class Around:
    """Where a point is. Codes are those of `Place`, "" where not known.

    `by` says how it is known: "polygon" (it lies inside the boundaries), "town" (it was given the
    areas of the nearest town, which can be wrong near a border), "nothing". `town` is the nearest
    town in any case, `km` away.
    """

    country: str = ""
    admin1: str = ""
    admin2: str = ""
    town: Place | None = None
    km: float = 0.0
    by: Literal["polygon", "town", "nothing"] = "nothing"


class Reverse:
    """Reverse lookup over a gazetteer, with boundaries where there are any."""

    def __init__(self, places: Gazetteer, polygons: Polygons | None = None) -> None:
        self._g = places
        self._polygons = polygons

    def at(self, lat: float, lon: float) -> Around:
        """Where a point in degrees is."""
        nearest = self._g.grid.nearest(lat, lon, FARTHEST_KM)
        town, km = (self._g.place(nearest[0]), nearest[1]) if nearest else (None, 0.0)
        inside = self._polygons.at(lon, lat, nearest_km=_SHORE_KM) if self._polygons else None
        if inside is not None and inside.country:
            county = inside.county or self._municipality(town, inside.admin1)
            return Around(inside.country, inside.admin1, county, town, km, "polygon")
        if town is None or self._polygons is not None:
            return Around(town=town, km=km)
        return Around(town.country, town.admin1, town.admin2, town, km, "town")

    def many(self, points: Iterable[tuple[float, float]]) -> Iterator[Around]:
        """The same for many points (latitude, longitude), in their order."""
        return (self.at(lat, lon) for lat, lon in points)

    def _municipality(self, town: Place | None, admin1: str) -> str:
        """No package has the boundaries of municipalities: that of the nearest town, if it fits."""
        return town.admin2 if town is not None and town.admin1 == admin1 else ""


@cache
def _by_towns() -> Reverse:
    return Reverse(gazetteer())


def reverse(lat: float, lon: float, polygons: Polygons | None = None) -> Around:
    """Where a point in degrees is; which way of knowing was used stands in the answer."""
    return (Reverse(gazetteer(), polygons) if polygons else _by_towns()).at(lat, lon)
