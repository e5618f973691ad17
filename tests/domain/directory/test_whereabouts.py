from __future__ import annotations

import pytest

from oriundo.domain.directory.whereabouts import whereabouts


def homes(hometown, origin="MEX"):
    found = whereabouts({"hometown": [hometown], "origin": [origin]}).homes
    return [(home.country, home.region, bool(home.town)) for home in found]


@pytest.mark.parametrize(
    ("hometown", "region", "town"),
    [
        ("Jerez, Zacatecas", "MX-ZAC", True),
        ("JEREZ, ZACATECAS", "MX-ZAC", True),
        # Names of states that are also names of persons.
        ("Jantetelco, Morelos", "MX-MOR", True),
        ("Huichapan, Hidalgo", "MX-HID", True),
        ("Jalisco", "MX-JAL", False),
        ("Guerrero", "MX-GRO", False),
        ("Oriundos de Jerez, Zacatecas", "MX-ZAC", True),
    ],
)
def test_a_stated_hometown_is_a_place(hometown, region, town):
    assert homes(hometown) == [("MEX", region, town)]


@pytest.mark.parametrize("hometown", ["San Pedro", "Xyzzy", ""])
def test_what_may_be_anywhere_is_nowhere(hometown):
    assert homes(hometown) == []


def test_a_place_is_looked_for_in_the_countries_of_origin():
    assert homes("Chalatenango", "SLV") == [("SLV", "SV-CH", False)]
    assert homes("Chalatenango", "REG-CAM") == [("SLV", "SV-CH", False)]


def test_a_town_stated_in_two_spellings_is_one_home():
    values = {"hometown": ["Jerez, Zacatecas", "JEREZ, ZAC."], "origin": ["MEX"]}
    assert len(whereabouts(values).homes) == 1
