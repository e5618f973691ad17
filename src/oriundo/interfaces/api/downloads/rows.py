"""A search written out: CSV, GeoJSON, JSON, XLSX, each row by row."""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from typing import IO

import xlsxwriter
from django.utils.translation import gettext as _

from oriundo.base.core.spreadsheets import neutral
from oriundo.interfaces.api.answers import Json, dumped
from oriundo.interfaces.api.downloads.columns import COLUMNS, NAMES, Cell, row
from oriundo.interfaces.api.records import Record

PART = 64 * 1024


class _Line:
    """A file that hands back what is written into it."""

    def write(self, text: str) -> str:
        return text


def csv_lines(records: Iterable[Record]) -> Iterator[str]:
    """RFC 4180 in UTF-8 without a byte order mark; cells that begin like a formula are defused."""
    writer = csv.writer(_Line())
    yield str(writer.writerow(NAMES))
    for record in records:
        yield str(writer.writerow([_written(cell) for cell in row(record)]))


def _written(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return neutral(cell) if isinstance(cell, str) else cell


def geojson_parts(records: Iterable[Record], head: Mapping[str, object]) -> Iterator[str]:
    """A FeatureCollection (RFC 7946); what has no published point has a null geometry."""
    opened = dumped({"type": "FeatureCollection", **head})[:-1]
    yield opened + ',"features":['
    yield from _separated(dumped(feature(record)) for record in records)
    yield "]}\n"


def feature(record: Record) -> Json:
    """One organization as a feature: plain properties, as maps and tables read them."""
    lat, lon = record["residence"]["latitude"], record["residence"]["longitude"]
    point = None if lat is None or lon is None else {"type": "Point", "coordinates": [lon, lat]}
    properties = {
        column.name: column.read(record)
        for column in COLUMNS
        if column.name not in ("latitude", "longitude")
    }
    return {"type": "Feature", "id": record["id"], "geometry": point, "properties": properties}


def json_parts(records: Iterable[Record], head: Mapping[str, object]) -> Iterator[str]:
    yield dumped(dict(head))[:-1] + ',"organizations":['
    yield from _separated(map(dumped, records))
    yield "]}\n"


def _separated(texts: Iterable[str]) -> Iterator[str]:
    for number, text in enumerate(texts):
        yield f",\n{text}" if number else f"\n{text}"


def workbook(records: Iterable[Record], about: Mapping[str, object]) -> IO[bytes]:
    """A workbook in a temporary file: the rows, and what they are.

    Texts are written as texts: a spreadsheet program shows them and runs none.
    """
    file = tempfile.TemporaryFile()  # noqa: SIM115 (whoever answers with it closes it)
    book = xlsxwriter.Workbook(
        file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet = book.add_worksheet(_("Organizations"))
    sheet.freeze_panes(1, 0)
    for number, name in enumerate(NAMES):
        sheet.write_string(0, number, name)
    for line, record in enumerate(records, 1):
        for number, cell in enumerate(row(record)):
            _put(sheet, line, number, cell)
    notes = book.add_worksheet(_("About"))
    for line, (name, value) in enumerate(about.items()):
        notes.write_string(line, 0, name)
        notes.write_string(line, 1, value if isinstance(value, str) else json.dumps(value))
    book.close()
    file.seek(0)
    return file


def _put(sheet: xlsxwriter.worksheet.Worksheet, line: int, number: int, cell: Cell) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(line, number, cell)
    elif isinstance(cell, str):
        if cell:
            sheet.write_string(line, number, cell[:32_767])
    else:
        sheet.write_number(line, number, cell)


def in_parts(texts: Iterable[str]) -> Iterator[bytes]:
    """Texts as bytes in parts worth sending."""
    held: list[bytes] = []
    size = 0
    for text in texts:
        held.append(text.encode())
        size += len(held[-1])
        if size >= PART:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)
