from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.interfaces.cli.test_identify import run

TABLE = """Nombre,Domicilio,Ciudad,Estado,CP,País,lat,lon
Uno,1745 T Street SE,Washington,DC,20020,US,38.867,-76.979
Dos,,Guadalajara,Jalisco,,México,20.67,103.35
Tres,,,,,Honduras,,
"""


@pytest.fixture
def geocode(tmp_path):
    table, out = tmp_path / "table.csv", tmp_path / "out.csv"
    table.write_text(TABLE, encoding="utf-8")

    def located(*options: str) -> list[dict[str, str]]:
        result = run("geocode", table, "--out", out, *options)
        assert result.exit_code == 0, result.output
        return list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))

    return located


def test_every_row_comes_out_in_its_order_with_where_it_is(geocode):
    rows = geocode()
    assert [row["Nombre"] for row in rows] == ["Uno", "Dos", "Tres"]
    assert [row["precision"] for row in rows] == ["postal", "locality", "country"]
    assert [row["admin2_code"] for row in rows] == ["11001", "14039", ""]
    assert rows[0]["place_name"] == "Washington"
    assert rows[0]["reason"] == "located by the postal code 20020"


def test_a_country_alone_gets_no_point(geocode):
    row = geocode()[2]
    assert (row["country_code"], row["geocoded_lat"], row["geocoded_lon"]) == ("HND", "", "")


def test_points_are_looked_at_only_when_asked_to(geocode):
    assert [row["precision"] for row in geocode("--points")] == ["address", "locality", "country"]
    assert "the longitude lacks its minus" in geocode("--points")[1]["reason"]


def test_the_country_of_rows_that_name_none_can_be_given(tmp_path):
    (tmp_path / "t.csv").write_text("name,city\nUno,Santa Ana\n")
    run("geocode", tmp_path / "t.csv", "--out", tmp_path / "o.csv", "--country", "El Salvador")
    assert "SLV" in (tmp_path / "o.csv").read_text()


def test_counts_come_as_json(tmp_path):
    (tmp_path / "t.csv").write_text("name,city,country\nUno,Chicago,US\nDos,,US\n")
    result = run("geocode", tmp_path / "t.csv", "--out", tmp_path / "o.csv", "--json")
    counts = json.loads(result.stdout)
    assert (counts["rows"], counts["locality"], counts["country"]) == (2, 1, 1)


def test_a_table_without_a_place_is_refused_with_what_to_do(tmp_path):
    (tmp_path / "t.csv").write_text("foo,bar\n1,2\n")
    result = run("geocode", tmp_path / "t.csv", "--out", tmp_path / "o.csv")
    assert (result.exit_code, (tmp_path / "o.csv").exists()) == (1, False)
    assert "t.csv is known to say where: it has foo, bar. Name one with --map" in result.output


def test_points_that_are_not_looked_at_are_spoken_of(tmp_path):
    (tmp_path / "t.csv").write_text("name,city,lat,lon\nUno,Chicago,41.9012,-87.6123\n")
    told = [
        run("geocode", tmp_path / "t.csv", "--out", tmp_path / "o.csv", *options).stderr
        for options in ([], ["--points"])
    ]
    assert told == [
        "t.csv gives points, which are not looked at: --points keeps those that agree.\n",
        "Points are read from the columns lat and lon.\n",
    ]


def test_a_column_of_counties_is_read_and_checked_against_the_state(tmp_path):
    (tmp_path / "t.csv").write_text("name,county,state\nUno,Cook County,California\n")
    run("geocode", tmp_path / "t.csv", "--out", tmp_path / "o.csv")
    assert "not in California" in (tmp_path / "o.csv").read_text()


def test_it_says_from_which_columns_points_are_read(tmp_path):
    (tmp_path / "t.csv").write_text("name,city,Y,X\nUno,Chicago,41.88,-87.63\n")
    result = run("geocode", tmp_path / "t.csv", "--out", tmp_path / "o.csv", "--points")
    assert (result.exit_code, result.stderr) == (0, "Points are read from the columns Y and X.\n")


def test_points_that_no_column_is_known_to_hold_are_refused(tmp_path):
    (tmp_path / "t.csv").write_text("name,city,northing,easting\nUno,Chicago,a,b\n")
    result = run("geocode", tmp_path / "t.csv", "--out", tmp_path / "o.csv", "--points")
    assert (result.exit_code, (tmp_path / "o.csv").exists()) == (1, False)
    assert "it has name, city, northing, easting. Name them with --map" in result.stderr


def test_a_reader_that_has_enough_ends_it_without_a_word(tmp_path):
    rows = "".join(f"Club {n},Chicago,US\n" for n in range(5000))
    (tmp_path / "t.csv").write_text("name,city,country\n" + rows)
    os.mkfifo(tmp_path / "pipe")
    command = [Path(sys.executable).with_name("oriundo"), "geocode", tmp_path / "t.csv"]
    with subprocess.Popen([*command, "--out", tmp_path / "pipe"], stderr=subprocess.PIPE) as made:
        with (tmp_path / "pipe").open() as reader:
            first = reader.readline()
        _, said = made.communicate()
    assert (first.split(",")[0], said, made.returncode) == ("name", b"", 1)
    assert (tmp_path / "pipe").is_fifo()


def test_a_link_to_a_table_stays_one(tmp_path):
    (tmp_path / "t.csv").write_text("name,city,country\nUno,Chicago,US\n")
    (tmp_path / "real.csv").write_text("old\n")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    run("geocode", tmp_path / "t.csv", "--out", tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text().startswith("name,city,country,geocoded_lat")
