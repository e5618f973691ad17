"""From a file to columns: as `reading`, for tables of a million rows.

Every distinct value is read once, by the same rules as rows are (`column_groups`). What the fast
parser might see otherwise than the careful one is left to the careful one.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv

from oriundo.collect.sources.coarsening import HOME
from oriundo.collect.sources.column_groups import (
    FIELDS,
    Cells,
    combined,
    distinct,
    read_groups,
    texts_of,
)
from oriundo.collect.sources.columns import Coded, Columns, columns_of
from oriundo.collect.sources.formats.given import Given
from oriundo.collect.sources.formats.tables import Row
from oriundo.collect.sources.limits import Limits
from oriundo.collect.sources.mapping.model import Mapping
from oriundo.collect.sources.reading import LONGEST_ID, Opened, open_table, read_drafts
from oriundo.collect.sources.rows import RowReader

_PLAIN = rf"^[1-9][0-9]{{0,{LONGEST_ID - 1}}}$"
_BLOCK = 16 << 20
_CHECKED = 2_000


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


def _cells(given: Given, opened: Opened, limits: Limits) -> dict[str, Cells] | None:
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
    with ThreadPoolExecutor() as threads:
        cells = list(threads.map(distinct, found.columns))
    return dict(zip(table.headers, cells, strict=True))


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


def _read(cells: dict[str, Cells], mapping: Mapping, source: str) -> ColumnReading | None:
    """The columns by `mapping`; None when an identifier needs the care of the row reader."""
    rows = len(next(iter(cells.values())).codes)
    filled = np.zeros(rows, dtype=np.bool_)
    for column in cells.values():
        blank = pc.or_(pc.equal(column.distinct, ""), pc.utf8_is_space(column.distinct))
        there = pc.invert(blank).to_numpy(zero_copy_only=False)
        filled |= there[column.codes]
        if filled.all():
            break
    else:
        return None
    ids = _identifiers(cells, mapping, rows)
    if ids is None:
        return None
    read = read_groups(cells, mapping, rows)
    named = np.array([bool(name) for name in read.columns["name"].values], dtype=np.bool_)
    kept = np.flatnonzero(named[read.columns["name"].codes])
    columns = Columns(
        source=Coded([source], np.zeros(rows, dtype=np.int32)),
        record_id=ids,
        numbered=Coded(["id" in mapping.columns], np.zeros(rows, dtype=np.int32)),
        **{name: read.columns[name] for name in FIELDS},
    )
    return ColumnReading(
        columns=columns.take(kept),
        rows_read=rows,
        refused=rows - len(kept),
        values_left_out=int(read.faults[kept].sum()),
    )


def _identifiers(cells: dict[str, Cells], mapping: Mapping, rows: int) -> Coded[str] | None:
    """The source's identifiers, or the numbers of the rows; None when one is missing, repeated
    or too long, which the row reader mends and reports."""
    if "id" not in mapping.columns:
        numbers = np.arange(rows, dtype=np.int32)
        return Coded([str(number) for number in range(1, rows + 1)], numbers)
    headers = mapping.columns["id"]
    if len(headers) == 1 and (own := _plain_numbers(cells[headers[0]], rows)):
        return own
    codes, held = combined([cells[h] for h in headers], rows)
    reader = RowReader(replace(mapping, columns={"id": headers}))
    ids = [reader.record_id(dict(zip(headers, one, strict=True))) for one in texts_of(held, rows)]
    if len(set(ids)) < rows or "" in ids or max(map(len, ids)) > LONGEST_ID:
        return None
    return Coded(ids, codes)


def _plain_numbers(column: Cells, rows: int) -> Coded[str] | None:
    """Identifiers that are nothing but digits, each once: read as they are."""
    held = column.distinct
    if len(held) < rows or not pc.all(pc.match_substring_regex(held, _PLAIN)).as_py():
        return None
    return Coded(held.to_pylist(), column.codes)
