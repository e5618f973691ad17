"""ZIP codes whose point is another's: the package gives it where it knows none of their own.

Two kinds: a point that stands beside codes of several towns, which is the county's, and one that is
exactly that of a town that the code does not serve. Of the first, six in ten are more than 25 km
off (the census' middles of the areas tell), of the second nine in ten where the code's own town is
not known; of all other points, one in a hundred.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from oriundo.base.places.building.entries import Entry
from oriundo.base.places.forms import place_key
from oriundo.base.places.sphere import distance_km

Point = tuple[float, float]
Listed = dict[str, Any]
# Two points this near are one, written by two hands.
_SAME_KM = 0.3
_CELLS_PER_DEGREE = 100


def point_of(listed: Listed) -> Point:
    """Degrees of a code as the package has them, 0, 0 where it has none."""
    return float(listed["lat"]), float(listed["long"])


class Borrowed:
    """What tells the points of codes that are not their own. `towns`: all that have one."""

    def __init__(self, listings: Iterable[Listed], towns: Iterable[Entry]) -> None:
        self._shared = _shared(listings)
        self._towns: dict[tuple[int, int], list[Entry]] = defaultdict(list)
        for town in towns:
            if town.lat is not None and town.lon is not None:
                self._towns[_cell(town.lat, town.lon)].append(town)

    def is_shared(self, point: Point) -> bool:
        """Whether a point stands beside codes of different towns."""
        return point in self._shared

    def is_of_other_town(self, listed: Listed) -> bool:
        """Whether a code's point is exactly that of a town that the code does not serve."""
        point = point_of(listed)
        there = [t for t in self._near(point) if _km(t, point) < _SAME_KM]
        cities = (listed["city"], *listed["acceptable_cities"], *listed["unacceptable_cities"])
        own = {place_key(city) for city in cities}
        names = (place_key(name) for town in there for name in (town.name, *town.spellings))
        return bool(there) and own.isdisjoint(names)

    def _near(self, point: Point) -> Iterator[Entry]:
        row, column = _cell(*point)
        for r in (row - 1, row, row + 1):
            for c in (column - 1, column, column + 1):
                yield from self._towns.get((r, c), ())


def _shared(listings: Iterable[Listed]) -> frozenset[Point]:
    towns: dict[Point, set[str]] = defaultdict(set)
    for listed in listings:
        towns[point_of(listed)].add(place_key(listed["city"]))
    return frozenset(point for point, names in towns.items() if len(names) > 1)


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return int(lat * _CELLS_PER_DEGREE), int(lon * _CELLS_PER_DEGREE)


def _km(town: Entry, point: Point) -> float:
    return distance_km(town.lat or 0.0, town.lon or 0.0, *point)
