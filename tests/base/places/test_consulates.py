from __future__ import annotations

import pytest

from oriundo.base.places.consulates import consulates_for, keep_consulates, read_consulates
from oriundo.base.places.districts import UnusableDistricts

ROWS = """consulate,origin,place,level
Los Ángeles,MEX,US-CA,
Santa Ana,MEX,06059,
San Francisco,El Salvador,US-CA,
"""


@pytest.fixture
def load(places, tmp_path, monkeypatch):
    monkeypatch.setenv("ORIUNDO_VAR", str(tmp_path))

    def loaded(text: str) -> None:
        path = tmp_path / "given.csv"
        path.write_text(text, encoding="utf-8")
        keep_consulates(read_consulates(path, places))

    return loaded


@pytest.fixture
def serving(places):
    return lambda code: consulates_for(places.by_code("us-fips", code))


def test_each_country_of_origin_has_its_own_districts(load, serving):
    load(ROWS)
    assert serving("06059") == {"MEX": ("Santa Ana",), "SLV": ("San Francisco",)}
    assert serving("06037") == {"MEX": ("Los Ángeles",), "SLV": ("San Francisco",)}
    assert serving("48201") == {}


def test_what_is_loaded_again_takes_the_place_of_its_country_alone(load, serving):
    load(ROWS)
    load("consulate,origin,place\nFresno,MEX,US-CA\n")
    assert serving("06059") == {"MEX": ("Fresno",), "SLV": ("San Francisco",)}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("consulate,place\n", "has no column origin"),
        ("consulate,origin,place\n", "has no rows"),
        ("consulate,origin,place\nA,MEX,US-CA\nB,Aztlán,US-AZ\n", "row 2, column origin: “Azt"),
        ("consulate,origin,place\nA,MEX,US-CA\nB,MEX,US-XX\n", "row 2, column place: “US-XX”"),
        ("consulate,origin,place\nA,MEX,US-CA\nB,SLV,US-CA\nB,MEX,US-CA\n", "row 3: “US-CA”"),
    ],
)
def test_a_file_that_cannot_be_right_is_refused_and_nothing_of_it_is_kept(
    load, serving, text, sentence
):
    with pytest.raises(UnusableDistricts, match=sentence):
        load(text)
    assert serving("06059") == {}
