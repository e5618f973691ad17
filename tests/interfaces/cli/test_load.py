from __future__ import annotations

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
