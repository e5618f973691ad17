"""The files that boundaries are kept in.

`<layer>.geojson`   what pages draw: simplified, rounded, a `FeatureCollection` whose features'
                    `id` and `properties.code` are the stable code
`lakes.geojson`     lakes, to be drawn over them: one feature without properties
`lookup.parquet`    what points are looked up in: every area in pieces (layer, code, shape as WKB)
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from shapely.geometry.base import BaseGeometry

from oriundo.base.places.boundaries.model import Boundary

LOOKUP = "lookup.parquet"
LAKES = "lakes.geojson"
_DECIMALS = 3
_CORNERS = 200
_LAKE = 0.02


def write_drawing(boundaries: Iterable[Boundary], path: Path) -> None:
    """Write a `FeatureCollection`, one feature per line, coordinates to some 100 m."""
    lines = ",\n".join(json.dumps(_feature(each), **_COMPACT) for each in boundaries)
    path.write_text(f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n', encoding="utf-8")


_COMPACT: dict[str, Any] = {"ensure_ascii": False, "separators": (",", ":")}


def _feature(boundary: Boundary) -> dict[str, Any]:
    grid = 10.0**-_DECIMALS
    drawn = shapely.set_precision(boundary.shape, grid, mode="pointwise")
    return {
        "type": "Feature",
        "id": boundary.code,
        "properties": boundary.properties(),
        "geometry": _rounded(json.loads(shapely.to_geojson(drawn))),
    }


def write_lakes(lakes: Any, path: Path) -> None:
    """Write an array of polygons as one feature, simplified as countries are."""
    large = shapely.simplify(lakes[shapely.area(lakes) > _LAKE], _LAKE)
    geometry = _rounded(json.loads(shapely.to_geojson(shapely.multipolygons(large))))
    feature = {"type": "Feature", "properties": {}, "geometry": geometry}
    path.write_text(json.dumps(feature, **_COMPACT) + "\n", encoding="utf-8")


def read_lakes(path: Path) -> Any:
    """The lakes of a file that `write_lakes` wrote, as an array of polygons."""
    geometry = json.loads(path.read_text(encoding="utf-8"))["geometry"]
    return shapely.get_parts(shapely.from_geojson(json.dumps(geometry)))


def _rounded(geometry: dict[str, Any]) -> dict[str, Any]:
    """Without the digits that binary fractions add, and without a corner twice."""
    return {**geometry, "coordinates": _round(geometry["coordinates"])}


def _round(values: Any) -> Any:
    if isinstance(values[0], float | int):
        return [round(value, _DECIMALS) for value in values]
    rounded = [_round(each) for each in values]
    if isinstance(rounded[0][0], float | int):
        return [p for i, p in enumerate(rounded) if i == 0 or p != rounded[i - 1]]
    return rounded


def read_drawing(path: Path) -> list[Boundary]:
    """The boundaries of a file that `write_drawing` wrote."""
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    drawn = shapely.from_geojson([json.dumps(each["geometry"]) for each in features])
    pairs = zip(features, drawn, strict=True)
    return [Boundary(**feature["properties"], shape=shape) for feature, shape in pairs]


def write_lookup(layers: Mapping[str, Iterable[Boundary]], path: Path) -> None:
    """Write every area cut into pieces of few corners, which points are found in quickly."""
    rows = [
        (layer, each.code, piece)
        for layer, boundaries in layers.items()
        for each in boundaries
        for piece in _pieces(each.shape)
    ]
    table = pa.table(
        {
            "layer": pa.array([row[0] for row in rows]).dictionary_encode(),
            "code": pa.array([row[1] for row in rows]).dictionary_encode(),
            "shape": pa.array(list(shapely.to_wkb([row[2] for row in rows])), pa.binary()),
        }
    )
    pq.write_table(table, path, compression="zstd")


def read_lookup(path: Path) -> dict[str, tuple[Any, Any]]:
    """Layer → (codes, pieces): two arrays of equal length."""
    table = pq.read_table(path).to_pydict()
    layers, codes = np.array(table["layer"]), np.array(table["code"])
    pieces = shapely.from_wkb(table["shape"])
    return {str(name): (codes[layers == name], pieces[layers == name]) for name in set(layers)}


def _pieces(shape: BaseGeometry) -> Iterator[BaseGeometry]:
    """The shape's polygons; a large one in halves across its longer side, and so on."""
    for part in shapely.get_parts(shape):
        if shapely.get_type_id(part) != shapely.GeometryType.POLYGON:
            continue
        if shapely.get_num_coordinates(part) <= _CORNERS:
            yield part
            continue
        west, south, east, north = shapely.bounds(part)
        if east - west > north - south:
            middle = (west + east) / 2
            halves = (west, south, middle, north), (middle, south, east, north)
        else:
            middle = (south + north) / 2
            halves = (west, south, east, middle), (west, middle, east, north)
        for half in halves:
            yield from _pieces(shapely.intersection(part, shapely.box(*half)))
