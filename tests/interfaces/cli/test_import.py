"""`oriundo import`: the counts that it answers with, and how it refuses."""

from __future__ import annotations

import json

import pytest

from oriundo.collect.sources.models import Record, Source
from tests.factories import CHAPIN, HOUSTON, JEREZ, a_file
from tests.interfaces.cli.test_identify import run

pytestmark = pytest.mark.django_db
NAMELESS = "7,,Reno,NV,US,,,Mexico,,"


def test_it_keeps_every_row_and_answers_with_the_counts(tmp_path):
    path = a_file(tmp_path, JEREZ, HOUSTON, NAMELESS)
    result = run("import", path, "--source", "ime-2026", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout) == {
        "source": "ime-2026",
        "new": True,
        "rows": 3,
        "records": 2,
        "refused": 1,
        "issues": 1,
    }
    assert Record.objects.count() == 2


def test_the_same_file_twice_changes_nothing(tmp_path):
    path = a_file(tmp_path, JEREZ, HOUSTON)
    run("import", path, "--source", "ime-2026")
    again = json.loads(run("import", path, "--source", "ime-2026", "--json").stdout)
    assert (again["new"], again["records"], Record.objects.count()) == (False, 2, 2)


def test_a_newer_release_says_what_appeared_changed_and_vanished(tmp_path):
    run("import", a_file(tmp_path, JEREZ, HOUSTON), "--source", "ime")
    newer = a_file(tmp_path, JEREZ.replace("Social", "Deportivo"), CHAPIN, name="newer.csv")
    answer = json.loads(run("import", newer, "--source", "ime", "--json").stdout)
    assert [answer[key] for key in ("appeared", "changed", "vanished")] == [1, 1, 1]


def test_a_source_is_described_as_told_and_hidden_unless_told_otherwise(tmp_path):
    path = a_file(tmp_path, JEREZ)
    run("import", path, "--source", "ime", "--name", "The list", "--kind", "official")
    described = Source.objects.values_list("slug", "name", "kind", "visibility").get()
    assert described == ("ime", "The list", "official", "authority")


def test_a_mapping_is_obeyed(tmp_path):
    path = tmp_path / "odd.csv"
    path.write_text("clave,quien\n5,Club Social Jerez\n")
    mapping = tmp_path / "map.yaml"
    mapping.write_text("id: clave\nname: quien\n")
    run("import", path, "--source", "odd", "--map", mapping)
    assert Record.objects.values_list("record_id", "fields__name").get() == (
        "5",
        "Club Social Jerez",
    )


def test_an_unreadable_file_exits_with_1_and_leaves_nothing(tmp_path):
    path = tmp_path / "empty.csv"
    path.write_bytes(b"")
    result = run("import", path, "--source", "ime")
    assert (result.exit_code, Record.objects.count()) == (1, 0)
    assert result.output.startswith("Error: empty.csv")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--source", "ime", "--kind", "gossip"], id="a kind that is none"),
        pytest.param([], id="no source named"),
    ],
)
def test_wrong_usage_exits_with_2(tmp_path, arguments):
    assert run("import", a_file(tmp_path, JEREZ), *arguments).exit_code == 2


def test_a_list_of_homes_is_coarsened(tmp_path):
    path = a_file(
        tmp_path,
        "1,Club Ayoquezco,4187 Zarzamora Ln,Los Angeles,CA,US",
        header="id,name,address,city,region,country",
    )
    assert run("import", path, "--source", "homes", "--coarse").exit_code == 0
    record = Record.objects.get()
    assert (record.fields["coarse"], record.raw["city"]) == (True, "Los Angeles")
    assert "Zarzamora" not in f"{record.raw} {record.fields}"
