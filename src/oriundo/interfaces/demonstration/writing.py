"""Tables as files: CSV, XLSX, ODS and JSON. The same rows give the same bytes."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

Cell = str | int
Grid = Sequence[Sequence[Cell]]

_EPOCH = (1980, 1, 1, 0, 0, 0)
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE_TYPE = "vnd.openxmlformats-officedocument"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def csv_bytes(grid: Grid, *, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """A delimited file with lines ending in CR LF, as spreadsheet programs save it."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(grid)
    return out.getvalue().encode(encoding)


def json_bytes(value: object) -> bytes:
    """Indented JSON, accents as escapes, as scrapers write it."""
    return json.dumps(value, indent=1, ensure_ascii=True).encode()


def xlsx_bytes(grid: Grid, *, sheet: str) -> bytes:
    """A workbook with one sheet; texts are inline, whole numbers are numbers."""
    rows = "".join(
        f'<row r="{number}">{"".join(_xlsx_cell(c, number, at) for at, c in enumerate(row))}</row>'
        for number, row in enumerate(grid, 1)
    )
    override = f'<Override PartName="/{{}}" ContentType="application/{_OFFICE_TYPE}.{{}}+xml"/>'
    return _zipped(
        {
            "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/>'
            + override.format("xl/workbook.xml", "spreadsheetml.sheet.main")
            + override.format("xl/worksheets/sheet1.xml", "spreadsheetml.worksheet")
            + "</Types>",
            "_rels/.rels": _relations("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": f'{_XML}<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>'
            f'<sheet name="{escape(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _relations("worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": f'{_XML}<worksheet xmlns="{_SHEET}"><sheetData>{rows}'
            "</sheetData></worksheet>",
        }
    )


def ods_bytes(grid: Grid, *, sheet: str) -> bytes:
    """An OpenDocument spreadsheet with one sheet."""
    rows = "".join(
        f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in grid
    )
    manifest = (
        f'{_XML}<m:manifest xmlns:m="{_ODF}:manifest:1.0" m:version="1.2">'
        f'<m:file-entry m:full-path="/" m:media-type="{_ODS_TYPE}"/>'
        '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
    )
    content = (
        f'{_XML}<office:document-content xmlns:office="{_ODF}:office:1.0" '
        f'xmlns:table="{_ODF}:table:1.0" xmlns:text="{_ODF}:text:1.0" office:version="1.2">'
        f'<office:body><office:spreadsheet><table:table table:name="{escape(sheet)}">{rows}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return _zipped(
        {"mimetype": _ODS_TYPE, "META-INF/manifest.xml": manifest, "content.xml": content}
    )


def _xlsx_cell(value: Cell, row: int, column: int) -> str:
    if value == "":
        return ""
    place = f"{chr(ord('A') + column)}{row}"
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def _ods_cell(value: Cell) -> str:
    if value == "":
        return "<table:table-cell/>"
    text = f"<text:p>{escape(str(value))}</text:p>"
    if isinstance(value, int):
        number = f'office:value-type="float" office:value="{value}"'
        return f"<table:table-cell {number}>{text}</table:table-cell>"
    return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'


def _relations(kind: str, target: str) -> str:
    return (
        f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def _zipped(members: Mapping[str, str]) -> bytes:
    """A zip of texts in the order given, without the time of day in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in members.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, text)
    return out.getvalue()
