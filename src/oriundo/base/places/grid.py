"""A grid over the globe, to find the place nearest to a point without looking at all of them."""

from __future__ import annotations

from math import ceil, cos, radians
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from oriundo.base.places.sphere import EARTH_KM
from oriundo.base.places.store import read_column, read_memory, write_column

CELL = 0.5
_COLUMNS = int(360 / CELL)
_ROWS = int(180 / CELL)
_KM_PER_DEGREE = 111.19


def cell_of(lat: float, lon: float) -> int:
    """The number of the cell of half a degree that holds a point."""
    row = min(int((lat + 90) / CELL), _ROWS - 1)
    return row * _COLUMNS + int(((lon + 180) % 360) / CELL)


def write_grid(folder: Path, places: NDArray[np.uint32], cells: NDArray[np.int64]) -> None:
    """Write `places` ordered by their cell, and where each cell begins."""
    order = np.argsort(cells, kind="stable")
    counts = np.bincount(cells, minlength=_ROWS * _COLUMNS)
    starts = np.zeros(_ROWS * _COLUMNS + 1, np.uint32)
    np.cumsum(counts, out=starts[1:])
    write_column(folder, "grid-starts", starts)
    write_column(folder, "grid-places", places[order])


class Grid:
    """Places by cell. `lat` and `lon` are the columns of the gazetteer."""

    def __init__(self, folder: Path, lat: NDArray[np.float64], lon: NDArray[np.float64]) -> None:
        self._starts = read_memory(folder, "grid-starts")
        self._places = read_column(folder, "grid-places")
        self._lat, self._lon = lat, lon

    def nearest(self, lat: float, lon: float, within_km: float = 500.0) -> tuple[int, float] | None:
        """The nearest place and its distance in kilometers, None when none is `within_km`."""
        ring, best = 0, None
        row, column = divmod(cell_of(lat, lon), _COLUMNS)
        width = _width(lat)
        while ring == 0 or (ring - 1) * width < min(within_km, best[1] if best else within_km):
            found = self._closest(self._in_ring(row, column, ring), lat, lon)
            if found is not None and (best is None or found[1] < best[1]):
                best = found
            ring += 1
        return best if best is not None and best[1] <= within_km else None

    def near(self, lat: float, lon: float, km: float) -> NDArray[np.uint32]:
        """Numbers of the places within `km` of a point, in no order."""
        row, column = divmod(cell_of(lat, lon), _COLUMNS)
        rings = range(1 + ceil(km / _width(lat)))
        found = np.concatenate([self._in_ring(row, column, ring) for ring in rings])
        inside = distances_km(lat, lon, self._lat[found], self._lon[found]) <= km
        places: NDArray[np.uint32] = found[inside]
        return places

    def _in_ring(self, row: int, column: int, ring: int) -> NDArray[np.uint32]:
        """Places of the cells at `ring` cells' distance from a cell."""
        parts = []
        for r in range(max(0, row - ring), min(_ROWS - 1, row + ring) + 1):
            edge = abs(r - row) == ring
            steps = range(-ring, ring + 1) if edge else (-ring, ring)
            for step in steps if ring else (0,):
                cell = r * _COLUMNS + (column + step) % _COLUMNS
                start, end = self._starts[cell], self._starts[cell + 1]
                if end > start:
                    parts.append(self._places[start:end])
        return np.concatenate(parts) if parts else np.empty(0, np.uint32)

    def _closest(
        self, places: NDArray[np.uint32], lat: float, lon: float
    ) -> tuple[int, float] | None:
        if not len(places):
            return None
        km = distances_km(lat, lon, self._lat[places], self._lon[places])
        at = int(km.argmin())
        return int(places[at]), float(km[at])


def _width(lat: float) -> float:
    """How far away, at least, the cells beyond a ring are: less and less towards the poles."""
    return CELL * _KM_PER_DEGREE * max(0.05, cos(radians(min(abs(lat) + CELL, 89.0))))


def distances_km(
    lat: float, lon: float, lats: NDArray[np.float64], lons: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Great-circle distances in kilometers from one point to many, in degrees."""
    north = np.sin(np.radians(lats - lat) / 2) ** 2
    east = np.sin(np.radians(lons - lon) / 2) ** 2
    scaled = north + cos(radians(lat)) * np.cos(np.radians(lats)) * east
    kilometers: NDArray[np.float64] = 2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(1.0, scaled)))
    return kilometers
