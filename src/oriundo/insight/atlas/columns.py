"""The columns of the atlas: what each organization has, as arrays of codes; filters are masks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from oriundo.insight.atlas.question import SINGLE, UNKNOWN, Box, Circle
from oriundo.insight.atlas.row import Row

Mask = NDArray[np.bool_]
EARTH_KM = 6371.0088


class Columns:
    def __init__(self, rows: Sequence[Row]) -> None:
        self.size = len(rows)
        self.ids = [row.public_id for row in rows]
        self._single = {name: _coded(getattr(row, name) for row in rows) for name in SINGLE}
        self._several: dict[str, list[tuple[str, ...]]] = {
            "support": [row.support for row in rows],
            "language": [row.language for row in rows],
            "home_region": [_distinct(home.region for home in row.homes) for row in rows],
            "hometown": [_distinct(home.town for home in row.homes) for row in rows],
        }
        self.verified = np.array(
            [np.datetime64(row.verified or "0001-01-01") for row in rows], dtype="datetime64[D]"
        ).astype(np.int64)
        self.lat = np.array([np.nan if row.lat is None else row.lat for row in rows])
        self.lon = np.array([np.nan if row.lon is None else row.lon for row in rows])
        order = sorted(range(len(rows)), key=lambda n: (rows[n].sort_key, rows[n].public_id))
        self.rank = np.empty(len(rows), dtype=np.int64)
        self.rank[order] = np.arange(len(rows))
        self.by_name = np.array(order, dtype=np.int64)
        self._rows = rows

    def row_of(self, serials: NDArray[np.uint32]) -> NDArray[np.int64]:
        """The rows of serials."""
        return serials.astype(np.int64)

    def name(self, row: int) -> str:
        return self._rows[row].name

    def sort_key(self, row: int) -> str:
        return self._rows[row].sort_key

    def having(self, name: str, value: str) -> Mask:
        """Rows with a value ("": rows with none)."""
        if name in self._single:
            codes, values = self._single[name]
            fits: Mask = codes == values.get(value, -1)
            return fits
        sets = self._several[name]
        return np.array([value in own if value else not own for own in sets], dtype=bool)

    def since(self, day: str) -> Mask:
        """Rows verified on a day ("2026-05-03") or after it."""
        fits: Mask = self.verified >= np.datetime64(day).astype("datetime64[D]").astype(np.int64)
        return fits

    def km(self, chosen: NDArray[np.int64], around: Circle) -> NDArray[np.float64]:
        """How far away rows are; nan without a point."""
        lat, lon = np.radians(self.lat[chosen]), np.radians(self.lon[chosen])
        here, there = np.radians(around.lat), np.radians(around.lon)
        half = np.sin((lat - here) / 2) ** 2
        half = half + np.cos(lat) * np.cos(here) * np.sin((lon - there) / 2) ** 2
        far: NDArray[np.float64] = 2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(half, 1)))
        return far

    def within(self, around: Circle) -> Mask:
        with np.errstate(invalid="ignore"):
            return self.km(np.arange(self.size), around) <= around.km

    def inside(self, box: Box) -> Mask:
        across = (self.lon >= box.west) & (self.lon <= box.east)
        if box.west > box.east:
            across = (self.lon >= box.west) | (self.lon <= box.east)
        return across & (self.lat >= box.south) & (self.lat <= box.north)

    def counts(self, name: str, chosen: NDArray[np.int64]) -> dict[str, int]:
        """How many of the chosen rows have each value; largest first, then by value."""
        counted: dict[str, int] = {}
        for value in self._values(name, chosen):
            counted[value or UNKNOWN] = counted.get(value or UNKNOWN, 0) + 1
        return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))

    def _values(self, name: str, chosen: NDArray[np.int64]) -> Iterable[str]:
        if name in self._single:
            codes, values = self._single[name]
            words = list(values)
            return (words[code] for code in codes[chosen])
        sets = self._several[name]
        return (value for n in chosen for value in sets[n] or ("",))


def _coded(values: Iterable[str]) -> tuple[NDArray[np.int64], dict[str, int]]:
    seen: dict[str, int] = {}
    codes = [seen.setdefault(value, len(seen)) for value in values]
    return np.array(codes, dtype=np.int64), seen


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
