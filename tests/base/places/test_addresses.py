from __future__ import annotations

import pytest

from oriundo.base.places.addresses import endings, has_po_box, is_street, take_apart


@pytest.mark.parametrize(
    ("text", "parts", "codes"),
    [
        (
            "Calle 5, Col. Centro, C.P. 68000, Oaxaca",
            ("Calle 5", "Col. Centro", "Oaxaca"),
            ["68000"],
        ),
        ("Juárez, Chihuahua 32612\nMX", ("Juárez", "Chihuahua", "MX"), ["32612"]),
        ("Cuauhtémoc, Distrito Federal 6030", ("Cuauhtémoc", "Distrito Federal"), ["06030"]),
        ("Plymouth, MA 2360", ("Plymouth", "MA"), ["02360"]),
        ("St. Louis, MO", ("St. Louis", "MO"), []),
        ("Toronto ON M5V 3L9", ("Toronto ON",), ["M5V 3L9"]),
        ("Tecate, Baja California 21440", ("Tecate", "Baja California"), ["21440"]),
        ("", (), []),
    ],
)
def test_an_address_is_taken_apart_and_its_codes_put_aside(text, parts, codes):
    pieces = take_apart(text)
    assert (pieces.parts, list(pieces.codes)) == (parts, codes)


def test_state_and_zip_code_stand_together():
    assert take_apart("634 S. Spring St, Los Angeles, CA 90014-1234").state_zip == ("CA", "90014")
    assert take_apart("634 S. Spring St, Los Angeles, CA").state_zip is None


def test_figures_before_a_name_may_be_a_code_or_a_house():
    pieces = take_apart("22400 Tijuana, B.C.")
    assert (pieces.parts, pieces.codes, pieces.leading) == (("Tijuana", "B.C"), (), ("22400",))


@pytest.mark.parametrize("part", ["Av. Juárez 22", "Colonia del Valle", "1 Elm Street", "Km 190"])
def test_a_street_is_told_from_a_town(part):
    assert is_street(part)


@pytest.mark.parametrize("part", ["St. Louis", "Martínez de la Torre", "Antigua Guatemala", "Yuma"])
def test_a_town_is_told_from_a_street(part):
    assert not is_street(part)


@pytest.mark.parametrize("text", ["P.O. Box 5", "PO BOX 77", "Apartado postal 3"])
def test_a_box_in_a_post_office_is_seen(text):
    assert has_po_box(text)


def test_towns_stand_at_the_end():
    assert endings("1 Main St Los Angeles", 2) == ["Los Angeles", "Angeles"]
