from __future__ import annotations

import pytest

from oriundo.collect.sources.faults import Fault
from oriundo.collect.sources.normalizing import numbers

POINTS = [
    ("41.88", "-87.63", (41.88, -87.63)),
    ("19,4326", "-99,1332", (19.4326, -99.1332)),
    ("19.43 N", "99.13 W", (19.43, -99.13)),
    ("19°25'30\"N", "99°7'48\"O", (19.425, -99.13)),
    ("19.43, -99.13", "19.43, -99.13", (19.43, -99.13)),
    ("0", "0.0", None),
    ("", "", None),
]


@pytest.mark.parametrize(("lat", "lon", "point"), POINTS)
def test_coordinates_are_read(lat, lon, point):
    assert numbers.point(lat, lon, column="lat") == (point, ())


@pytest.mark.parametrize(
    ("lat", "lon", "point", "code"),
    [
        ("-112.07", "33.46", (33.46, -112.07), "coordinates-swapped"),
        ("433.46", "-112.07", None, "coordinates-out-of-range"),
        ("33.46", "", None, "coordinates-incomplete"),
        ("norte", "-112.07", None, "coordinates"),
        ("33.466.172", "-112.07", None, "coordinates"),
    ],
)
def test_bad_coordinates_are_reported(lat, lon, point, code):
    shown = f"{lat}, {lon}"
    assert numbers.point(lat, lon, column="lat") == (point, (Fault(code, "lat", shown),))


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("1998", 1998),
        ("1949-06-15", 1949),
        ("15/06/2004", 2004),
        ("desde 1987", 1987),
        ("38353", 2005),
        ("38353.5", 2005),
        ("", None),
    ],
)
def test_a_year_is_read(text, year):
    assert numbers.year(text, column="año") == (year, ())


@pytest.mark.parametrize("text", ["hace mucho", "98", "0000", "12/03/98"])
def test_what_is_no_year_is_reported(text):
    assert numbers.year(text, column="año") == (None, (Fault("year", "año", text),))


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("25", 25),
        ("1,200", 1200),
        ("1.200 socios", 1200),
        ("25-30", 25),
        ("aprox. 40", 40),
        ("0", None),
    ],
)
def test_members_are_counted(text, members):
    assert numbers.members(text, column="n") == (members, ())


@pytest.mark.parametrize("text", ["muchos", "-", "99999999999"])
def test_what_is_no_count_is_reported(text):
    assert numbers.members(text, column="n") == (None, (Fault("members", "n", text),))


@pytest.mark.parametrize(("text", "yes"), [("Sí", True), ("X", True), ("1", True), ("no", False)])
def test_yes_is_understood(text, yes):
    assert numbers.is_yes(text) is yes
