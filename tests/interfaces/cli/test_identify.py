"""Lists in, a folder out: every record once, the same bytes twice, errors that say what to do."""

from __future__ import annotations

import csv
import json

import pytest
from click.testing import CliRunner
from django.utils import translation

from oriundo.interfaces.cli.main import main
from tests.factories import CHAPIN, HOUSTON, JEREZ, JEREZ_AGAIN, a_file

OUTPUTS = [
    "excluded.csv",
    "excluded_sample.csv",
    "funnel.csv",
    "issues.csv",
    "links.csv",
    "mappings",
    "organizations.csv",
    "organizations.geojson",
    "report.html",
    "review.csv",
]
SPAIN = "8,Asociación de Mexicanos en Madrid,Madrid,,Spain,,mx.example,Mexico,,"


def run(*arguments, language="en"):
    # A command speaks its language until its process ends; the next test is in the same one.
    with translation.override(None):
        return CliRunner().invoke(
            main, [str(a) for a in arguments], env={"ORIUNDO_LANGUAGE": language, "LANG": ""}
        )


def table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def lists(tmp_path):
    return [
        a_file(tmp_path, JEREZ, HOUSTON, CHAPIN, SPAIN, "7,,Reno,NV,US,,,Mexico,,", name="one.csv"),
        a_file(tmp_path, JEREZ_AGAIN, name="two.csv"),
    ]


@pytest.fixture
def out(tmp_path, lists):
    result = run("identify", *lists, "--out", tmp_path / "out")
    assert (result.exit_code, result.exception) == (0, None)
    return tmp_path / "out"


def test_it_writes_every_output(out):
    assert sorted(path.name for path in out.iterdir()) == OUTPUTS


def test_every_record_stands_in_links_once(out):
    keys = [(row["source"], row["record_id"]) for row in table(out / "links.csv")]
    assert keys == [("one.csv", n) for n in "1238"] + [("two.csv", "9")]


def test_two_records_of_one_organization_share_its_id(out):
    links = {(r["source"], r["record_id"]): r["organization_id"] for r in table(out / "links.csv")}
    assert links[("one.csv", "1")] == links[("two.csv", "9")] != links[("one.csv", "2")]


def test_each_organization_stands_once_with_its_origin(out):
    rows = [(row["name"], row["origin"]) for row in table(out / "organizations.csv")]
    assert rows == [
        ("Club Social Jerez", "MEX"),
        ("Fraternidad Quetzalteca", "GTM"),
        ("Salvadoreños Unidos de Houston", "SLV"),
    ]


def test_an_excluded_record_has_its_one_reason(out):
    rows = [(row["record_id"], row["reason"]) for row in table(out / "excluded.csv")]
    assert rows == [("8", "outside_scope")]


def test_the_sample_of_the_excluded_shows_their_names(out):
    rows = [(row["name"], row["reason"]) for row in table(out / "excluded_sample.csv")]
    assert rows == [("Asociación de Mexicanos en Madrid", "outside_scope")]


def test_the_funnel_adds_up(out):
    counted = {row["counter"]: int(row["number"]) for row in table(out / "funnel.csv")}
    assert counted["rows read"] == counted["rows refused"] + counted["records"] == 6
    of_organizations = counted["records of identified organizations"]
    assert counted["records"] == counted["records excluded"] + of_organizations == 5
    assert counted["organizations identified"] == 3


def test_an_organization_without_coordinates_has_a_null_geometry(out):
    features = json.loads((out / "organizations.geojson").read_text("utf-8"))["features"]
    assert [feature["geometry"] for feature in features] == [None, None, None]


def test_the_same_input_gives_the_same_bytes(tmp_path, lists, out):
    assert run("identify", *reversed(lists), "--out", tmp_path / "again").exit_code == 0
    files = [p.relative_to(out) for p in sorted(out.rglob("*")) if p.is_file()]
    differing = [
        f for f in files if (out / f).read_bytes() != (tmp_path / "again" / f).read_bytes()
    ]
    assert (len(files), differing) == (11, [])


def test_a_judgment_parts_what_looks_the_same(tmp_path, lists):
    judgments = tmp_path / "judgments.csv"
    judgments.write_text(
        "left_source,left_id,right_source,right_id,verdict\none.csv,1,two.csv,9,different\n"
    )
    run("identify", *lists, "--out", tmp_path / "out", "--judgments", judgments)
    assert len(table(tmp_path / "out" / "organizations.csv")) == 4


def test_origins_keep_only_those_named(tmp_path, lists):
    run("identify", *lists, "--out", tmp_path / "out", "--origins", "SV")
    names = [row["name"] for row in table(tmp_path / "out" / "organizations.csv")]
    assert names == ["Salvadoreños Unidos de Houston"]


def test_a_cell_that_a_spreadsheet_would_run_is_neutralized(tmp_path):
    path = a_file(tmp_path, "1,=cmd|club mexicano,Reno,NV,US,,club.example,Mexico,,")
    run("identify", path, "--out", tmp_path / "out")
    assert table(tmp_path / "out" / "organizations.csv")[0]["name"] == "'=cmd|club mexicano"


def test_an_unreadable_list_is_refused_with_what_to_do(tmp_path):
    path = tmp_path / "empty.csv"
    path.write_bytes(b"")
    result = run("identify", path, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "empty.csv" in result.output
    assert not (tmp_path / "out").exists()


def test_an_unknown_verdict_names_file_row_column_and_remedy(tmp_path, lists):
    judgments = tmp_path / "judgments.csv"
    judgments.write_text("left_source,left_id,right_source,right_id,verdict\na,1,b,2,maybe\n")
    result = run("identify", *lists, "--out", tmp_path / "out", "--judgments", judgments)
    assert result.output.strip().endswith(
        "judgments.csv, row 1, column verdict: “maybe” is no verdict. "
        "Write same, different or unsure."
    )


def test_judgments_without_a_column_name_it_and_the_ones_needed(tmp_path, lists):
    judgments = tmp_path / "judgments.csv"
    judgments.write_text("left_source,left_id,right_source,verdict\na,1,b,same\n")
    result = run("identify", *lists, "--out", tmp_path / "out", "--judgments", judgments)
    assert result.exit_code == 1
    assert result.output.strip().endswith(
        "judgments.csv has no column right_id. "
        "It needs the columns left_source, left_id, right_source, right_id, verdict."
    )
    assert not (tmp_path / "out").exists()


def test_an_error_is_said_in_spanish(tmp_path, lists):
    result = run("identify", *lists, "--out", tmp_path / "o", "--origins", "XYZ", language="es")
    assert "«XYZ» no es un país que conozcamos." in result.output


def test_json_prints_the_funnel_and_nothing_else(tmp_path, lists):
    result = run("identify", *lists, "--out", tmp_path / "out", "--json")
    assert json.loads(result.stdout)["organizations identified"] == 3


def test_wrong_usage_exits_with_2(tmp_path):
    assert run("identify", tmp_path / "absent.csv", "--out", tmp_path).exit_code == 2


def test_each_organization_tells_why_it_has_its_objective(tmp_path):
    text = "Asesoría legal y trámites. Paga becas en su pueblo."
    path = a_file(tmp_path, HOUSTON.replace("El Salvador,,", f"El Salvador,{text},"))
    run("identify", path, "--out", tmp_path / "out")
    (row,) = table(tmp_path / "out" / "organizations.csv")
    assert (row["objective"], row["support"], row["objective_reason"]) == (
        "service",
        "education",
        "in “Asesoría legal y trámites.”, “Asesoría legal” tells the main objective",
    )
