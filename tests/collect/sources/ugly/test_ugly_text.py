"""Tables of text as they really arrive, and what is called a table but is none: each gives the right rows, or the right error, and never hangs."""

from __future__ import annotations

import pytest

from oriundo.collect.sources.reading import UnreadableFile, read_drafts
from tests.collect.sources.ugly import workbooks as wb
from tests.collect.sources.ugly.arriving import ONE, TWO, given, read, refused

CSV = "nombre,ciudad\nClub Azteca,Chicago\nClub Jalisco,Dallas\n"
ACCENTS = [{"nombre": "Unión Michoacán", "ciudad": "Peñón"}]
ACCENTED = "nombre;ciudad\nUnión Michoacán;Peñón\n"
LONG = "x" * 1_000_000

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
}


@pytest.mark.parametrize("case", GOOD)
def test_it_gives_the_right_rows(case):
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
    "a Word document": (
        wb.zipped({"word/document.xml": "<w/>"}),
        "archive",
        {"value": "word/document.xml"},
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_it_gives_the_right_error(case):
    refused(*BAD[case])


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
