"""Workbooks as they really arrive: each gives the right rows, or the right error, and never hangs."""

from __future__ import annotations

import datetime

import pytest

from tests.collect.sources.ugly import workbooks as wb
from tests.collect.sources.ugly.arriving import HEADER, ONE, read, refused

DATE = datetime.date(1998, 5, 3)
BOOK = wb.xlsx(HEADER, ("Club Azteca", "Chicago"))
ENTITIES = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]>'

GOOD = {
    "XLSX": (BOOK, ONE, []),
    "XLSX with an empty sheet before": (
        wb.xlsx(HEADER, ("Club Azteca", "Chicago"), sheets_before=["portada"]),
        ONE,
        ["sheet-chosen"],
    ),
    "XLSX with a merged title": (
        wb.xlsx(("Directorio", None), HEADER, ("Club Azteca", "Chicago"), merge=["A1:B1"]),
        ONE,
        ["preamble"],
    ),
    "XLSX with merged header cells over two rows": (
        wb.xlsx(
            ("Organización", None, "Contacto", None),
            ("Nombre", "Siglas", "Nombre", "Correo"),
            ("Club Azteca", "CA", "Ana Prueba", "ana@example.org"),
            merge=["A1:B1", "C1:D1"],
        ),
        [
            {
                "Organización Nombre": "Club Azteca",
                "Siglas": "CA",
                "Contacto Nombre": "Ana Prueba",
                "Correo": "ana@example.org",
            }
        ],
        [],
    ),
    "XLSX with one header merged over two columns": (
        wb.xlsx(
            ("Nombre", None, "Ciudad"),
            ("Federación de Clubes", "de Puebla", "Yonkers 1"),
            merge=["A1:B1"],
        ),
        [{"Nombre": "Federación de Clubes", "Nombre (2)": "de Puebla", "Ciudad": "Yonkers 1"}],
        [],
    ),
    "XLSX with a formula without a result": (
        wb.xlsx(HEADER, ("Club Azteca", '="Chi"&"cago"')),
        [{"nombre": "Club Azteca"}],
        ["formula-without-value"],
    ),
    "XLSX with a formula and its result": (
        wb.changed(
            BOOK,
            "xl/worksheets/sheet1.xml",
            wb.sheet_xml(
                f'<row r="1">{wb.text_cell("A1", "nombre")}{wb.text_cell("B1", "ciudad")}</row>'
                f'<row r="2">{wb.text_cell("A2", "Club Azteca")}'
                '<c r="B2" t="str"><f>"Chi"&amp;"cago"</f><v>Chicago</v></c></row>'
            ),
        ),
        ONE,
        [],
    ),
    "XLSX with a formula error": (
        wb.changed(
            BOOK,
            "xl/worksheets/sheet1.xml",
            wb.sheet_xml(
                f'<row r="1">{wb.text_cell("A1", "nombre")}{wb.text_cell("B1", "ciudad")}</row>'
                f'<row r="2">{wb.text_cell("A2", "Club Azteca")}'
                '<c r="B2" t="e"><f>A9</f><v>#REF!</v></c></row>'
            ),
        ),
        [{"nombre": "Club Azteca"}],
        ["formula-error"],
    ),
    "XLSX with numbers and dates": (
        wb.xlsx(("nombre", "folio", "fundada"), ("Club Azteca", 1142769836.0, DATE)),
        [{"nombre": "Club Azteca", "folio": "1142769836", "fundada": "1998-05-03"}],
        [],
    ),
    "ODS": (wb.ods(wb.ods_row(*HEADER) + wb.ods_row("Club Azteca", "Chicago")), ONE, []),
    "ODS with a million empty rows": (
        wb.ods(
            wb.ods_row(*HEADER)
            + wb.ods_row("Club Azteca", "Chicago")
            + '<table:table-row table:number-rows-repeated="1048570">'
            '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        ),
        ONE,
        [],
    ),
}


@pytest.mark.parametrize("case", GOOD)
def test_it_gives_the_right_rows(case):
    content, rows, codes = GOOD[case]
    assert read(content) == (rows, codes)


BAD = {
    "old Excel": (wb.OLE + bytes(2_000), "old-excel", {}),
    "XLSX with a password": (wb.encrypted_xlsx(), "encrypted", {}),
    "XLSX cut off": (BOOK[: len(BOOK) // 2], "archive-damaged", {}),
    "XLSX whose directory is shifted": (wb.shifted(BOOK, 40), "archive-damaged", {}),
    "XLSX whose packed bytes go on after their end": (
        wb.with_tail("<workbook/>" + " " * 300_000),
        "workbook-damaged",
        {},
    ),
    "XLSX with a member without a name": (
        wb.zipped({"xl/workbook.xml": "<a/>", "q.xml": "x"}).replace(b"q.xml", b"\0.xml"),
        "archive-damaged",
        {},
    ),
    "XLSX with macros": (wb.changed(BOOK, "xl/vbaProject.bin", b"x"), "macros", {}),
    "XLSX that is a zip bomb": (wb.bomb(1_500), "ratio", {"value": "xl/worksheets/sheet1.xml"}),
    "XLSX whose directory lies": (
        wb.lying(BOOK, "xl/worksheets/sheet1.xml", 2_000_000),
        "ratio",
        {"value": "xl/worksheets/sheet1.xml"},
    ),
    "XLSX whose directory claims two gigabytes": (
        wb.claiming(BOOK, "xl/worksheets/sheet1.xml", 2_000_000_000),
        "unpacked-too-large",
        {"value": "xl/worksheets/sheet1.xml"},
    ),
    "XLSX with entities": (
        wb.changed(BOOK, "xl/worksheets/sheet1.xml", ENTITIES + wb.sheet_xml("")),
        "xml-entities",
        {"value": "xl/worksheets/sheet1.xml"},
    ),
    "XLSX with entities in UTF-16": (
        wb.changed(BOOK, "xl/sharedStrings.xml", (ENTITIES + "<sst/>").encode("utf-16")),
        "xml-entities",
        {"value": "xl/sharedStrings.xml"},
    ),
    "XLSX with cells in opposite corners": (
        wb.changed(
            BOOK,
            "xl/worksheets/sheet1.xml",
            wb.sheet_xml(
                f'<row r="1">{wb.text_cell("A1", "a")}</row>'
                f'<row r="1048576">{wb.text_cell("XFD1048576", "b")}</row>'
            ),
        ),
        "too-many-columns",
        {"value": 16_384},
    ),
    "XLSX with too many members": (
        wb.zipped({"xl/workbook.xml": "<a/>", **{f"m{n}": "" for n in range(200)}}),
        "too-many-members",
        {"value": 201},
    ),
    "XLSX without a sheet": (
        wb.zipped({"xl/workbook.xml": "<workbook/>"}),
        "workbook-damaged",
        {},
    ),
    "XLSX with nothing in it": (wb.xlsx(), "empty", {}),
    "ODS that repeats cells": (
        wb.ods(wb.ods_row(*["x"] * 190, times=1_000_000)),
        "too-many-rows",
        {"limit": 1_000},
    ),
    "ODS with a password": (
        wb.zipped(
            {
                "mimetype": wb.ODS_TYPE,
                "META-INF/manifest.xml": "<encryption-data/>",
                "content.xml": b"\x07\x55",
            }
        ),
        "encrypted",
        {},
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_it_gives_the_right_error(case):
    refused(*BAD[case])
