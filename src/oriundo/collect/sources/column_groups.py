"""Fields of a table that are read together, each different combination of their cells once.

What is usual is read for all combinations at once (`usual`); what needs care is given to the row
reader, one combination at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from oriundo.base.core.processes import spread
from oriundo.collect.sources import usual
from oriundo.collect.sources.columns import Coded
from oriundo.collect.sources.mapping.model import Mapping
from oriundo.collect.sources.normalizing.countries import country_code
from oriundo.collect.sources.normalizing.phones import NANP
from oriundo.collect.sources.rows import WORDS, RowReader
from oriundo.collect.sources.usual import Flags, Usual

_TOGETHER = (
    ("name",), ("alternate_name",), ("acronym",), ("address",), ("city",), ("region",),
    ("postal",), ("country",), ("phone", "country", "region"), ("email", "website"), ("origin",),
    ("hometown",), ("registration_number",), ("founded",), ("lat", "lon"),
)  # fmt: skip
"""Fields that are read from one row together, since one tells how another is meant."""
_TEXTS = ("name", "acronym", "address", "city", "region", "postal", "country", "hometown")
_EMPTY: dict[str, object] = {
    "name": "", "alternate_names": (), "acronym": "", "address": "", "city": "", "region": "",
    "postal": "", "country": "", "phones": (), "emails": (), "websites": (), "origins": (),
    "hometown": "", "registration_numbers": (), "founded": None, "lat": None, "lon": None,
}  # fmt: skip
FIELDS = tuple(_EMPTY)
"""The fields of a draft that are read."""
_GIVES = {
    "alternate_name": ("alternate_names",),
    "phone": ("phones",),
    "email": ("emails", "websites"),
    "origin": ("origins",),
    "registration_number": ("registration_numbers",),
    "lat": ("lat", "lon"),
}
_AT_ONCE = 15_000
_MANY = 50_000
"""Combinations that need care, from which other processes help."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one column: row i holds `distinct[codes[i]]`, "" where there is nothing."""

    distinct: pa.StringArray
    codes: npt.NDArray[np.int32]


def distinct(column: pa.Array | pa.ChunkedArray) -> Cells:
    """The column with each different text once."""
    encoded = pc.dictionary_encode(column)
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.combine_chunks()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = pa.concat_arrays(encoded.chunks)
    codes = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int32)
    return Cells(encoded.dictionary, codes)


def combined(
    columns: Sequence[Cells], rows: int
) -> tuple[npt.NDArray[np.int32], list[pa.StringArray]]:
    """A code for each row and, by column, the cell of each different combination. Without columns
    all rows are one combination, of nothing."""
    if not columns:
        return np.zeros(rows, dtype=np.int32), []
    codes = columns[0].codes.astype(np.int64)
    members: list[npt.NDArray[np.int64]] = [np.arange(len(columns[0].distinct))]
    for column in columns[1:]:
        base = len(column.distinct)
        both, codes = np.unique(codes * base + column.codes, return_inverse=True)
        before, last = np.divmod(both, base)
        members = [*(member[before] for member in members), last]
    cells = [c.distinct.take(pa.array(m)) for c, m in zip(columns, members, strict=True)]
    return codes.astype(np.int32), cells


def texts_of(cells: Sequence[pa.StringArray], count: int) -> list[tuple[str, ...]]:
    """By combination its cells; `count`: how many there are, if they are of no column."""
    if not cells:
        return [()] * count
    return list(zip(*(column.to_pylist() for column in cells), strict=True))


@dataclass(frozen=True, slots=True)
class Read:
    """`columns`: each field of a draft; `faults`: how many values of each row were not
    understood."""

    columns: dict[str, Coded[Any]]
    faults: npt.NDArray[np.int64]


def read_groups(cells: dict[str, Cells], mapping: Mapping, rows: int) -> Read:
    """The fields of a draft, by `mapping`, from these columns of `rows` rows."""
    with ThreadPoolExecutor() as threads:
        groups = list(threads.map(lambda names: _group(cells, mapping, names, rows), _TOGETHER))
        known = list(threads.map(lambda group: _usual(group, mapping), groups))
    open_ = [np.flatnonzero(~there) for there, _ in known]
    parts = [
        (group.reader, group.headers, group.gives, group.at(some[start : start + _AT_ONCE]))
        for group, some in zip(groups, open_, strict=True)
        for start in range(0, len(some), _AT_ONCE)
    ]
    done = spread(_values, parts, alone=sum(map(len, open_)) < _MANY)
    columns: dict[str, Coded[Any]] = {}
    faults = np.zeros(rows, dtype=np.int64)
    for group, (there, values), some in zip(groups, known, open_, strict=True):
        wrong = np.zeros(len(there), dtype=np.int64)
        for start in range(0, len(some), _AT_ONCE):
            places = some[start : start + _AT_ONCE]
            read, wrong[places] = next(done)
            for of_field, new in zip(values, read, strict=True):
                for place, value in zip(places.tolist(), new, strict=True):
                    of_field[place] = value
        faults += wrong[group.codes]
        for name, of_field in zip(group.gives, values, strict=True):
            columns.setdefault(name, Coded(of_field, group.codes))
    return Read(columns, faults)


@dataclass(frozen=True, slots=True)
class _Group:
    """Fields that are read together: which fields of a draft they give, the columns they are read
    from, by column the cell of each different combination, and which of these each row has."""

    names: tuple[str, ...]
    reader: RowReader
    headers: list[str]
    cells: list[pa.StringArray]
    count: int
    codes: npt.NDArray[np.int32]

    @property
    def gives(self) -> tuple[str, ...]:
        return _GIVES.get(self.names[0], (self.names[0],))

    def at(self, places: npt.NDArray[np.int64]) -> list[tuple[str, ...]]:
        """The combinations at these places."""
        return texts_of([column.take(pa.array(places)) for column in self.cells], len(places))


def _group(cells: dict[str, Cells], mapping: Mapping, names: tuple[str, ...], rows: int) -> _Group:
    some = replace(mapping, columns={n: mapping.columns[n] for n in names if n in mapping.columns})
    headers = list(dict.fromkeys(h for columns in some.columns.values() for h in columns))
    codes, held = combined([cells[h] for h in headers], rows)
    count = len(held[0]) if held else 1
    return _Group(names, RowReader(some), headers, held, count, codes)


def _usual(group: _Group, mapping: Mapping) -> tuple[Flags, list[list[Any]]]:
    """Which combinations are usual, and by field their values; all others are empty."""
    cells = _one_column_each(group, mapping)
    first = group.names[0]
    found: tuple[Usual, ...] = ()
    if first in _TEXTS and first in cells:
        found = (usual.texts(cells[first]),)
    elif first in WORDS and first in cells:
        found = (usual.lists(cells[first], mapping.separators(first, WORDS[first][1])),)
    elif first == "phone" and first in cells:
        found = (usual.phones(cells[first], _north_american(group)),)
    elif first == "email" and cells:
        none = pa.array([""] * group.count)
        found = (
            usual.emails(cells.get("email", none)),
            usual.websites(cells.get("website", none)),
        )
    elif first == "lat" and len(cells) > 1:
        found = usual.points(cells["lat"], cells["lon"])
    if not found:
        empty = [[_EMPTY[name]] * group.count for name in group.gives]
        return np.zeros(group.count, dtype=np.bool_), empty
    return np.logical_and.reduce([one.known for one in found]), [one.values for one in found]


def _one_column_each(group: _Group, mapping: Mapping) -> dict[str, pa.StringArray]:
    """By field the cells of each combination; nothing where a field is joined of several columns,
    has a constant or shares its column with another."""
    names = [name for name in group.names if name in mapping.columns]
    simple = all(len(mapping.columns[name]) == 1 for name in names) and not any(
        name in mapping.constants for name in group.names
    )
    if not simple or len(names) != len(group.headers):
        return {}
    return dict(zip(names, group.cells, strict=True))


def _north_american(group: _Group) -> Flags:
    """Combinations whose country or region is one where numbers are written in the same way."""
    codes, places = combined(list(map(distinct, group.cells[1:])), group.count)
    known = []
    for said in texts_of(places, 1):
        filled = zip(group.headers[1:], said, strict=True)
        read, _ = group.reader.read({h: c for h, c in filled if c and not c.isspace()})
        country = country_code(str(read.get("country", "")), str(read.get("region", "")))
        known.append(country in NANP)
    return np.array(known, dtype=np.bool_)[codes]


_Task = tuple[RowReader, list[str], tuple[str, ...], list[tuple[str, ...]]]


def _values(task: _Task) -> tuple[list[list[Any]], npt.NDArray[np.int64]]:
    """For each field that a group gives its value for each combination; and the faults of each."""
    reader, headers, gives, combinations = task
    values: list[list[Any]] = [[] for _ in gives]
    wrong: list[int] = []
    for combination in combinations:
        filled = {h: c for h, c in zip(headers, combination, strict=True) if c and not c.isspace()}
        read, faults = reader.read(filled)
        for name, column in zip(gives, values, strict=True):
            column.append(read.get(name, _EMPTY[name]))
        wrong.append(len(faults))
    return values, np.array(wrong, dtype=np.int64)
