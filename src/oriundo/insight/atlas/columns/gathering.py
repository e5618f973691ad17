"""Rows in, one after the other; a sorted table out."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from oriundo.insight.atlas.columns.morton import NOWHERE, morton
from oriundo.insight.atlas.columns.table import (
    PLAIN,
    TEXTS,
    Blob,
    Coded,
    Homes,
    Listed,
    Table,
    code_type,
    inverse,
    starts_of,
)
from oriundo.insight.atlas.question import SEVERAL, SINGLE
from oriundo.insight.atlas.row import Home, Row

POINTS = frozenset({"address", "postal", "locality"})
"""Precisions that are a point on a map; nothing coarser ever is."""

NEVER = date(1, 1, 1)
_EPOCH = date(1970, 1, 1).toordinal()
_NAN = float("nan")
_ones = attrgetter(*SINGLE)


def gathered(rows: Iterable[tuple[int, Row]]) -> Table:
    """The table of rows with their serials."""
    gathering = _Gathering()
    for serial, row in rows:
        gathering.add(serial, row)
    return gathering.table()


class _Values:
    """Codes in the order in which values came."""

    def __init__(self) -> None:
        self.seen: dict[str, int] = {"": 0}
        self.codes = array("I")

    def add(self, value: str) -> None:
        self.codes.append(self.seen.setdefault(value, len(self.seen)))

    def sorted(self) -> Coded:
        """The values in their order, and the codes of that order."""
        values = sorted(self.seen)
        renamed = np.empty(len(values), code_type(len(values)))
        for code, value in enumerate(values):
            renamed[self.seen[value]] = code
        codes = renamed[np.frombuffer(self.codes, np.uint32)]
        return Coded(Blob.of([value.encode() for value in values]), codes)


class _Gathering:
    def __init__(self) -> None:
        self._numbers = {name: array("d") for name in ("lat", "lon", "home_lat", "home_lon")}
        self._serials, self._verified = array("I"), array("i")
        self._texts: dict[str, list[bytes]] = {name: [] for name in TEXTS}
        self._single = [_Values() for _ in SINGLE]
        self._several = {name: _Values() for name in SEVERAL}
        self._counts = {name: array("I") for name in SEVERAL}
        self._days: dict[str, int] = {"": NEVER.toordinal() - _EPOCH}

    def add(self, serial: int, row: Row) -> None:
        self._serials.append(serial)
        self._texts["id"].append(row.public_id.encode())
        self._texts["name"].append(row.name.encode())
        self._texts["key"].append(row.sort_key.encode())
        for values, value in zip(self._single, _ones(row), strict=True):
            values.add(value)
        self._verified.append(self._day(row.verified))
        lat, lon = _point(row.lat, row.lon) if row.precision in POINTS else (_NAN, _NAN)
        self._numbers["lat"].append(lat)
        self._numbers["lon"].append(lon)
        self._add_several("support", row.support)
        self._add_several("language", row.language)
        self._add_several("home_region", [home.region for home in row.homes])
        self._add_homes(row.homes)

    def _day(self, text: str) -> int:
        if text not in self._days:
            self._days[text] = date.fromisoformat(text).toordinal() - _EPOCH
        return self._days[text]

    def _add_several(self, name: str, values: Iterable[str]) -> None:
        distinct = dict.fromkeys(value for value in values if value)
        for value in distinct:
            self._several[name].add(value)
        self._counts[name].append(len(distinct))

    def _add_homes(self, homes: Sequence[Home]) -> None:
        """A home that is known by its state alone has no town, and is no point."""
        towns: dict[str, Home] = {}
        for home in homes:
            if home.town:
                towns.setdefault(home.town, home)
        self._add_several("hometown", towns)
        for home in towns.values():
            lat, lon = _point(home.lat, home.lon)
            self._numbers["home_lat"].append(lat)
            self._numbers["home_lon"].append(lon)

    def table(self) -> Table:
        by_id = _sorted_by(self._texts["id"])
        columns = {name: own.sorted() for name, own in zip(SINGLE, self._single, strict=True)}
        points = morton(self._array("lat"), self._array("lon"))
        city = columns["city"].codes
        order = np.lexsort((inverse(by_id, len(by_id)), city, points))
        new = inverse(order, len(order))
        by_name = _sorted_by(list(zip(self._texts["key"], self._texts["id"], strict=True)))
        return Table(
            plain=self._plain(points, order),
            texts={name: self._blob(name, order) for name in TEXTS},
            single={name: Coded(own.values, own.codes[order]) for name, own in columns.items()},
            several={name: self._listed(name, order) for name in SEVERAL},
            homes=self._homes(new),
            order=new[by_name],
            by_id=new[by_id],
        )

    def _array(self, name: str) -> NDArray[np.float64]:
        return np.frombuffer(self._numbers[name], np.float64)

    def _plain(self, points: NDArray[np.uint64], order: NDArray[Any]) -> dict[str, NDArray[Any]]:
        found: dict[str, NDArray[Any]] = {
            "serial": np.frombuffer(self._serials, np.uint32),
            "morton": points,
            "lat": self._array("lat"),
            "lon": self._array("lon"),
            "verified": np.frombuffer(self._verified, np.int32),
        }
        return {name: found[name][order].astype(kind, copy=False) for name, kind in PLAIN.items()}

    def _blob(self, name: str, order: NDArray[Any]) -> Blob:
        """Texts are let go of, so that they are not held twice."""
        texts = self._texts.pop(name)
        return Blob.of([texts[n] for n in order.tolist()])

    def _listed(self, name: str, order: NDArray[Any]) -> Listed:
        own = self._several[name].sorted()
        counts = np.frombuffer(self._counts[name], np.uint32)
        taken = ragged(starts_of(counts)[:-1][order], counts[order])
        return Listed(own.values, starts_of(counts[order]), own.codes[taken])

    def _homes(self, new: NDArray[Any]) -> Homes:
        towns = self._several["hometown"].sorted().codes
        rows = np.repeat(new, np.frombuffer(self._counts["hometown"], np.uint32))
        points = morton(self._array("home_lat"), self._array("home_lon"))
        placed = points != NOWHERE
        points, towns, rows = points[placed], towns[placed], rows[placed]
        order = np.lexsort((rows, towns, points))
        return Homes(points[order], towns[order], rows[order])


def _point(lat: float | None, lon: float | None) -> tuple[float, float]:
    return (_NAN, _NAN) if lat is None or lon is None else (lat, lon)


def _sorted_by(texts: Sequence[Any]) -> NDArray[np.int64]:
    return np.array(sorted(range(len(texts)), key=texts.__getitem__), np.int64)


def ragged(starts: NDArray[Any], lengths: NDArray[Any]) -> NDArray[np.int64]:
    """The indexes of slices, one slice after the other."""
    lengths = lengths.astype(np.int64)
    shifts = starts.astype(np.int64) - (np.cumsum(lengths) - lengths)
    return np.repeat(shifts, lengths) + np.arange(int(lengths.sum()))
