"""Sheets of a workbook (XLSX, ODS) that was found to be safe, as tables of text."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from oriundo.collect.sources.faults import Fault
from oriundo.collect.sources.formats import headers
from oriundo.collect.sources.formats.errors import UnreadableFile
from oriundo.collect.sources.formats.given import Given
from oriundo.collect.sources.formats.sheets import Position, XlsxCells
from oriundo.collect.sources.formats.tables import Table, check_width, named, numbered
from oriundo.collect.sources.limits import Limits

if TYPE_CHECKING:
    from oriundo.collect.sources.formats.packed import Looked

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MIDNIGHT = datetime.time()

Grid = Iterator[tuple[list[str], tuple[Fault, ...]]]


def read_workbook(given: Given, *, limits: Limits, sheet: str, looked: Looked) -> Table:
    """The named sheet, or the first that holds anything, with its header found."""
    try:
        with given.open() as stream:
            book = CalamineWorkbook.from_filelike(stream)
        chosen = _chosen(book, sheet, given.name)
        cells = _cells_of(chosen.name, looked)
    except (CalamineError, ParseError) as error:
        raise UnreadableFile("workbook-damaged", file=given.name, value=str(error)) from error
    table = _table(chosen, cells, given.name, limits)
    table.format = "xlsx" if looked.sheets else "ods"
    table.sheet = chosen.name
    if len(book.sheet_names) > 1 and not sheet:
        table.notes.append(Fault("sheet-chosen", value=chosen.name))
    if looked.external_links:
        table.notes.append(Fault("external-links"))
    return table


def _chosen(book: CalamineWorkbook, name: str, file: str) -> CalamineSheet:
    names = [m.name for m in book.sheets_metadata if m.typ == SheetTypeEnum.WorkSheet]
    if name:
        if name not in names:
            raise UnreadableFile("no-such-sheet", file=file, value=name, column=", ".join(names))
        return book.get_sheet_by_name(name)
    for each in names:
        sheet = book.get_sheet_by_name(each)
        if sheet.height:
            return sheet
    raise UnreadableFile("empty", file=file)


def _cells_of(sheet: str, looked: Looked) -> XlsxCells | None:
    """What was seen of the sheet's raw cells: found by its relation in the workbook."""
    if not looked.sheets:
        return None
    relations = fromstring(looked.small.get("xl/_rels/workbook.xml.rels", b"<none/>"))
    targets = {r.get("Id"): r.get("Target", "") for r in relations}
    for element in fromstring(looked.small["xl/workbook.xml"]).iter():
        if element.tag.endswith("}sheet") and element.get("name") == sheet:
            return looked.sheets.get(_member(targets, element))
    return None


def _member(targets: dict[str | None, str], element: Element) -> str:
    target = targets.get(element.get(_RELATION), "")
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _table(sheet: CalamineSheet, cells: XlsxCells | None, file: str, limits: Limits) -> Table:
    grid = _grid(sheet)
    first = list(islice(grid, headers.LOOK_AT))
    spread = _spread([row for row, _ in first], sheet)
    found = headers.found(spread)
    names, taken = _names(found, spread, sheet)
    check_width(names, row=found.rows, limits=limits, file=file)
    rows = _with_faults(iter(first[taken:]), grid, names, cells)
    return Table(names, numbered(rows, names, limits=limits, file=file), "", notes=found.notes)


def _grid(sheet: CalamineSheet) -> Iterator[tuple[list[str], int]]:
    """Rows as text, each with its position in the sheet, from 0."""
    start = sheet.start or (0, 0)
    for offset, row in enumerate(sheet.iter_rows()):
        yield [_text(value) for value in row], start[0] + offset


def _text(value: object) -> str:
    """What a cell says: dates as ISO dates, whole numbers without a point."""
    if isinstance(value, str):
        return value.replace("\0", "") if "\0" in value else value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime.datetime):
        return (value.date() if value.time() == _MIDNIGHT else value).isoformat()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)


def _spread(rows: Sequence[list[str]], sheet: CalamineSheet) -> list[list[str]]:
    """The rows with the text of a merged cell in each column that it covers.

    A title merged over the whole table stays in one cell: it is no header.
    """
    spread = [list(row) for row in rows]
    start = sheet.start or (0, 0)
    for low, high in sheet.merged_cell_ranges or []:
        row, left, right = low[0] - start[0], low[1] - start[1], high[1] - start[1]
        if row < len(rows) and sum(1 for cell in rows[row] if cell.strip()) > 1:
            width = len(spread[row][left : right + 1])
            spread[row][left : right + 1] = [rows[row][left]] * width
    return spread


def _names(
    found: headers.Found, spread: Sequence[list[str]], sheet: CalamineSheet
) -> tuple[tuple[str, ...], int]:
    """Headers, and how many rows they take: merged cells may spread a header over two rows."""
    start = sheet.start or (0, 0)
    row = start[0] + found.rows - 1
    wide = [
        (low[1] - start[1], high[1] - start[1])
        for low, high in sheet.merged_cell_ranges or []
        if low[0] <= row <= high[0] and high[1] > low[1]
    ]
    lower = spread[found.rows] if found.rows < len(spread) else []
    if not found.rows or not wide or not _is_second_header(lower, wide):
        return named(found.cells), found.rows
    return named(_combined(found.cells, lower)), found.rows + 1


def _is_second_header(lower: Sequence[str], wide: Sequence[tuple[int, int]]) -> bool:
    """Whether each merged header has names of its own under it, and nothing stands beside them."""
    under = [cell for low, high in wide for cell in lower[low : high + 1]]
    only_words = all(cell and not any(c.isdigit() for c in cell) for cell in under)
    covered = {column for low, high in wide for column in range(low, high + 1)}
    alone = not any(cell for column, cell in enumerate(lower) if column not in covered)
    return bool(under) and only_words and alone and headers.holds_no_datum(lower)


def _combined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """The lower name where there is one, with the upper one before it where it repeats."""
    return [
        f"{above} {below}" if below and list(lower).count(below) > 1 else below or above
        for above, below in zip(upper, lower, strict=False)
    ]


def _with_faults(
    first: Iterator[tuple[list[str], int]],
    grid: Iterator[tuple[list[str], int]],
    names: tuple[str, ...],
    cells: XlsxCells | None,
) -> Grid:
    bad: dict[int, list[Fault]] = {}
    if cells is not None:
        for code, positions in (
            ("formula-without-value", cells.formulas),
            ("formula-error", cells.errors),
        ):
            for position in sorted(positions):
                _place(bad, code, position, names)
    for part in (first, grid):
        for row, number in part:
            yield row, tuple(bad.get(number, ()))


def _place(
    bad: dict[int, list[Fault]], code: str, position: Position, names: tuple[str, ...]
) -> None:
    column = names[position[1]] if position[1] < len(names) else ""
    bad.setdefault(position[0], []).append(Fault(code, column))
