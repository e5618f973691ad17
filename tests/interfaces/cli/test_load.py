from __future__ import annotations

import json

import pytest

from tests.interfaces.cli.test_identify import run

pytestmark = pytest.mark.django_db


def test_a_file_needs_its_scheme_and_a_scheme_its_file(tmp_path):
    (tmp_path / "c.csv").write_text("CVE_MUN,NOM_MUN\n32020,Jerez\n")
    assert run("load", "places", tmp_path / "c.csv").exit_code == 2
    assert run("load", "places", "--scheme", "inegi-2020").exit_code == 2


def test_a_catalog_of_other_codes_is_refused_before_anything_is_written(tmp_path):
    (tmp_path / "c.csv").write_text("NOM_ENT,CVE_MUN,NOM_MUN\nChiapas,05101,Tuxtla Gutiérrez\n")
    result = run("load", "places", tmp_path / "c.csv", "--scheme", "inegi-2020")
    assert result.exit_code == 1
    assert "the code 05 is that of Coahuila, not of Chiapas" in result.output


def test_districts_are_loaded_and_counted(tmp_path, monkeypatch):
    monkeypatch.setenv("ORIUNDO_VAR", str(tmp_path))
    path = tmp_path / "d.csv"
    path.write_text("consulate,origin,place\nLos Ángeles,MEX,US-CA\nLos Ángeles,MEX,US-NV\n")
    result = run("load", "districts", path, "--json")
    assert json.loads(result.stdout) == {"countries of origin": "MEX", "consulates": 1, "places": 2}


def test_districts_with_a_wrong_row_are_refused_with_row_column_and_value(tmp_path, monkeypatch):
    monkeypatch.setenv("ORIUNDO_VAR", str(tmp_path))
    path = tmp_path / "d.csv"
    path.write_text("consulate,origin,place\nLos Ángeles,MEX,Narnia\n")
    result = run("load", "districts", path)
    assert (result.exit_code, (tmp_path / "places").exists()) == (1, False)
    assert "d.csv, row 1, column place: “Narnia” is no place" in result.output
