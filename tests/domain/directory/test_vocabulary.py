from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from oriundo.domain.directory.typology import AXES, SUPPORT
from oriundo.domain.directory.vocabulary import axis_code, origin_codes, support_codes


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("México", ("MEX",)),
        ("SV", ("SLV",)),
        ("Guatemala y El Salvador", ("GTM", "SLV")),
        ("Honduras; Nicaragua", ("HND", "NIC")),
        ("Centroamérica", ("REG-CAM",)),
        ("Latin America", ("REG-LAM",)),
        ("Trinidad y Tobago", ("TTO",)),
        ("the moon", ()),
        ("", ()),
    ],
)
def test_a_stated_origin_names_countries_and_regions(words, codes):
    assert origin_codes(words) == codes


@pytest.mark.parametrize(
    ("axis", "words", "code"),
    [
        ("objective", "Organización de mujeres", "womens"),
        ("objective", "ORIGIN_FOCUSED", "origin_focused"),
        ("structure", "Coalición", "coalition"),
        ("member_origin", "club de oriundos", "hometown_club"),
        ("objective", "Coalición", ""),
        ("objective", "something else", ""),
    ],
)
def test_a_word_for_the_type_answers_its_own_axis(axis, words, code):
    assert axis_code(axis, words) == code


def test_several_kinds_of_support_stand_in_one_cell():
    assert support_codes("Becas; agua potable; ¿?") == ("education", "infrastructure")


@pytest.mark.parametrize(
    ("name", "codes"),
    [*((axis, set(codes)) for axis, codes in AXES.items()), ("support", set(SUPPORT))],
)
def test_every_code_has_words_in_both_languages_and_none_is_foreign(name, codes):
    path = files("oriundo.domain.directory").joinpath(f"words/{name}.csv")
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
    assert {(row["code"], row["language"]) for row in rows} == {
        (code, language) for code in codes for language in ("es", "en")
    }
