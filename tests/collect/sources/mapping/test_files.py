from __future__ import annotations

import pytest

from oriundo.collect.sources.mapping import (
    InvalidMapping,
    Mapping,
    as_data,
    dump_mapping,
    from_data,
    load_mapping,
)
from oriundo.collect.sources.mapping.files import parse_mapping
from oriundo.collect.sources.mapping.model import fitted

WRITTEN = """\
id: Folio
name:
- Orgname1
- Orgname2
alternate_name: Otros
constants:
  region: 'ON'
  country: CA
join:
  address: ''
cut_at:
  name: 35
split:
  alternate_name: ;/
ignore:
- Notas
"""
MAPPING = Mapping(
    columns={"id": ("Folio",), "name": ("Orgname1", "Orgname2"), "alternate_name": ("Otros",)},
    constants={"region": "ON", "country": "CA"},
    join={"address": ""},
    cut_at={"name": 35},
    split={"alternate_name": ";/"},
    ignore=("Notas",),
)


def test_a_mapping_file_is_read(tmp_path):
    path = tmp_path / "map.yaml"
    path.write_text(WRITTEN, encoding="utf-8")
    assert load_mapping(path) == MAPPING


def test_a_mapping_is_written_so_that_it_reads_the_same():
    assert dump_mapping(MAPPING) == WRITTEN
    assert from_data(as_data(MAPPING)) == MAPPING


def test_words_that_yaml_would_turn_into_something_else_stay_words():
    mapping = parse_mapping("name: No\nconstants: {region: ON, postal: 04002}\n", file="m.yaml")
    assert mapping.columns == {"name": ("No",)}
    assert mapping.constants == {"region": "ON", "postal": "04002"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("nombre: A\n", "m.yaml: there is no field nombre; the nearest is name."),
        ("name: A\nadress: B\n", "m.yaml: there is no field adress; the nearest is address."),
        ("constants: {regoin: IL}\n", "m.yaml: there is no field regoin; the nearest is region."),
        ("name: [A\n", "The mapping m.yaml is not correct YAML at line 2"),
        ("name: A\nname: B\n", "The mapping m.yaml is not correct YAML at line 1: name stands"),
        ("a: &x [1]\nname: *x\n", "The mapping m.yaml is not correct YAML at line 2: an alias"),
        ("- name\n", "The mapping m.yaml is wrong at ['name']: expected is lines of the form"),
        ("name: {a: b}\n", "The mapping m.yaml is wrong at name: expected is the name of a"),
        ("cut_at: {name: many}\n", "The mapping m.yaml is wrong at cut_at: name: expected is a"),
        ("split: {name: ;}\n", "The mapping m.yaml is wrong at split: name: expected is the"),
        ("[" * 10_000, "The mapping m.yaml is not correct YAML at line 1"),
    ],
)
def test_a_wrong_mapping_is_refused_by_the_word(text, sentence):
    with pytest.raises(InvalidMapping) as refused:
        parse_mapping(text, file="m.yaml")
    assert refused.value.in_english().startswith(sentence)


def test_a_missing_mapping_file_is_named(tmp_path):
    with pytest.raises(InvalidMapping, match=r"^The mapping none.yaml cannot be read"):
        load_mapping(tmp_path / "none.yaml")


def test_an_unknown_column_is_refused_with_the_nearest_and_the_remedy():
    with pytest.raises(InvalidMapping) as refused:
        fitted(Mapping({"phone": ("Telefone",)}), ("Nombre", "Teléfono"), file="list.csv")
    assert refused.value.in_english() == (
        "list.csv has no column Telefone for phone; the nearest is Teléfono. "
        "Correct the mapping. The columns are: Nombre, Teléfono."
    )


def test_a_column_is_found_by_its_letters():
    mapping = fitted(Mapping({"phone": ("telefono",)}), ("Nombre", "Teléfono"), file="list.csv")
    assert mapping.columns == {"phone": ("Teléfono",)}
