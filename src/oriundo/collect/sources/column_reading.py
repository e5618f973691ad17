"""From a file to columns: as `reading`, for tables of a million rows.

Every distinct value is read once, by the same rules as rows are. What the fast parser might see
otherwise than the careful one is left to the careful one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv

from oriundo.base.core.processes import spread
from oriundo.collect.sources.coarsening import HOME
from oriundo.collect.sources.columns import Coded, Columns, columns_of
from oriundo.collect.sources.formats.given import Given
from oriundo.collect.sources.formats.tables import Row
from oriundo.collect.sources.limits import Limits
from oriundo.collect.sources.mapping.model import Mapping
from oriundo.collect.sources.reading import LONGEST_ID, Opened, open_table, read_drafts
from oriundo.collect.sources.rows import RowReader

_TOGETHER = (
    ("name",), ("alternate_name",), ("acronym",), ("address",), ("city",), ("region",),
    ("postal",), ("country",), ("phone", "country", "region"), ("email", "website"), ("origin",),
    ("hometown",), ("registration_number",), ("founded",), ("lat", "lon"),
)  # fmt: skip
"""Fields that are read from one row together, since one tells how another is meant."""
_PLAIN = rf"^[1-9][0-9]{{0,{LONGEST_ID - 1}}}$"
_BLOCK = 16 << 20
_CHECKED = 2_000
_AT_ONCE = 60_000
_MANY = 150_000
"""Rows from which other processes help."""


@dataclass(frozen=True, slots=True)
class ColumnReading:
    """What a file gave: `rows_read` == len(columns) + `refused`, always. `values_left_out`: cells
    that were not understood, in rows that were kept."""

    columns: Columns
    rows_read: int
    refused: int
    values_left_out: int


def read_columns(
    given: Path | Given,
    *,
    source: str | None = None,
    mapping: Mapping | None = None,
    limits: Limits | None = None,
) -> ColumnReading:
    """The records of a file by column, for matching. Raises as `read_drafts` does."""
    given = Given.at(given) if isinstance(given, Path) else given
    limits = limits or Limits.operator()
    opened = open_table(given, mapping=mapping, limits=limits)
    cells = _cells(given, opened, limits)
    if cells is None or HOME in opened.mapping.columns or HOME in opened.mapping.constants:
        return _carefully(given, source, mapping, limits)
    return _read(cells, opened.mapping, source or opened.name) or _carefully(
        given, source, mapping, limits
    )


def _carefully(
    given: Given, source: str | None, mapping: Mapping | None, limits: Limits
) -> ColumnReading:
    reading = read_drafts(given, source=source, mapping=mapping, limits=limits)
    left_out = sum(not trouble.refused and trouble.row > 0 for trouble in reading.troubles)
    columns = columns_of(reading.drafts)
    return ColumnReading(columns, reading.rows_read, reading.refused, left_out)


def _cells(given: Given, opened: Opened, limits: Limits) -> dict[str, Coded[str]] | None:
    """The cells of each column by header, "" where there is nothing; None when the fast parser
    cannot be trusted with the file."""
    table = opened.table
    plain = table.encoding in ("utf-8", "utf-8-sig") and table.delimiter and not table.notes
    if not plain:
        return None
    first = list(islice(opened.rows, _CHECKED))
    try:
        found = _parsed(given, table.delimiter, table.headers)
    except pa.ArrowInvalid:
        return None
    if len(found) < len(first) or len(found) > limits.rows:
        return None
    if not _same(found.slice(0, len(first)), first):
        return None
    lengths = (pc.max(pc.utf8_length(found.column(header))).as_py() for header in table.headers)
    if any(length and length > limits.cell_characters for length in lengths):
        return None
    return {header: _coded(found.column(header)) for header in table.headers}


def _parsed(given: Given, delimiter: str, headers: tuple[str, ...]) -> pa.Table:
    with given.open() as stream:
        return arrow_csv.read_csv(
            stream,
            read_options=arrow_csv.ReadOptions(
                column_names=list(headers), skip_rows=1, block_size=_BLOCK
            ),
            parse_options=arrow_csv.ParseOptions(delimiter=delimiter, newlines_in_values=True),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(headers, pa.string()),
                null_values=[],
                strings_can_be_null=False,
            ),
        )


def _same(found: pa.Table, rows: list[Row]) -> bool:
    """The first rows are the same for both parsers, and nothing in them asks for care."""
    if any(row.faults for row in rows):
        return False
    fast = [{h: c for h, c in row.items() if c and not c.isspace()} for row in found.to_pylist()]
    return fast == [row.cells for row in rows]


def _coded(column: pa.ChunkedArray) -> Coded[str]:
    encoded = pc.dictionary_encode(column).combine_chunks()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = pa.concat_arrays(encoded.chunks)
    codes = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int32)
    return Coded(encoded.dictionary.to_pylist(), codes)


def _read(cells: dict[str, Coded[str]], mapping: Mapping, source: str) -> ColumnReading | None:
    """The columns by `mapping`; None when an identifier needs the care of the row reader."""
    rows = len(next(iter(cells.values())).codes)
    filled = np.zeros(rows, dtype=np.bool_)
    for column in cells.values():
        there = np.array([bool(v) and not v.isspace() for v in column.values], dtype=np.bool_)
        filled |= there[column.codes]
        if filled.all():
            break
    else:
        return None
    read: dict[str, Coded[Any]] = {}
    faults = np.zeros(rows, dtype=np.int64)
    groups = [_group(cells, mapping, names) for names in _TOGETHER]
    parts = [(group, some) for group in groups for some in group.parts()]
    done = spread(
        _values, [(g.reader, g.headers, g.gives, some) for g, some in parts], alone=rows < _MANY
    )
    for group in groups:
        made = [next(done) for _ in group.parts()]
        wrong = np.concatenate([faults_ for _, faults_ in made])
        faults += wrong[group.codes]
        for place, name in enumerate(group.gives):
            values = [value for columns, _ in made for value in columns[place]]
            read.setdefault(name, Coded(values, group.codes))
    ids = _identifiers(cells, mapping, rows)
    if ids is None:
        return None
    named = np.array([bool(name) for name in read["name"].values], dtype=np.bool_)
    kept = np.flatnonzero(named[read["name"].codes])
    columns = Columns(
        source=Coded([source], np.zeros(rows, dtype=np.int32)),
        record_id=ids,
        numbered=Coded(["id" in mapping.columns], np.zeros(rows, dtype=np.int32)),
        **{name: read[name] for name in _DRAFT_FIELDS},
    )
    return ColumnReading(
        columns=columns.take(kept),
        rows_read=rows,
        refused=rows - len(kept),
        values_left_out=int(faults[kept].sum()),
    )


_EMPTY: dict[str, object] = {
    "name": "", "alternate_names": (), "acronym": "", "address": "", "city": "", "region": "",
    "postal": "", "country": "", "phones": (), "emails": (), "websites": (), "origins": (),
    "hometown": "", "registration_numbers": (), "founded": None, "lat": None, "lon": None,
}  # fmt: skip
_DRAFT_FIELDS = tuple(_EMPTY)
_GIVES = {
    "alternate_name": ("alternate_names",),
    "phone": ("phones",),
    "email": ("emails", "websites"),
    "origin": ("origins",),
    "registration_number": ("registration_numbers",),
    "lat": ("lat", "lon"),
}


@dataclass(frozen=True, slots=True)
class _Group:
    """Fields that are read together: which fields of a draft they give, the columns they are read
    from, the different combinations of their cells, and which of these each row has."""

    reader: RowReader
    headers: list[str]
    gives: tuple[str, ...]
    combinations: list[tuple[str, ...]]
    codes: npt.NDArray[np.int32]

    def parts(self) -> list[list[tuple[str, ...]]]:
        """The combinations, some at a time; one part at least."""
        starts = range(0, max(1, len(self.combinations)), _AT_ONCE)
        return [self.combinations[start : start + _AT_ONCE] for start in starts]


def _group(cells: dict[str, Coded[str]], mapping: Mapping, names: tuple[str, ...]) -> _Group:
    some = replace(mapping, columns={n: mapping.columns[n] for n in names if n in mapping.columns})
    headers = list(dict.fromkeys(h for columns in some.columns.values() for h in columns))
    codes, combinations = _combined([cells[h] for h in headers], cells)
    gives = _GIVES.get(names[0], (names[0],))
    return _Group(RowReader(some), headers, gives, list(combinations), codes)


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


def _combined(
    columns: list[Coded[str]], cells: dict[str, Coded[str]]
) -> tuple[npt.NDArray[np.int32], Iterator[tuple[str, ...]]]:
    """A code for each row and the different combinations of the cells of these columns."""
    if not columns:
        rows = len(next(iter(cells.values())).codes)
        return np.zeros(rows, dtype=np.int32), iter([()])
    codes = columns[0].codes.astype(np.int64)
    members: list[npt.NDArray[np.int64]] = [np.arange(len(columns[0].values))]
    for column in columns[1:]:
        both, codes = np.unique(codes * len(column.values) + column.codes, return_inverse=True)
        before, last = np.divmod(both, len(column.values))
        members = [*(member[before] for member in members), last]
    texts = [
        map(column.values.__getitem__, member.tolist())
        for column, member in zip(columns, members, strict=True)
    ]
    return codes.astype(np.int32), zip(*texts, strict=True)


def _identifiers(cells: dict[str, Coded[str]], mapping: Mapping, rows: int) -> Coded[str] | None:
    """The source's identifiers, or the numbers of the rows; None when one is missing, repeated
    or too long, which the row reader mends and reports."""
    if "id" not in mapping.columns:
        numbers = np.arange(rows, dtype=np.int32)
        return Coded([str(number) for number in range(1, rows + 1)], numbers)
    headers = mapping.columns["id"]
    if len(headers) == 1 and (own := _plain_numbers(cells[headers[0]], rows)):
        return own
    codes, combinations = _combined([cells[h] for h in headers], cells)
    reader = RowReader(replace(mapping, columns={"id": headers}))
    ids = [reader.record_id(dict(zip(headers, one, strict=True))) for one in combinations]
    if len(set(ids)) < rows or "" in ids or max(map(len, ids)) > LONGEST_ID:
        return None
    return Coded(ids, codes)


def _plain_numbers(column: Coded[str], rows: int) -> Coded[str] | None:
    """Identifiers that are nothing but digits, each once: read as they are."""
    held = pa.array(column.values, pa.string())
    if len(held) < rows or not pc.all(pc.match_substring_regex(held, _PLAIN)).as_py():
        return None
    return column
