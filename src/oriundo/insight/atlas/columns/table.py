"""All columns of one generation, in memory or mapped into it, and the files that they are kept in.

Rows stand in the order of their Morton number, then of their city, then of their public id, so that
a tile is one slice, and rows of one point that share their city are neighbors. Values are numbers
of a sorted dictionary, in which "" (none) is 0. Nothing depends on the order in which rows came, so
that the same rows give the same bytes.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.base.places.store import read_column, write_column
from oriundo.insight.atlas.columns.morton import levels_of_change
from oriundo.insight.atlas.question import SEVERAL, SINGLE

FORMAT = 1
TEXTS = ("id", "name", "key")
"""Public id, name, and what names are sorted by."""

PLAIN = {"serial": np.uint32, "morton": np.uint64, "lat": np.float64, "lon": np.float64}
PLAIN |= {"verified": np.int32}
"""One number a row. `verified`: days since 1970."""

Array = NDArray[Any]


class ColumnsMissing(OriundoError):
    """There are no columns in the folder, or they are of another version of this program."""


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
    """Write the table, and what follows from it, into an empty or new folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in PLAIN:
        write_column(folder, name, table.plain[name])
    for name, blob in table.texts.items():
        _write_blob(folder, name, blob)
    for name, coded in table.single.items():
        write_column(folder, name, coded.codes)
        _write_blob(folder, f"{name}-values", coded.values)
    for name, listed in table.several.items():
        write_column(folder, name, listed.codes)
        _write_blob(folder, f"{name}-values", listed.values)
        write_column(folder, f"{name}-of", listed.starts)
        write_column(folder, f"{name}-rows", _owners(listed.starts))
    write_column(folder, "home-morton", table.homes.morton)
    write_column(folder, "home-towns", table.homes.towns)
    write_column(folder, "home-rows", table.homes.rows)
    write_column(folder, "home-level", levels_of_change(table.homes.morton))
    write_column(folder, "order", table.order)
    write_column(folder, "by-id", table.by_id)
    write_column(folder, "rank", inverse(table.order, table.size))
    write_column(folder, "row-of", rows_of(table.plain["serial"]))
    write_column(folder, "level", levels_of_change(table.plain["morton"]))
    about = {"format": FORMAT, "rows": table.size}
    (folder / "about.json").write_text(json.dumps(about), "utf-8")


def _write_blob(folder: Path, name: str, blob: Blob) -> None:
    write_column(folder, name, blob.data)
    write_column(folder, f"{name}-starts", blob.starts)


def _owners(starts: Array) -> Array:
    """For each code of a `Listed`, its row."""
    return np.repeat(np.arange(len(starts) - 1, dtype=np.uint32), np.diff(starts))


def inverse(order: Array, size: int) -> Array:
    """Where each number stands in an order of numbers below `size`."""
    places = np.empty(size, np.uint32)
    places[order] = np.arange(len(order), dtype=np.uint32)
    return places


def rows_of(serials: Array) -> Array:
    """For each serial up to the largest, its row; -1 where there is none."""
    rows = np.full(int(serials.max(initial=0)) + 1, -1, np.int32)
    rows[serials] = np.arange(len(serials), dtype=np.int32)
    return rows


def load(folder: Path) -> Table:
    """Map the columns of a folder into memory. Raises ColumnsMissing."""
    _must_be_ours(folder)
    try:
        return _mapped(folder)
    except (OSError, ValueError) as error:
        _missing(folder, error)


def _mapped(folder: Path) -> Table:
    def read(name: str) -> Array:
        return read_column(folder, name)

    def blob(name: str) -> Blob:
        return Blob(read(name), read(f"{name}-starts"))

    def values(name: str) -> Blob:
        return blob(f"{name}-values")

    return Table(
        plain={name: read(name) for name in PLAIN},
        texts={name: blob(name) for name in TEXTS},
        single={name: Coded(values(name), read(name)) for name in SINGLE},
        several={name: Listed(values(name), read(f"{name}-of"), read(name)) for name in SEVERAL},
        homes=Homes(read("home-morton"), read("home-towns"), read("home-rows")),
        order=read("order"),
        by_id=read("by-id"),
    )


def _must_be_ours(folder: Path) -> None:
    try:
        about = json.loads((folder / "about.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        _missing(folder, error)
    if about.get("format") != FORMAT:
        _missing(folder, None)


def _missing(folder: Path, cause: Exception | None) -> NoReturn:
    raise ColumnsMissing(
        gettext_noop("The columns of the atlas in %(folder)s cannot be read."),
        remedy=gettext_noop("Build the atlas again: oriundo atlas build."),
        values={"folder": str(folder)},
    ) from cause
