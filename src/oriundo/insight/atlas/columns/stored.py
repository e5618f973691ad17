"""The columns of the atlas: what each organization has, as arrays in files; filters are masks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from oriundo.insight.atlas.columns.bits import Bits
from oriundo.insight.atlas.columns.files import map_arrays
from oriundo.insight.atlas.columns.gathering import gathered, ragged
from oriundo.insight.atlas.columns.merging import find, merged
from oriundo.insight.atlas.columns.points import Points
from oriundo.insight.atlas.columns.regions import EARTH_KM, bounds, covering
from oriundo.insight.atlas.columns.table import Blob, Coded, Listed, save, table_of
from oriundo.insight.atlas.question import SINCE, UNKNOWN, Box, Circle, Question
from oriundo.insight.atlas.row import Row

Mask = NDArray[np.bool_]
Rows = NDArray[Any]
_FILTERS_KEPT = 128
_FEW = 8
"""Of more rows than one in so many, values are counted through a mask."""


def write(rows: Iterable[tuple[int, Row]], folder: Path) -> None:
    """Write the columns of rows, each with its serial, into a new folder.

    Rows may come in any order; the same rows give the same bytes. Public ids are distinct, serials
    too.
    """
    save(gathered(rows), folder)


def advance(
    old: Columns, gone: Collection[str], new: Iterable[tuple[int, Row]], folder: Path
) -> None:
    """Write into a new folder what `write` would: of the old rows without the public ids `gone`,
    and of the new ones. A new row replaces the old one of its public id."""
    save(merged(old.table, gone, gathered(new)), folder)


class Columns:
    """Columns of a folder, mapped into memory. Nothing changes them, so that threads share them.

    `ids`, `names`, `serial`, `lat`, `lon`, `verified` (days since 1970) and `rank` (by folded
    name) have a value a row. `here` are the points where organizations are, `homes` those that
    their members come from.
    """

    def __init__(self, arrays: Mapping[str, Rows]) -> None:
        self.table = table = table_of(arrays)
        self.size = table.size
        self.ids, self.names = Texts(table.texts["id"]), Texts(table.texts["name"])
        self.serial, self.verified = table.plain["serial"], table.plain["verified"]
        self.lat, self.lon = table.plain["lat"], table.plain["lon"]
        self.rank, self._row_of = arrays["rank"], arrays["row of"]
        self._owners = {name: arrays[f"{name} rows"] for name in table.several}
        morton, cities, homes = table.plain["morton"], table.single["city"], table.homes
        self.here = Points(morton, arrays["level"], cities.codes, cities.values)
        level, towns = arrays["home level"], table.several["hometown"].values
        self.homes = Points(homes.morton, level, homes.towns, towns, homes.rows)
        self._all = Bits.of(np.ones(self.size, bool))
        self._kept = lru_cache(_FILTERS_KEPT)(self._filtered)

    @classmethod
    def open(cls, folder: Path) -> Columns:
        """Those written into a folder. Raises ColumnsMissing."""
        return cls(map_arrays(folder))

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Columns:
        """Columns of rows, with serials from 0 in their order; their files go when they do."""
        with TemporaryDirectory(prefix="oriundo-columns-") as folder:
            write(enumerate(rows), Path(folder))
            return cls.open(Path(folder))

    def row_of(self, serials: Rows) -> Rows:
        """The rows of serials; -1 for those that are no more."""
        known = (serials >= 0) & (serials < len(self._row_of))
        rows: Rows = np.where(known, self._row_of[np.where(known, serials, 0)], -1)
        return rows

    def serial_of(self, public_id: str) -> int | None:
        """The serial of a public id."""
        row = find(self.table, public_id.encode())
        return None if row is None else int(self.serial[row])

    def having(self, name: str, value: str) -> Mask:
        """Rows with a value ("": rows with none)."""
        if name in self.table.single:
            single = self.table.single[name]
            code = single.values.code(value)
            fits: Mask = single.codes == code if code >= 0 else np.zeros(self.size, bool)
            return fits
        several = self.table.several[name]
        if not value:
            none: Mask = np.diff(several.starts) == 0
            return none
        fits = np.zeros(self.size, bool)
        code = several.values.code(value)
        if code >= 0:
            fits[self._owners[name][np.flatnonzero(several.codes == code)]] = True
        return fits

    def having_any(self, name: str, values: Collection[str]) -> Mask:
        """Rows with one of the values ("": rows with none)."""
        column = self.table.single.get(name) or self.table.several[name]
        wanted = np.zeros(len(column.values), bool)
        wanted[column.values.codes(values)] = True
        if isinstance(column, Coded):
            fits: Mask = wanted[column.codes]
            return fits
        fits = np.zeros(self.size, bool)
        fits[self._owners[name][wanted[column.codes]]] = True
        return fits | self.having(name, "") if "" in values else fits

    def fitting(self, question: Question) -> Bits:
        """Rows that fit all that a question asks but its words.

        The rows of single filters are kept, so that they are found once for many questions.
        """
        fits = self._all
        for name, value in question.filters.items():
            fits &= self._kept(name, "" if value == UNKNOWN else value)
        if question.near:
            fits &= Bits.of(self.within(question.near))
        if question.box:
            fits &= Bits.of(self.inside(question.box))
        return fits

    def _filtered(self, name: str, value: str) -> Bits:
        return Bits.of(self.since(value) if name == SINCE else self.having(name, value))

    def since(self, day: str) -> Mask:
        """Rows verified on a day ("2026-05-03") or after it."""
        wanted = np.datetime64(day).astype("datetime64[D]").astype(np.int64)
        fits: Mask = self.verified >= wanted
        return fits

    def km(self, chosen: Rows | slice, around: Circle) -> NDArray[np.float64]:
        """How far away rows are; nan without a point."""
        lat, lon = np.radians(self.lat[chosen]), np.radians(self.lon[chosen])
        here, there = np.radians(around.lat), np.radians(around.lon)
        half = np.sin((lat - here) / 2) ** 2
        half = half + np.cos(lat) * np.cos(here) * np.sin((lon - there) / 2) ** 2
        far: NDArray[np.float64] = 2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(half, 1)))
        return far

    def within(self, around: Circle) -> Mask:
        """Rows with a point inside of a circle."""
        fits = np.zeros(self.size, bool)
        for rows in self._near(bounds(around)):
            fits[rows] = self.km(rows, around) <= around.km
        return fits

    def inside(self, box: Box) -> Mask:
        """Rows with a point inside of a box, its edges included."""
        fits = np.zeros(self.size, bool)
        for rows in self._near(box):
            lat, lon = self.lat[rows], self.lon[rows]
            east, west = lon <= box.east, lon >= box.west
            across = east | west if box.west > box.east else east & west
            fits[rows] = across & (lat >= box.south) & (lat <= box.north)
        return fits

    def _near(self, box: Box) -> Iterator[slice]:
        """Slices of rows outside of which nothing is inside of a box."""
        return (slice(*self.here.span(z, x, y)) for z, x, y in covering(box))

    def counts(self, name: str, chosen: Rows, most: int | None = None) -> dict[str, int]:
        """How many of the chosen rows have each value; largest first, then by value. `most`: only
        so many values."""
        if name in self.table.single:
            single = self.table.single[name]
            counted = np.bincount(single.codes[chosen], minlength=len(single.values))
            return _named(single.values, counted, most)
        several = self.table.several[name]
        counted = np.bincount(self._codes(name, several, chosen), minlength=len(several.values))
        counted[0] = np.count_nonzero(several.starts[chosen + 1] == several.starts[chosen])
        return _named(several.values, counted, most)

    def _codes(self, name: str, several: Listed, chosen: Rows) -> Rows:
        """All that the chosen rows have of a column of several."""
        if len(chosen) * _FEW < self.size:
            starts = several.starts[chosen]
            return several.codes[ragged(starts, several.starts[chosen + 1] - starts)]
        fits = np.zeros(self.size, bool)
        fits[chosen] = True
        codes: Rows = several.codes[fits[self._owners[name]]]
        return codes


def _named(values: Blob, counted: Rows, most: int | None) -> dict[str, int]:
    """Counts by value, those of no value under UNKNOWN."""
    codes = np.flatnonzero(counted)
    if most is not None and len(codes) > most:
        least = np.partition(counted[codes], -most)[-most] if most else counted.max() + 1
        codes = codes[counted[codes] >= least]
    found = {values[code].decode() or UNKNOWN: int(counted[code]) for code in codes.tolist()}
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0]))[:most])


class Texts(Sequence[str]):
    """One text a row."""

    def __init__(self, blob: Blob) -> None:
        self.blob = blob

    def __len__(self) -> int:
        return len(self.blob)

    @overload
    def __getitem__(self, row: int) -> str: ...
    @overload
    def __getitem__(self, row: slice) -> list[str]: ...
    def __getitem__(self, row: int | slice) -> str | list[str]:
        if isinstance(row, slice):
            return [self.blob[n].decode() for n in range(*row.indices(len(self)))]
        return self.blob[row].decode()
