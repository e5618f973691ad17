"""Codes of one source lead to those of another by number or official code, never by ISO code."""

from __future__ import annotations

import pytest

from oriundo.base.places.boundaries.joins import (
    Division,
    by_fips,
    country_units,
    county_in_spanish,
    official_codes,
    read_divisions,
    without_kind,
)


def row(path, level=2, name="X"):
    return Division(1, "", path, name, (), level)


def test_states_of_mexico_have_the_numbers_of_inegi_not_of_geonames():
    codes = official_codes()
    found = [codes[f"MX-{state}"] for state in ("COA", "COL", "CHP", "CHH")]
    assert found == ["05", "06", "07", "08"]


def test_counties_are_found_by_the_number_of_their_state_and_their_own():
    rows = {path: row(path) for path in ("US.CA.037", "US.CT.110", "US.CA", "MX.32.017")}
    rows["US.CA"] = row("US.CA", level=1)
    assert sorted(by_fips(rows)) == ["06037", "09110"]


def test_municipios_of_puerto_rico_are_counties():
    assert list(by_fips({"PR.127": row("PR.127", level=1)})) == ["72127"]


def test_a_row_without_a_geonames_number_is_passed_over(tmp_path):
    path = tmp_path / "subdivisions.tsv"
    path.write_text(
        "Zacatecas\tMX-ZAC\tMX.32\t3979840\tState\tEstado de Zacatecas|Z\t1\t\t157\n"
        "Nowhere\tMX-X\t\t\tState\t\t1\t\t157\n",
        encoding="utf-8",
    )
    (found,) = read_divisions(path)
    assert found == Division(
        3979840, "MX-ZAC", "MX.32", "Zacatecas", ("Estado de Zacatecas", "Z"), 1
    )


@pytest.mark.parametrize(
    ("name", "aliases", "spanish"),
    [
        ("Los Angeles County", ("Condado de Los Ángeles", "Los Angeles"), "Condado de Los Ángeles"),
        ("Orleans Parish", ("Orleans",), "Parroquia de Orleans"),
        ("Capitol Planning Region", (), "Región de planificación Capitol"),
        ("City of Alexandria", (), "Ciudad de Alexandria"),
        ("Adjuntas", ("",), "Adjuntas"),
    ],
)
def test_a_county_has_a_spanish_name(name, aliases, spanish):
    assert county_in_spanish(name, aliases) == spanish


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Los Angeles County", "Los Angeles"),
        ("Condado de Los Ángeles", "Los Ángeles"),
        ("City of Alexandria", "Alexandria"),
        ("Adjuntas", "Adjuntas"),
    ],
)
def test_on_a_map_a_county_does_not_say_what_it_is(name, short):
    assert without_kind(name) == short


def test_units_that_several_countries_claim_belong_to_none():
    assert [unit for unit, code in country_units().items() if not code] == ["KAS", "PGA"]
