from __future__ import annotations

import json
import sys

from tests.interfaces.cli.test_identify import run

TABLE = """key,org,town,tel
a7,Riverside Food Bank,Akron,330 555 0101
b2,River Side Foodbank,Akron,330 555 0101
c9,Elm Street Library,Akron,330 555 0109
"""
MAP = "id: key\nname: org\ncity: town\nphone: tel\nconstants: {region: OH, country: US}\n"


def test_every_row_of_any_table_is_linked_once(tmp_path):
    (tmp_path / "table.csv").write_text(TABLE)
    (tmp_path / "map.yaml").write_text(MAP)
    out = tmp_path / "links.csv"
    result = run("match", tmp_path / "table.csv", "--map", tmp_path / "map.yaml", "--out", out)
    lines = [line.split(",") for line in out.read_text().splitlines()]
    assert (result.exit_code, lines[0]) == (0, ["source", "record_id", "organization_id"])
    assert [line[:2] for line in lines[1:]] == [["table.csv", key] for key in ("a7", "b2", "c9")]
    assert lines[1][2] == lines[2][2] != lines[3][2]


def test_a_row_without_a_mapped_id_is_known_by_its_number(tmp_path):
    (tmp_path / "table.csv").write_text(TABLE)
    (tmp_path / "map.yaml").write_text("name: org\nignore: [key, town, tel]\n")
    out = tmp_path / "links.csv"
    run("match", tmp_path / "table.csv", "--map", tmp_path / "map.yaml", "--out", out)
    assert [line.split(",")[1] for line in out.read_text().splitlines()[1:]] == ["1", "2", "3"]


def test_a_mapping_that_names_a_missing_column_is_refused(tmp_path):
    (tmp_path / "table.csv").write_text(TABLE)
    (tmp_path / "map.yaml").write_text("name: organisation\n")
    result = run(
        "match", tmp_path / "table.csv", "--map", tmp_path / "map.yaml", "--out", tmp_path / "l.csv"
    )
    assert result.exit_code == 1
    assert "organisation" in result.output


def test_json_prints_the_counts(tmp_path):
    (tmp_path / "table.csv").write_text(TABLE)
    (tmp_path / "map.yaml").write_text(MAP)
    result = run(
        *("match", tmp_path / "table.csv", "--map", tmp_path / "map.yaml"),
        *("--out", tmp_path / "l.csv", "--json"),
    )
    counts = json.loads(result.stdout)
    assert (counts["rows"], counts["records"], counts["organizations"]) == (3, 3, 2)


def test_an_engine_that_cannot_run_here_is_refused_in_the_readers_language(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark", None)
    (tmp_path / "table.csv").write_text(TABLE)
    out = tmp_path / "links.csv"
    arguments = ("match", tmp_path / "table.csv", "--out", out, "--engine", "spark")
    result = run(*arguments, language="es")
    assert (result.exit_code, out.exists()) == (1, False)
    assert "Para comparar en Spark hace falta pyspark, que no está instalado." in result.output
    assert "make setup-spark" in result.output
