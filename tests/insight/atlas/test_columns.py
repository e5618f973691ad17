from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given

from oriundo.domain.directory.snapshots import summary
from oriundo.insight.atlas.columns import Columns, write
from oriundo.insight.atlas.columns.files import ColumnsMissing
from oriundo.insight.atlas.columns.table import Blob
from oriundo.insight.atlas.question import SEVERAL, SINGLE, Box, Circle, Question
from oriundo.insight.atlas.row import Home, Row
from tests.insight.atlas import model
from tests.insight.atlas.strategies import PLAIN, boxes, circles, many_rows

NAMES = (*SINGLE, *SEVERAL)


def ids_of(columns: Columns, mask: np.ndarray) -> set[str]:
    return {columns.ids[n] for n in np.flatnonzero(mask)}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_rows_stand_by_tile_then_city_then_id() -> None:
    north = replace(PLAIN, public_id="n", lat=60.0)
    other = replace(PLAIN, public_id="o", city="gn:1")
    nowhere = replace(PLAIN, public_id="x", lat=None, lon=None)
    assert list(Columns.of([nowhere, PLAIN, other, north]).ids) == ["n", "o", "a", "x"]


def test_serials_lead_to_rows_and_ids_to_serials(tmp_path: Path) -> None:
    write([(7, replace(PLAIN, lat=None)), (3, replace(PLAIN, public_id="b"))], tmp_path)
    columns = Columns.open(tmp_path)
    assert columns.row_of(np.array([7, 3, 0, 99])).tolist() == [1, 0, -1, -1]
    assert [columns.serial_of(public_id) for public_id in ("a", "b", "c")] == [7, 3, None]


@given(many_rows())
def test_having_a_value_is_as_in_the_model(rows: list[Row]) -> None:
    columns = Columns.of(rows)
    for name in NAMES:
        for value in {"", "other", *(v for own in rows for v in model.values(own, name))}:
            expected = {row.public_id for row in rows if model.has(row, name, value or "unknown")}
            assert ids_of(columns, columns.having(name, value)) == expected, (name, value)


@given(many_rows())
def test_counts_are_as_in_the_model_and_add_up(rows: list[Row]) -> None:
    columns = Columns.of(rows)
    every = np.arange(len(rows))
    for name in NAMES:
        assert columns.counts(name, every) == model.counts(rows, Question(), name)
    for name in SINGLE:
        assert sum(columns.counts(name, every).values()) == len(rows)


@given(many_rows())
def test_counts_of_one_row_are_its_values(rows: list[Row]) -> None:
    columns = Columns.of(rows)
    by_id = {row.public_id: row for row in rows}
    for n in range(columns.size):
        for name in NAMES:
            own = model.counts([by_id[columns.ids[n]]], Question(), name)
            assert columns.counts(name, np.array([n])) == own


@given(many_rows(), boxes)
def test_inside_is_as_in_the_model(rows: list[Row], box: Box) -> None:
    columns = Columns.of(rows)
    expected = {row.public_id for row in rows if model.inside(model.here(row), box)}
    assert ids_of(columns, columns.inside(box)) == expected


@given(many_rows(), circles)
def test_within_is_as_in_the_model(rows: list[Row], circle: Circle) -> None:
    columns = Columns.of(rows)
    expected = {row.public_id for row in rows if model.within(model.here(row), circle)}
    assert ids_of(columns, columns.within(circle)) == expected


@given(many_rows())
def test_since_and_rank_are_as_in_the_model(rows: list[Row]) -> None:
    columns = Columns.of(rows)
    recent = {row.public_id for row in rows if row.verified >= "2025-01-01"}
    assert ids_of(columns, columns.since("2025-01-01")) == recent
    in_order = [columns.ids[n] for n in np.argsort(columns.rank)]
    assert in_order == [row.public_id for row in model.in_order_of_names(rows)]


def test_a_box_across_the_180th_meridian_has_both_sides() -> None:
    rows = [replace(PLAIN, public_id=f"{lon}", lat=10.0, lon=lon) for lon in (-171, 0.0, 171)]
    columns = Columns.of(rows)
    assert ids_of(columns, columns.inside(Box(170, 0, -170, 20))) == {"-171", "171"}
    assert ids_of(columns, columns.within(Circle(10, 180, 2_000))) == {"-171", "171"}


def test_a_state_or_a_country_is_never_a_point() -> None:
    coarse = [
        replace(PLAIN, public_id=precision, precision=precision)
        for precision in ("admin2", "admin1", "country", "none")
    ]
    columns = Columns.of([*coarse, PLAIN])
    assert ids_of(columns, columns.inside(Box(-180, -90, 180, 90))) == {"a"}


def test_the_same_rows_in_another_order_give_the_same_bytes(tmp_path: Path) -> None:
    rows = [(n, replace(PLAIN, public_id=str(n), city=f"gn:{n % 3}")) for n in range(20)]
    write(rows, tmp_path / "one")
    write(reversed(rows), tmp_path / "other")
    assert contents(tmp_path / "one") == contents(tmp_path / "other")


@dataclass(frozen=True)
class Telling(Row):
    """A row that knows more than it should."""

    telephone: str = ""


def test_what_is_no_column_never_reaches_the_files(tmp_path: Path) -> None:
    fields = {name: getattr(PLAIN, name) for name in Row.__dataclass_fields__}
    write([(0, Telling(**fields, telephone="secret-marker"))], tmp_path)
    assert not [name for name, content in contents(tmp_path).items() if b"secret" in content]


def test_a_fact_that_the_atlas_does_not_know_never_reaches_the_files() -> None:
    facts = [{"field": name, "value": "secret-marker"} for name in ("telephone", "address", "x")]
    assert summary(facts) == {}


def test_columns_of_nothing_answer() -> None:
    columns = Columns.of([])
    assert columns.counts("origin", np.arange(0)) == {}
    assert columns.inside(Box(-180, -90, 180, 90)).tolist() == []
    assert columns.serial_of("a") is None


def test_two_homes_in_one_town_are_one_value() -> None:
    home = Home("MEX", "MX-ZAC", "gn:31", 22.5, -102.0)
    columns = Columns.of([replace(PLAIN, homes=(home, replace(home, lat=22.6)))])
    assert columns.counts("hometown", np.array([0])) == {"gn:31": 1}


def test_a_folder_without_columns_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ColumnsMissing, match="oriundo atlas build"):
        Columns.open(tmp_path)


def test_a_file_that_is_cut_short_says_what_to_do(tmp_path: Path) -> None:
    write([(0, PLAIN)], tmp_path)
    (tmp_path / "columns.bin").write_bytes((tmp_path / "columns.bin").read_bytes()[:-1])
    with pytest.raises(ColumnsMissing):
        Columns.open(tmp_path)


def test_columns_of_another_version_say_what_to_do(tmp_path: Path) -> None:
    write([(0, PLAIN)], tmp_path)
    (tmp_path / "about.json").write_text('{"format": 0}')
    with pytest.raises(ColumnsMissing):
        Columns.open(tmp_path)


@pytest.mark.parametrize("wanted", [["b"], ["b", "0", "zz", "ñ"], [f"{n:03}" for n in range(90)]])
def test_the_numbers_of_few_texts_and_of_many_are_found(wanted: list[str]) -> None:
    texts = sorted(["", "b", "ñ", *(f"{n:03}" for n in range(200))], key=str.encode)
    blob = Blob.of([text.encode() for text in texts])
    assert sorted(blob.codes(wanted)) == [n for n, text in enumerate(texts) if text in wanted]
