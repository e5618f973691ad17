from __future__ import annotations

import pytest

from oriundo.base.places.names import (
    country_code,
    country_name,
    country_of_division,
    division_anywhere,
    division_code,
    division_forms,
    division_name,
    exonym,
    residence,
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("EE.UU.", "USA"),
        ("E.U.A.", "USA"),
        ("USA", "USA"),
        ("Estados Unidos", "USA"),
        ("United States", "USA"),
        ("Canadá", "CAN"),
        ("MX", "MEX"),
        ("México", "MEX"),
        ("EL SALVADOR", "SLV"),
        ("Belice", "BLZ"),
        ("Centroamérica", "REG-CAM"),
        ("Latin America", "REG-LAM"),
        ("Myanmar", None),
        ("Narnia", None),
        ("", None),
    ],
)
def test_country_code_reads_names_and_abbreviations(text: str, code: str | None) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize(
    ("text", "country", "code"),
    [
        ("Calif.", "USA", "US-CA"),
        ("CA", "USA", "US-CA"),
        ("Nueva York", "USA", "US-NY"),
        ("N.Y.", "USA", "US-NY"),
        ("Edo. Mex.", "MEX", "MX-MEX"),
        ("B.C.", "MEX", "MX-BCN"),
        ("B.C.", "CAN", "CA-BC"),
        ("Québec", "CAN", "CA-QC"),
        ("Mich.", "USA", "US-MI"),
        ("Mich.", "MEX", "MX-MIC"),
        ("Jalisco", "USA", None),
        ("", "USA", None),
    ],
)
def test_division_code_reads_names_of_that_country(text: str, country: str, code: str) -> None:
    assert division_code(text, country) == code


def test_names_are_in_the_language_asked() -> None:
    assert [country_name("USA", lang) for lang in ("es", "en")] == [
        "Estados Unidos",
        "United States",
    ]
    assert country_name("REG-CAM", "es") == "Centroamérica"
    assert [division_name("US-NC", lang) for lang in ("es", "en")] == [
        "Carolina del Norte",
        "North Carolina",
    ]


def test_unknown_codes_name_themselves() -> None:
    assert (country_name("XXX", "es"), division_name("US-ZZ", "en")) == ("XXX", "US-ZZ")


def test_a_division_of_one_country_only_tells_the_country() -> None:
    assert residence("", "Jalisco") == ("MEX", "MX-JAL")
    assert residence("", "CA") == ("USA", "US-CA")


def test_a_division_of_several_countries_tells_nothing() -> None:
    assert division_anywhere("La Paz") is None
    assert residence("", "Santa Ana") == ("SLV", "SV-SA")


def test_the_country_said_decides_between_namesakes() -> None:
    assert residence("Honduras", "La Paz") == ("HND", "HN-LP")
    assert residence("Panamá", "Colón") == ("PAN", "PA-3")


def test_every_division_belongs_to_a_country_held() -> None:
    countries = {country_of_division(code) for code in division_forms()}
    assert countries == {"USA", "CAN", "MEX", "GTM", "SLV", "HND", "NIC", "CRI", "PAN", "BLZ"}
    assert len(division_forms()) == 56 + 13 + 32 + 22 + 14 + 18 + 17 + 7 + 14 + 6


def test_a_town_may_have_another_name_in_spanish() -> None:
    assert (exonym("gn:4560349"), exonym("gn:4699066")) == ("Filadelfia", "")
