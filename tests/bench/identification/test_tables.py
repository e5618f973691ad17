"""Tables for the contenders: what a user has, what peers get, the truth apart."""

from __future__ import annotations

import csv
from pathlib import Path

import yaml

from bench.identification.tables import prepare

SOURCE = """
    select 2 as record_id, 'x' as cluster, 'Asociación ÚNICA' as title, '+1 (312) 555-0101 ext. 3' as tel
    union all select 1, 'y', 'Club', ''
"""


def read(path: Path) -> list[list[str]]:
    with path.open(newline="") as file:
        return list(csv.reader(file))


def test_a_table_keeps_the_truth_apart(tmp_path: Path) -> None:
    table = prepare(tmp_path, "t", SOURCE, {"name": "title", "phone": "tel"})
    assert table.truth == {"2": "x", "1": "y"}
    assert read(table.path) == [
        ["record_id", "title", "tel"],
        ["1", "Club", ""],
        ["2", "Asociación ÚNICA", "+1 (312) 555-0101 ext. 3"],
    ]


def test_the_mapping_is_the_users(tmp_path: Path) -> None:
    table = prepare(tmp_path, "t", SOURCE, {"name": "title", "phone": "tel"})
    assert yaml.safe_load(table.mapping.read_text()) == {
        "id": "record_id",
        "name": "title",
        "phone": "tel",
    }


def test_peers_get_plain_values(tmp_path: Path) -> None:
    table = prepare(tmp_path, "t", SOURCE, {"name": "title", "phone": "tel"})
    assert read(table.prepared) == [
        ["record_id", "name", "phone"],
        ["1", "club", ""],
        ["2", "asociacion unica", "3125550101"],
    ]
