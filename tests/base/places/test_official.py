from __future__ import annotations

import pytest

from oriundo.base.places.official import UnusableCatalog, read_catalog, save_catalog


@pytest.fixture
def catalog(tmp_path):
    def written(text: str):
        path = tmp_path / "catalog.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_a_catalog_is_read_by_the_usual_names_of_its_columns(places, catalog):
    path = catalog("CVE_ENT,NOM_ENT,CVE_MUN,NOM_MUN,POB_TOT\n32,Zacatecas,32020,Jerez,59910\n")
    assert read_catalog(path, "inegi-2020", places) == [
        {
            "code": "32020",
            "name": "Jerez",
            "admin1_code": "32",
            "admin1_name": "Zacatecas",
            "population": "59910",
            "lat": "",
            "lon": "",
        }
    ]


def test_a_dropped_zero_is_put_back_and_lakes_are_left_out(places, catalog):
    path = catalog("id,Municipio,Departamento\n0,Lago,Guatemala\n101,Guatemala,Guatemala\n")
    assert [row["code"] for row in read_catalog(path, "ine-gt", places)] == ["0101"]


@pytest.mark.parametrize(
    ("scheme", "text", "sentence"),
    [
        ("inegi-2020", "CVE_MUN,POB_TOT\n", "no column for the name"),
        ("inegi-2020", "CVE_MUN,NOM_MUN\nABC,Jerez\n", "row 1: “ABC” is no code of mx-inegi"),
        ("nobody-2020", "CVE_MUN,NOM_MUN\n", "“nobody-2020” is no scheme"),
        (
            "inegi-2020",
            "NOM_ENT,CVE_MUN,NOM_MUN\nChiapas,05101,Tuxtla Gutiérrez\n",
            "the code 05 is that of Coahuila, not of Chiapas",
        ),
    ],
)
def test_what_is_no_catalog_of_its_scheme_is_refused(places, catalog, scheme, text, sentence):
    with pytest.raises(UnusableCatalog, match=sentence):
        read_catalog(catalog(text), scheme, places)


def test_files_of_one_scheme_complete_each_other(places, catalog, tmp_path):
    kept = tmp_path / "kept" / "inegi-2020.csv"
    people = catalog("CVE_MUN,NOM_MUN,POB_TOT\n32020,Jerez,59910\n")
    save_catalog(read_catalog(people, "inegi-2020", places), kept)
    points = catalog("CVE_MUN,NOM_MUN,lat,lon\n32020,Jerez,22.65,-102.99\n")
    assert save_catalog(read_catalog(points, "inegi-2020", places), kept) == 1
    assert kept.read_text().splitlines()[1] == "32020,Jerez,32,,59910,22.65,-102.99"
