"""What is read for whole columns at once is what the row reader reads, cell by cell."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oriundo.collect.sources import usual
from oriundo.collect.sources.mapping.model import Mapping
from oriundo.collect.sources.rows import WORDS, RowReader
from oriundo.collect.sources.usual import Usual

GIVES = {
    "name": "name", "origin": "origins", "phone": "phones", "email": "emails",
    "website": "websites",
}  # fmt: skip
PIECES = {
    "name": ["Club", "Jerez", "México", "Ñuñoa", " ", "  ", "\t", "&amp;", "&", "<br>", "N/A", "(",
             ")", "-", "ninguno", "sin teléfono", "Ã©", "â€™", "Â", "\u00a0", "e\u0301", "’"],
    "origin": ["México", "Honduras", " y ", " Y ", " and ", " & ", ",", ";", "/", "|", " ", "n/d",
               "\n", "y", "Guatemala"],
    "phone": ["312", "555", "0101", "(", ")", "-", ".", " ", "+1", "1", "+52", "ext. 3", "/", "x",
              "\u0663", "\n", "044"],
    "email": ["info", "club.jerez", "@", ".", "gmail", "com", "EXAMPLE", "org", " ", "(at)", "mailto:",
              "-", "+", "é", ",", "'", "no"],
    "website": ["https://", "HTTP://", "www.", "Www.", "casa", "club-jerez", ".", "org", "com", "/",
                "facebook.com", "m.facebook.com", "twitter.com", "x.com", "fb.com", "linkedin.com",
                "home", "in", "profile.php", "?id=3", "@club", "a@b.org", " ", "index.PHP", "#", "-"],
}  # fmt: skip


def _usual(field: str, cells: list[str]) -> Usual:
    held = pa.array(cells, pa.string())
    if field == "origin":
        return usual.lists(held, WORDS[field][1])
    if field == "phone":
        return usual.phones(held, np.ones(len(cells), dtype=np.bool_))
    return {"name": usual.texts, "email": usual.emails, "website": usual.websites}[field](held)


def _by_row(field: str, cell: str) -> tuple[object, int]:
    reader = RowReader(Mapping(columns={field: (field,)}, constants={"country": "US"}))
    read, faults = reader.read({field: cell} if cell.strip() else {})
    return read.get(GIVES[field], "" if field == "name" else ()), len(faults)


@pytest.mark.parametrize("field", PIECES)
@given(data=st.data())
def test_what_is_usual_is_read_as_the_row_reader_reads_it(field: str, data: st.DataObject) -> None:
    pieces = st.lists(st.sampled_from(PIECES[field]), max_size=6).map("".join)
    cells = data.draw(st.lists(pieces, min_size=1, max_size=30))
    found = _usual(field, cells)
    for cell, known, value in zip(cells, found.known.tolist(), found.values, strict=True):
        if known:
            assert (value, 0) == _by_row(field, cell)


DEGREES = st.lists(
    st.sampled_from(
        ["4", "12", "-", "+", ".", "5", "0", "180", "91", " ", ",", "°", "N", "1234567"]
    ),
    max_size=4,
).map("".join)


@given(cells=st.lists(st.tuples(DEGREES, DEGREES), min_size=1, max_size=30))
def test_usual_points_are_read_as_the_row_reader_reads_them(cells: list[tuple[str, str]]) -> None:
    lats, lons = (pa.array(side, pa.string()) for side in zip(*cells, strict=True))
    reader = RowReader(Mapping(columns={"lat": ("lat",), "lon": ("lon",)}))
    lat, lon = usual.points(lats, lons)
    for place, (y, x) in enumerate(cells):
        if lat.known[place]:
            filled = {name: cell for name, cell in (("lat", y), ("lon", x)) if cell.strip()}
            read, faults = reader.read(filled)
            assert (read.get("lat"), read.get("lon"), faults) == (
                lat.values[place],
                lon.values[place],
                [],
            )


def test_usual_points_are_known() -> None:
    cells = [("19.4326077", "-99.133208"), ("", ""), ("19,4", "-99"), ("0", "0"), ("12", "")]
    lat, lon = usual.points(*(pa.array(side) for side in zip(*cells, strict=True)))
    assert lat.known.tolist() == lon.known.tolist() == [True, True, False, False, False]
    assert (lat.values[:2], lon.values[:2]) == ([19.4326077, None], [-99.133208, None])


@pytest.mark.parametrize(
    ("field", "cell", "value"),
    [
        (
            "name",
            "Federación de Clubes Zacatecanos, A.C.",
            "Federación de Clubes Zacatecanos, A.C.",
        ),
        ("name", "(N/D)", ""),
        ("origin", "El Salvador", ("El Salvador",)),
        ("phone", "(312) 555-0101", ("+13125550101",)),
        ("email", "Info@Club-Jerez.EXAMPLE", ("info@club-jerez.example",)),
        ("website", "HTTPS://www.Club-Jerez.example/", ("club-jerez.example",)),
        ("website", "https://facebook.com/Club.Jerez", ("facebook.com/club.jerez",)),
        ("website", "", ()),
    ],
)
def test_usual_cells_are_known(field: str, cell: str, value: object) -> None:
    found = _usual(field, [cell])
    assert (found.known.tolist(), found.values) == ([True], [value])


@pytest.mark.parametrize(
    ("field", "cell"),
    [
        ("name", "Club &amp; Casa"),
        ("name", "Federaci\u00c3\u00b3n"),
        ("origin", "Honduras y Nicaragua"),
        ("phone", "312 555 0101 ext. 4"),
        ("email", "info@a.example, b@c.example"),
        ("website", "m.facebook.com/club"),
        ("website", "facebook.com/home"),
        ("website", "x.com"),
    ],
)
def test_what_needs_care_is_left(field: str, cell: str) -> None:
    assert _usual(field, [cell]).known.tolist() == [False]
