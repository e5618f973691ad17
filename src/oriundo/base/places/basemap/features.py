"""What the base map is made of, as GeoJSON features that tippecanoe cuts into tiles.

| tile layer | what | attributes |
|---|---|---|
| `land` | land, in polygons | |
| `lakes` | lakes, in polygons | |
| `borders` | lines, none along coasts | `level`: 0 countries, 1 divisions, 2 counties |
| `countries`, `admin1`, `counties` | areas, to be filled by a map of counts | `code` |
| `names` | the point where an area's name stands | `level`, `code`, `es`, `en`, `size`, `zoom` |
| `places` | cities and towns | `es`, `en`, `people`, `capital`, `zoom` |

`capital` is 1 for a country's, 2 for a division's, else 0. `zoom` is the first at which a name
should be shown; the last tiles hold later ones, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from oriundo.base.places.basemap.lines import between
from oriundo.base.places.basemap.settlements import Settlement
from oriundo.base.places.boundaries.build import Boundaries
from oriundo.base.places.boundaries.joins import without_kind
from oriundo.base.places.boundaries.layers import ADMIN1, COUNTIES, COUNTRIES
from oriundo.base.places.boundaries.model import Boundary, shapes

# Beyond it a map stretches the last tiles. Their grid is finer than the sources are exact.
LAST_ZOOM = 7

# The first zoom at which each layer is drawn: later, where there is much of it. Areas are there
# from the zoom at which a telephone shows all of their country.
_AREAS = {COUNTRIES.name: 0, ADMIN1.name: 1, COUNTIES.name: 3}
_BORDERS = {COUNTRIES.name: 0, ADMIN1.name: 3, COUNTIES.name: 6}
_MINOR_BORDERS = 5

# Area in square degrees → the first zoom at which its name fits.
_FITS = {
    COUNTRIES.name: ((150, 1), (30, 2), (4, 3), (0.3, 4), (0, 5)),
    ADMIN1.name: ((30, 3), (8, 4), (1.5, 5), (0.3, 6), (0, 7)),
    COUNTIES.name: ((2, 6), (0.1, 7), (0, 8)),
}
_ABOUT = 0.01
_GRID = 1e-5
_LEVELS = {COUNTRIES.name: 0, ADMIN1.name: 1, COUNTIES.name: 2}


def write(boundaries: Boundaries, settlements: Iterable[Settlement], path: Path) -> None:
    """Write all features, one a line."""
    with path.open("w", encoding="utf-8") as file:
        for layer, zoom, attributes, shape in _all(boundaries, settlements):
            where = {"layer": layer, "minzoom": min(zoom, LAST_ZOOM), "maxzoom": LAST_ZOOM}
            head = json.dumps(
                {"type": "Feature", "tippecanoe": where, "properties": attributes},
                ensure_ascii=False,
            )
            drawn = shapely.to_geojson(shapely.set_precision(shape, _GRID, mode="pointwise"))
            file.write(f'{head[:-1]}, "geometry": {drawn}}}\n')


_Feature = tuple[str, int, dict[str, Any], BaseGeometry]


def _all(boundaries: Boundaries, settlements: Iterable[Settlement]) -> Iterator[_Feature]:
    yield from _surfaces(boundaries)
    yield from _borders(boundaries)
    for layer, areas in boundaries.layers.items():
        yield from _names(layer, areas)
    for each in settlements:
        yield _place(each)


def _surfaces(boundaries: Boundaries) -> Iterator[_Feature]:
    countries = shapes(boundaries.layers[COUNTRIES.name])
    for part in shapely.get_parts(shapely.coverage_union_all(countries)):
        yield "land", 0, {}, part
    for lake in boundaries.lakes:
        yield "lakes", 0, {}, lake
    for layer, zoom in _AREAS.items():
        for area in boundaries.layers[layer]:
            yield layer, zoom, {"code": area.code}, area.shape


def _borders(boundaries: Boundaries) -> Iterator[_Feature]:
    for layer, zoom in _BORDERS.items():
        areas = boundaries.layers[layer]
        for line in between(shapes(areas), [each.within for each in areas]):
            yield "borders", zoom, {"level": _LEVELS[layer]}, line
    for units in boundaries.minor.values():
        for line in between(np.array(units, dtype=object), [0] * len(units)):
            yield "borders", _MINOR_BORDERS, {"level": 1}, line


def _names(layer: str, areas: Iterable[Boundary]) -> Iterator[_Feature]:
    for area in areas:
        size = round(area.shape.area, 3)
        zoom = next(zoom for least, zoom in _FITS[layer] if size >= least)
        attributes = {
            "level": _LEVELS[layer],
            "code": area.code,
            "es": without_kind(area.es) if layer == COUNTIES.name else area.es,
            "en": without_kind(area.en) if layer == COUNTIES.name else area.en,
            "size": size,
            "zoom": zoom,
        }
        yield "names", zoom, attributes, _middle(area.shape)


def _middle(shape: BaseGeometry) -> BaseGeometry:
    """The center of the largest circle inside the largest part."""
    largest = max(shapely.get_parts(shape), key=shapely.area)
    circle = shapely.maximum_inscribed_circle(largest, tolerance=_ABOUT)
    return shapely.get_point(circle, 0)


def _place(place: Settlement) -> _Feature:
    return "places", place.zoom, place.attributes(), shapely.Point(place.longitude, place.latitude)
