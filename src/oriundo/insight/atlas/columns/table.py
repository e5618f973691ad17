"""All columns of one generation, in memory or mapped into it, and the files that they are kept in.

Rows stand in the order of their Morton number, then of their city, then of their public id, so that
a tile is one slice, and rows of one point that share their city are neighbors. Values are numbers
of a sorted dictionary, in which "" (none) is 0. Nothing depends on the order in which rows came, so
that the same rows give the same bytes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from oriundo.insight.atlas.columns.files import write_arrays
from oriundo.insight.atlas.columns.morton import levels_of_change
from oriundo.insight.atlas.question import SEVERAL, SINGLE

TEXTS = ("id", "name", "key")
"""Public id, name, and what names are sorted by."""

PLAIN = {"serial": np.uint32, "morton": np.uint64, "lat": np.float64, "lon": np.float64}
PLAIN |= {"verified": np.int32}
"""One number a row. `verified`: days since 1970."""

Array = NDArray[Any]
_FEW = 16
"""A text is found in so many steps; to find more than one in so many, all are looked at once."""


@dataclass(slots=True)
class Blob:
    """Texts one after the other, in UTF-8: number n is `data[starts[n] : starts[n + 1]]`."""

    data: Array
    starts: Array

    @classmethod
    def of(cls, texts: Sequence[bytes]) -> Blob:
        data = np.frombuffer(b"".join(texts), np.uint8)
        return cls(data, starts_of(np.array([len(text) for text in texts], np.uint32)))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, number: int) -> bytes:
        return self.data[self.starts[number] : self.starts[number + 1]].tobytes()

    def code(self, value: str) -> int:
        """The number of a text, where they are sorted; -1 when it is not among them."""
        wanted = value.encode()
        at = bisect_left(self, wanted)
        return at if at < len(self) and self[at] == wanted else -1

    def codes(self, values: Collection[str]) -> list[int]:
        """The numbers of those of these texts that are among them."""
        if len(values) * _FEW < len(self):
            found = [self.code(value) for value in values]
            return [code for code in found if code >= 0]
        wanted = {value.encode() for value in values}
        return [number for number in range(len(self)) if self[number] in wanted]


def starts_of(lengths: Array) -> Array:
    """Where lists of these lengths begin, one after the other, and where the last ends."""
    starts = np.zeros(len(lengths) + 1, np.uint32)
    np.cumsum(lengths, out=starts[1:])
    return starts


@dataclass(slots=True)
class Coded:
    """What each row has one of. `values` are sorted, the first is ""."""

    values: Blob
    codes: Array


@dataclass(slots=True)
class Listed:
    """What each row may have several of: of row n, `codes[starts[n] : starts[n + 1]]`."""

    values: Blob
    starts: Array
    codes: Array


@dataclass(slots=True)
class Homes:
    """Points that members come from, in the order of their Morton number, then of their town, then
    of their row. `towns` are codes of the hometowns."""

    morton: Array
    towns: Array
    rows: Array


@dataclass(slots=True)
class Table:
    """`order`: rows by name, `by_id`: rows by public id."""

    plain: dict[str, Array]
    texts: dict[str, Blob]
    single: dict[str, Coded]
    several: dict[str, Listed]
    homes: Homes
    order: Array
    by_id: Array

    @property
    def size(self) -> int:
        return len(self.order)


def code_type(values: int) -> np.dtype[Any]:
    """The smallest that holds the codes of so many values."""
    return np.min_scalar_type(max(values - 1, 0))


def save(table: Table, folder: Path) -> None:
    """Write the table, and what follows from it, into a new folder."""
    write_arrays(folder, table.size, _arrays(table))


def _arrays(table: Table) -> Iterator[tuple[str, Array]]:
    yield from table.plain.items()
    for name, blob in table.texts.items():
        yield from _blob_arrays(name, blob)
    for name, coded in table.single.items():
        yield name, coded.codes
        yield from _blob_arrays(f"{name} values", coded.values)
    for name, listed in table.several.items():
        yield name, listed.codes
        yield f"{name} starts", listed.starts
        yield f"{name} rows", _owners(listed.starts)
        yield from _blob_arrays(f"{name} values", listed.values)
    yield "home morton", table.homes.morton
    yield "home towns", table.homes.towns
    yield "home rows", table.homes.rows
    yield "home level", levels_of_change(table.homes.morton)
    yield "level", levels_of_change(table.plain["morton"])
    yield "order", table.order
    yield "by id", table.by_id
    yield "rank", inverse(table.order, table.size)
    yield "row of", _rows_of(table.plain["serial"])


def _blob_arrays(name: str, blob: Blob) -> Iterator[tuple[str, Array]]:
    yield f"{name} data", blob.data
    yield f"{name} ends", blob.starts


def _owners(starts: Array) -> Array:
    """For each code of a `Listed`, its row."""
    return np.repeat(np.arange(len(starts) - 1, dtype=np.uint32), np.diff(starts))


def inverse(order: Array, size: int) -> Array:
    """Where each number stands in an order of numbers below `size`."""
    places = np.empty(size, np.uint32)
    places[order] = np.arange(len(order), dtype=np.uint32)
    return places


def _rows_of(serials: Array) -> Array:
    """For each serial up to the largest, its row; -1 where there is none."""
    rows = np.full(int(serials.max(initial=0)) + 1, -1, np.int32)
    rows[serials] = np.arange(len(serials), dtype=np.int32)
    return rows


def table_of(arrays: Mapping[str, Array]) -> Table:
    """The table that arrays were written from."""

    def blob(name: str) -> Blob:
        return Blob(arrays[f"{name} data"], arrays[f"{name} ends"])

    def listed(name: str) -> Listed:
        return Listed(blob(f"{name} values"), arrays[f"{name} starts"], arrays[name])

    return Table(
        plain={name: arrays[name] for name in PLAIN},
        texts={name: blob(name) for name in TEXTS},
        single={name: Coded(blob(f"{name} values"), arrays[name]) for name in SINGLE},
        several={name: listed(name) for name in SEVERAL},
        homes=Homes(arrays["home morton"], arrays["home towns"], arrays["home rows"]),
        order=arrays["order"],
        by_id=arrays["by id"],
    )
