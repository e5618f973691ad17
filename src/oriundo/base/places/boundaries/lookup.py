"""From a point to the country, the division and the county that it lies in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from oriundo.base.places.boundaries.files import LOOKUP, read_drawing, read_lookup
from oriundo.base.places.boundaries.layers import ADMIN1, COUNTIES, COUNTRIES, LAYERS
from oriundo.base.places.boundaries.model import Boundary

_KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Inside:
    """The codes of the areas that a point lies in, "" where none is known there.

    `country` is ISO 3166-1 alpha-3, `admin1` ISO 3166-2, `county` FIPS. `exact` is False where
    the point lies in no area and the nearest one was taken.
    """

    country: str = ""
    admin1: str = ""
    county: str = ""
    exact: bool = True


class Lookup:
    """The areas of all layers, ready to be asked. Reading them takes a second: keep it.

    Where two layers disagree, as they may within 2 km of a border of the United States, the
    finest one decides: a county says its state, a division its country.
    """

    def __init__(
        self, pieces: Mapping[str, tuple[Any, Any]], boundaries: Mapping[str, Sequence[Boundary]]
    ) -> None:
        """`pieces`: of `read_lookup`; `boundaries`: layer → its areas."""
        self._codes = {layer: codes for layer, (codes, _) in pieces.items()}
        self._trees = {layer: shapely.STRtree(shapes) for layer, (_, shapes) in pieces.items()}
        self._by_code = {
            layer: {each.code: each for each in areas} for layer, areas in boundaries.items()
        }

    @classmethod
    def read(cls, folder: Path, pages: Path) -> Lookup:
        """The layers that `build.write` wrote."""
        drawn = {layer.name: read_drawing(pages / f"{layer.name}.geojson") for layer in LAYERS}
        return cls(read_lookup(folder / LOOKUP), drawn)

    def boundary(self, layer: str, code: str) -> Boundary | None:
        """The area of that code with its names; its shape is the one that pages draw."""
        return self._by_code[layer].get(code)

    def at(self, longitude: float, latitude: float, *, nearest_km: float = 0) -> Inside:
        """What the point lies in; else, within `nearest_km`, the nearest area of the finest layer.

        A point off a coast is such a case: shores are drawn to a kilometer or so.
        """
        point = shapely.Point(longitude, latitude)
        found = self._settled({layer: self._first(layer, point) for layer in self._trees})
        if found.country or not nearest_km:
            return found
        near = {layer: self._nearest(layer, point, nearest_km) for layer in self._trees}
        settled = self._settled(near)
        return Inside(settled.country, settled.admin1, settled.county, exact=False)

    def many(self, longitudes: Any, latitudes: Any) -> dict[str, Any]:
        """The codes of many points at once: layer → an array of them, "" where there is none."""
        points = shapely.points(longitudes, latitudes)
        found = {}
        for layer, tree in self._trees.items():
            which, pieces = tree.query(points, predicate="intersects")
            codes = np.full(len(points), "", dtype=self._codes[layer].dtype)
            # Backward: the first piece that a point lies in has the last word.
            codes[which[::-1]] = self._codes[layer][pieces[::-1]]
            found[layer] = codes
        return self._agreed(found)

    def _agreed(self, found: dict[str, Any]) -> dict[str, Any]:
        """Counties say their states, divisions their countries, as in `at`."""
        for upper, lower in ((ADMIN1.name, COUNTIES.name), (COUNTRIES.name, ADMIN1.name)):
            known = self._by_code[lower]
            said = np.array([known[code].within if code else "" for code in found[lower]])
            found[upper] = np.where(found[lower] != "", said, found[upper])
        return found

    def _settled(self, codes: Mapping[str, str]) -> Inside:
        county, admin1, country = (codes[each.name] for each in reversed(LAYERS))
        if county:
            admin1 = self._by_code[COUNTIES.name][county].within
        if admin1:
            country = self._by_code[ADMIN1.name][admin1].within
        return Inside(country, admin1, county)

    def _first(self, layer: str, point: shapely.Point) -> str:
        pieces = self._trees[layer].query(point, predicate="intersects")
        return str(self._codes[layer][pieces.min()]) if len(pieces) else ""

    def _nearest(self, layer: str, point: shapely.Point, km: float) -> str:
        """The area whose edge is nearest, if within `km`; a degree of longitude is shrunk."""
        squeeze = np.array([np.cos(np.radians(point.y)), 1.0])
        reach = km / _KM_PER_DEGREE / squeeze
        box = shapely.box(*(point.coords[0] - reach), *(point.coords[0] + reach))
        pieces = self._trees[layer].query(box)
        if not len(pieces):
            return ""
        near = shapely.transform(self._trees[layer].geometries[pieces], lambda c: c * squeeze)
        away = shapely.distance(near, shapely.transform(point, lambda c: c * squeeze))
        best = away.argmin()
        return str(self._codes[layer][pieces[best]]) if away[best] <= km / _KM_PER_DEGREE else ""
