"""Files as they really arrive: each gives the right rows, or the right error, and never hangs."""

from __future__ import annotations

import datetime
import json

import pytest

from oriundo.collect.sources.formats.files import read_given
from oriundo.collect.sources.limits import Limits
from oriundo.collect.sources.reading import Given, UnreadableFile, read_drafts
from tests.collect.sources.ugly import workbooks as wb

CSV = "nombre,ciudad\nClub Azteca,Chicago\nClub Jalisco,Dallas\n"
TWO = [
    {"nombre": "Club Azteca", "ciudad": "Chicago"},
    {"nombre": "Club Jalisco", "ciudad": "Dallas"},
]
ONE = TWO[:1]
ACCENTS = [{"nombre": "Unión Michoacán", "ciudad": "Peñón"}]
ACCENTED = "nombre;ciudad\nUnión Michoacán;Peñón\n"
HEADER = ("nombre", "ciudad")
DATE = datetime.date(1998, 5, 3)
SMALL = Limits(file_bytes=3_000_000, rows=1_000)


def given(content, name="list.csv"):
    return Given(name, content=content if isinstance(content, bytes) else content.encode())


def read(content):
    """(rows, codes of what was noted) of a file that can be read."""
    table = read_given(given(content), limits=SMALL)
    rows = list(table.rows)
    codes = [fault.code for fault in table.notes]
    codes += [fault.code for row in rows for fault in row.faults]
    return [row.cells for row in rows if row.cells], codes


def kml(body, before=""):
    return f'<?xml version="1.0"?>{before}<kml xmlns="http://www.opengis.net/kml/2.2">{body}</kml>'


PLACEMARK = (
    "<Placemark><name>Club Azteca</name><Point><coordinates>-87.6,41.9,0</coordinates></Point>"
    "</Placemark>"
)
PLACED = [{"name": "Club Azteca", "lat": "41.9", "lon": "-87.6"}]
BOOK = wb.xlsx(HEADER, ("Club Azteca", "Chicago"))
LONG = "x" * 1_000_000
ENTITIES = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]>'

GOOD = {
    "plain": (CSV, TWO, []),
    "no line end at the end": (CSV.rstrip(), TWO, []),
    "semicolons": (CSV.replace(",", ";"), TWO, []),
    "tabs": (CSV.replace(",", "\t"), TWO, []),
    "pipes": (CSV.replace(",", "|"), TWO, []),
    "carriage returns only": (CSV.replace("\n", "\r"), TWO, []),
    "line ends of DOS": (CSV.replace("\n", "\r\n"), TWO, []),
    "Excel's sep line": ("sep=;\n" + CSV.replace(",", ";"), TWO, []),
    "commas inside semicolons": (
        "nombre;ciudad\nClub Azteca, A.C.;Chicago, IL\n",
        [{"nombre": "Club Azteca, A.C.", "ciudad": "Chicago, IL"}],
        [],
    ),
    "header and rows separated otherwise": (
        "nombre;ciudad\nClub Azteca,Chicago\nClub Jalisco,Dallas\n",
        TWO,
        [],
    ),
    "one row separated otherwise": (
        CSV + "Club Puebla;Nueva York\n",
        [*TWO, {"nombre": "Club Puebla", "ciudad": "Nueva York"}],
        ["other-delimiter"],
    ),
    "BOM": (b"\xef\xbb\xbf" + CSV.encode(), TWO, []),
    "BOM twice before a quoted header": (
        b"\xef\xbb\xbf\xef\xbb\xbf" + CSV.replace("nombre", '"nombre"').encode(),
        TWO,
        [],
    ),
    "UTF-16 with a mark": (CSV.encode("utf-16"), TWO, []),
    "UTF-16 little-endian without a mark": (CSV.encode("utf-16-le"), TWO, []),
    "UTF-16 big-endian without a mark": (CSV.encode("utf-16-be"), TWO, []),
    "UTF-32": (CSV.encode("utf-32"), TWO, []),
    "cp1252": (ACCENTED.encode("cp1252"), ACCENTS, ["encoding-guessed"]),
    "Mac Roman": (ACCENTED.encode("mac_roman"), ACCENTS, ["encoding-guessed"]),
    "DOS code page 850": (ACCENTED.encode("cp850"), ACCENTS, ["encoding-guessed"]),
    "quoted line breaks": (
        'nombre,ciudad\n"Club\nAzteca",Chicago\n',
        [{"nombre": "Club\nAzteca", "ciudad": "Chicago"}],
        [],
    ),
    "a stray quotation mark inside a cell": (
        'nombre,ciudad\nClub 5" Azteca,Chicago\n',
        [{"nombre": 'Club 5" Azteca', "ciudad": "Chicago"}],
        [],
    ),
    "a short row with a line break in a cell": (
        'nombre,ciudad\n"Club;\nAzteca"\nClub Jalisco,Dallas\n',
        [{"nombre": "Club;\nAzteca"}, TWO[1]],
        [],
    ),
    "rows too short": ("nombre,ciudad\nClub Azteca\n", [{"nombre": "Club Azteca"}], []),
    "empty cells beyond the header": ("nombre,ciudad\nClub Azteca,Chicago,,\n", ONE, []),
    "an unquoted comma before Inc": (
        CSV + "Club Puebla, Inc,Yonkers\n",
        [*TWO, {"nombre": "Club Puebla, Inc", "ciudad": "Yonkers"}],
        ["cells-rejoined"],
    ),
    "a row with cells that nobody can place": (
        CSV + "Club Puebla,Yonkers,NY,10701\n",
        TWO,
        ["row-too-long"],
    ),
    "empty rows inside and at the end": (
        "nombre,ciudad\nClub Azteca,Chicago\n,\nClub Jalisco,Dallas\n,\n,\n\n",
        TWO,
        ["row-empty"],
    ),
    "NUL bytes": (CSV.replace("Azteca", "Az\0teca"), TWO, ["nul-removed"]),
    "titles above the header": (
        "Directorio de clubes\n\nCorte: marzo\n" + CSV,
        TWO,
        ["preamble"],
    ),
    "no header": (
        "Club Azteca,azteca@example.org\nClub Jalisco,jalisco@example.org\n",
        [
            {"column 1": "Club Azteca", "column 2": "azteca@example.org"},
            {"column 1": "Club Jalisco", "column 2": "jalisco@example.org"},
        ],
        ["no-header"],
    ),
    "duplicate and empty headers": (
        "nombre,,nombre\nClub Azteca,Chicago,CA\n",
        [{"nombre": "Club Azteca", "column 2": "Chicago", "nombre (2)": "CA"}],
        [],
    ),
    "right-to-left marks in the header": (
        "\u200fnombre\u202e,ciudad\nClub Azteca,Chicago\n",
        ONE,
        [],
    ),
    "a cell of a million characters": (
        f"nombre,ciudad\n{LONG},Chicago\nClub Jalisco,Dallas\n",
        TWO[1:],
        ["cell-too-long"],
    ),
    "cells that begin like formulas": (
        "nombre,ciudad\n\"=cmd|' /C calc'!A0\",@SUM(1)\n",
        [{"nombre": "=cmd|' /C calc'!A0", "ciudad": "@SUM(1)"}],
        [],
    ),
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
    "JSON": (json.dumps(TWO), TWO, []),
    "JSON in an object": (json.dumps({"total": 2, "clubes": TWO}, indent=1), TWO, []),
    "JSON with NaN": (
        '[{"nombre": "Club Azteca", "ciudad": NaN}]',
        [{"nombre": "Club Azteca"}],
        ["not-a-number"],
    ),
    "JSON with nested values": (
        '[{"nombre": "Club Azteca", "tel": {"casa": 5, "otros": [1, 2.50]}}]',
        [{"nombre": "Club Azteca", "tel.casa": "5", "tel.otros": "1; 2.50"}],
        [],
    ),
    "JSON Lines": ("\n".join(json.dumps(row) for row in TWO), TWO, []),
    "JSON Lines with a broken line": (
        f"{json.dumps(TWO[0])}\n{{broken\n{json.dumps(TWO[1])}\n[1]\n",
        TWO,
        ["row-not-json", "row-not-json"],
    ),
    "JSON Lines with half of an emoji": (
        '{"nombre": "Club \\ud83d"}\n{"nombre": "Club Azteca"}\n',
        [{"nombre": "Club ?"}, {"nombre": "Club Azteca"}],
        [],
    ),
    "GeoJSON": (
        json.dumps(
            {
                "type": "FeatureCollection",
                "features": [
                    {
                        "type": "Feature",
                        "properties": {"name": "Club Azteca"},
                        "geometry": {"type": "Point", "coordinates": [-87.6, 41.9]},
                    },
                    {"type": "Feature", "properties": {"name": "Club Jalisco"}, "geometry": None},
                    {
                        "type": "Feature",
                        "properties": {"name": "Club Puebla"},
                        "geometry": {"type": "Polygon", "coordinates": [[[0, 0]]]},
                    },
                ],
            }
        ),
        [
            {"name": "Club Azteca", "lon": "-87.6", "lat": "41.9"},
            {"name": "Club Jalisco"},
            {"name": "Club Puebla"},
        ],
        ["not-a-point"],
    ),
    "KML": (kml(PLACEMARK), PLACED, []),
    "KMZ": (wb.zipped({"doc.kml": kml(PLACEMARK)}), PLACED, []),
}


@pytest.mark.parametrize("case", GOOD)
def test_an_ugly_file_gives_the_right_rows(case):
    content, rows, codes = GOOD[case]
    assert read(content) == (rows, codes)


BAD = {
    "nothing in it": (b"", "empty", {}),
    "only spaces": (b" \r\n\t\n", "empty", {}),
    "only a header": ("nombre,ciudad\n", "no-rows", {}),
    "a picture called CSV": (b"\x89PNG\r\n\x1a\n" + bytes(99), "binary", {"value": "a PNG image"}),
    "a PDF called CSV": (b"%PDF-1.7\n%\xe2\xe3", "binary", {"value": "PDF"}),
    "random bytes called CSV": (
        bytes(range(1, 32)) * 40,
        "binary",
        {"value": "control characters"},
    ),
    "a program": (b"MZ\x90\0\3\0\0\0" + bytes(400), "binary", {"value": "a program"}),
    "a quotation mark never closed": (
        'nombre,ciudad\nClub Azteca,Chicago\nClub Jalisco,"Dallas\nClub Puebla,Yonkers\n',
        "quote-never-closed",
        {"row": 3, "column": "2", "value": "Dallas"},
    ),
    "ten thousand columns": (
        ",".join(f"c{n}" for n in range(10_000)) + "\n" + ",".join("x" * 10_000),
        "too-many-columns",
        {"value": 10_000, "limit": 200},
    ),
    "more rows than may be": ("nombre\n" + "Club\n" * 1_001, "too-many-rows", {"limit": 1_000}),
    "more bytes than may be": (b"x" * 3_000_001, "too-large", {"value": 3_000_001}),
    "a web page called XLS": ("<html><body><table><tr><td>Club</td></tr></table>", "web-page", {}),
    "XML of another kind": (
        '<?xml version="1.0"?><Workbook><Row/></Workbook>',
        "xml",
        {"value": "Workbook"},
    ),
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
    "a Word document": (
        wb.zipped({"word/document.xml": "<w/>"}),
        "archive",
        {"value": "word/document.xml"},
    ),
    "KML with entities": (kml(PLACEMARK, before=ENTITIES), "xml-entities", {}),
    "KML cut off": (kml(PLACEMARK)[:-10], "xml-damaged", {}),
    "KML without a placemark": (kml("<Document/>"), "no-placemarks", {}),
    "JSON cut off": ('[{"nombre": "Club Azteca"},\n{"nombre"', "json-damaged", {"row": 2}),
    "JSON too deep for any parser": ("[" * 100_000, "json-too-deep", {"limit": 20}),
    "JSON with a deep row": (
        '[{"nombre": ' + "[" * 30 + "]" * 30 + "}]",
        "json-too-deep",
        {"row": 1, "limit": 20},
    ),
    "JSON with two lists": (
        json.dumps({"clubes": TWO, "casas": TWO}),
        "json-several-lists",
        {"value": "clubes, casas"},
    ),
    "JSON without a list": ('{"total": 0}', "json-no-list", {}),
}


@pytest.mark.parametrize("case", BAD)
def test_an_ugly_file_gives_the_right_error(case):
    content, code, values = BAD[case]
    with pytest.raises(UnreadableFile) as refused:
        read_drafts(given(content), limits=SMALL)
    error = refused.value
    assert (error.code, {name: error.values[name] for name in values}) == (code, values)
    assert error.in_english().startswith(("list.csv ", "The ", "the "))


def test_a_number_of_ten_thousand_digits_stays_text():
    content = '[{"nombre": "Club", "folio": ' + "9" * 10_000 + "}]"
    rows, codes = read(content)
    assert (len(rows[0]["folio"]), codes) == (10_000, [])


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(UnreadableFile, match=r"^clubes.csv does not exist\. Check the path"):
        read_drafts(tmp_path / "clubes.csv")


def test_a_folder_instead_of_a_file(tmp_path):
    with pytest.raises(UnreadableFile, match="is a folder, not a file"):
        read_drafts(tmp_path)


def test_a_name_cut_over_two_columns():
    first = "FEDERACION DE CLUBES MICHOACANOS EN"
    rows = f"id,Orgname1,Orgname2\n1,{first},\n2,{first[:30]}OTROX,IDA\n3,{first[:30]}UNIDO,S DEL\n"
    reading = read_drafts(given(rows))
    assert [draft.name for draft in reading.drafts] == [
        first,
        f"{first[:30]}OTROXIDA",
        f"{first[:30]}UNIDOS DEL",
    ]


def test_a_date_that_was_saved_as_a_number():
    reading = read_drafts(given("nombre,año de fundación\nClub Azteca,38353\n"))
    assert reading.drafts[0].founded == 2005
