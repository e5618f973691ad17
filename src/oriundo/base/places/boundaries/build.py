"""All boundaries from their sources, once, at setup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from oriundo.base.places.boundaries import census, natural_earth
from oriundo.base.places.boundaries.files import (
    LAKES,
    LOOKUP,
    write_drawing,
    write_lakes,
    write_lookup,
)
from oriundo.base.places.boundaries.joins import read_divisions
from oriundo.base.places.boundaries.lakes import read_lakes, with_shores
from oriundo.base.places.boundaries.layers import LAYERS, Layer
from oriundo.base.places.boundaries.model import Boundary, shapes, simplified, without_specks

# The files of a folder of sources, as they are called in their packages.
ADMIN1 = "admin1.json"
COUNTIES = "counties-10m.json"
DIVISIONS = "subdivisions.tsv"
LAKE_SOURCES = ("north-america_50m.json", "world_50m.json")


@dataclass(frozen=True, slots=True, eq=False)
class Boundaries:
    """Layer → its areas, in the order of their codes, at the precision of their lookup.

    `lakes` is an array of polygons; `minor` are first-level divisions of all other countries,
    by country, for lines on a map.
    """

    layers: Mapping[str, list[Boundary]]
    lakes: Any
    minor: Mapping[str, list[BaseGeometry]]


def read(sources: Path) -> Boundaries:
    """Read and join the sources that lie in a folder."""
    rows = list(read_divisions(sources / DIVISIONS))
    units = natural_earth.read_units(sources / ADMIN1)
    atlas = census.read_atlas(sources / COUNTIES)
    countries = natural_earth.countries(units)
    divisions = natural_earth.divisions(units, {row.gn_id: row for row in rows})
    states = census.states(atlas, {row.iso: row for row in rows if row.iso})
    counties = census.counties(atlas, {row.path: row for row in rows})
    whole = next(each.shape for each in countries if each.code == census.COUNTRY)
    lakes = read_lakes(*(sources / name for name in LAKE_SOURCES))
    found = (countries, sorted([*divisions, *states], key=lambda each: each.code), counties)
    return Boundaries(
        layers={
            layer.name: _exact(layer, areas) for layer, areas in zip(LAYERS, found, strict=True)
        },
        lakes=with_shores(lakes, whole, shapely.union_all(shapes(states))),
        minor=_minor(units),
    )


def write(boundaries: Boundaries, folder: Path, pages: Path) -> dict[str, int]:
    """Write the table of look-ups into `folder`, what is drawn into `pages`.

    Returns how many areas each layer has.
    """
    for layer in LAYERS:
        areas = drawn(layer, boundaries.layers[layer.name])
        write_drawing(areas, pages / f"{layer.name}.geojson")
    write_lakes(boundaries.lakes, pages / LAKES)
    write_lookup(boundaries.layers, folder / LOOKUP)
    return {name: len(areas) for name, areas in boundaries.layers.items()}


def drawn(layer: Layer, areas: list[Boundary]) -> list[Boundary]:
    """The areas as pages draw them."""
    fewer = simplified(areas, layer.drawn, census.COUNTRY)
    return [without_specks(each, layer.specks) for each in fewer]


def _exact(layer: Layer, areas: list[Boundary]) -> list[Boundary]:
    return simplified(areas, layer.exact, census.COUNTRY) if layer.exact else areas


def _minor(units: list[natural_earth.Unit]) -> dict[str, list[BaseGeometry]]:
    found: dict[str, list[BaseGeometry]] = {}
    for unit in units:
        if unit.country not in {*natural_earth.DIVIDED, census.COUNTRY}:
            found.setdefault(unit.country, []).append(unit.shape)
    return found
