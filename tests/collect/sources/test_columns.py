from __future__ import annotations

from pathlib import Path

import pytest

from oriundo.collect.sources.column_reading import read_columns
from oriundo.collect.sources.columns import Columns, columns_of, together
from oriundo.collect.sources.drafts import Draft
from oriundo.collect.sources.mapping.model import Mapping
from oriundo.collect.sources.reading import read_drafts

HEADER = "id,name,also,city,region,country,phone,email,web,lat,lon,year,from\n"
MAPPING = Mapping(
    columns={
        "id": ("id",), "name": ("name",), "alternate_name": ("also",), "city": ("city",),
        "region": ("region",), "country": ("country",), "phone": ("phone",), "email": ("email",),
        "website": ("web",), "lat": ("lat",), "lon": ("lon",), "founded": ("year",),
        "origin": ("from",),
    }
)  # fmt: skip
PLAIN = (
    'a1,"Club Jerez, A.C.",Jerez Club; CJ,Chicago,IL,US,(312) 555-0101,INFO@JEREZ.EXAMPLE,'
    "https://www.jerez.example/,41.9,-87.6,1998,México\n"
    "a2,Casa Nicaragua,,Fresno,CA,US,559 555 0102 / 559 555 0103,no email,,,,19x8,Nicaragua y"
    " Honduras\n"
    "a3,Red Maya,,Oaxaca,Oaxaca,MX,951 555 0104,,facebook.com/redmaya,,,2004,\n"
)


def _rows(columns: Columns) -> list[tuple[object, ...]]:
    fields = [name for name in Columns.__slots__ if name != "numbered"]
    return [tuple(getattr(columns, name)[i] for name in fields) for i in range(len(columns))]


def _both(path: Path, mapping: Mapping | None = MAPPING) -> tuple[list, list]:
    """What the row reader and the column reader make of a file: records and counts."""
    drafts = read_drafts(path, mapping=mapping)
    columns = read_columns(path, mapping=mapping)
    left_out = sum(not t.refused and t.row > 0 for t in drafts.troubles)
    counts = (drafts.rows_read, drafts.refused, left_out)
    found = (columns.rows_read, columns.refused, columns.values_left_out)
    return [_rows(columns_of(drafts.drafts)), counts], [_rows(columns.columns), found]


@pytest.mark.parametrize(
    "text",
    [
        HEADER + PLAIN,
        HEADER + PLAIN + "a4,,,Chicago,IL,US,,,,,,,\n",
        HEADER + PLAIN + "a1,Club Otro,,Chicago,IL,US,,,,,,,\n",
        HEADER + PLAIN + ",Club Sin Número,,Chicago,IL,US,,,,,,,\n",
        HEADER + PLAIN + ",,,,,,,,,,,,\n" + PLAIN.replace("a", "b"),
        HEADER + PLAIN + 'a5,"Club\nde dos líneas",,Chicago,IL,US,,,,,,,\n',
        HEADER + PLAIN + "a6,Club Corto,,Chicago\n",
        HEADER + PLAIN + "a7,Club Largo,,Chicago,IL,US,,,,,,,,de más\n",
        "A list of clubs\n" + HEADER + PLAIN,
        HEADER.replace(",", ";") + "a1;Club;;Chicago;IL;US;;;;;;;\n",
    ],
    ids=["plain", "no name", "repeated id", "no id", "empty row", "two lines", "short row",
         "long row", "title above", "semicolons"],
)  # fmt: skip
def test_columns_hold_what_rows_hold(tmp_path: Path, text: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    by_row, by_column = _both(path)
    assert by_column == by_row


def test_a_list_in_another_encoding_is_read_with_care(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes((HEADER + PLAIN).encode("cp1252"))
    by_row, by_column = _both(path)
    assert by_column == by_row


def test_rows_without_numbers_are_numbered(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("name,city\nClub A,Chicago\nClub B,Fresno\n")
    by_row, by_column = _both(path, Mapping(columns={"name": ("name",), "city": ("city",)}))
    assert by_column == by_row
    assert [row[1] for row in by_column[0]] == ["1", "2"]


def test_records_stand_in_the_order_of_source_and_number() -> None:
    keys = [("b", "1"), ("a", "2"), ("a", "10"), ("a", "1")]
    drafts = [Draft(source=s, record_id=i, row=1, name="") for s, i in keys]
    ordered = columns_of(drafts).in_order()
    assert [ordered.key(i) for i in range(4)] == sorted(keys)


def test_tables_end_to_end_are_one() -> None:
    parts = [[Draft(source=s, record_id="1", row=1, name=f"Club {s}")] for s in "ab"]
    whole = together([columns_of(part) for part in parts])
    assert _rows(whole) == _rows(columns_of([*parts[0], *parts[1]]))


def test_what_is_constant_stands_where_a_cell_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    rows = "Club A,,,55 5123 4567\nClub B,Fresno,US,(559) 555-0102\n"
    path.write_text("name,city,country,phone\n" + rows)
    columns = {name: (name,) for name in ("name", "city", "country", "phone")}
    by_row, by_column = _both(path, Mapping(columns, constants={"city": "Reno", "country": "MX"}))
    assert by_column == by_row
    place = [name for name in Columns.__slots__ if name != "numbered"].index("city")
    assert [row[place] for row in by_row[0]] == ["Reno", "Fresno"]
