from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from oriundo.insight.atlas.columns import Columns, advance, write
from oriundo.insight.atlas.row import Row
from tests.insight.atlas.strategies import PLAIN, many_rows
from tests.insight.atlas.test_columns import contents

Change = tuple[set[str], list[Row]]
changes = st.tuples(st.sets(st.sampled_from("abcdefz")), many_rows("abcdefghij"))


def equal(one: Path, other: Path) -> None:
    assert contents(one) == contents(other)


@given(many_rows(), st.lists(changes, max_size=3))
def test_advancing_is_writing_anew(rows: list[Row], steps: list[Change]) -> None:
    with TemporaryDirectory() as path:
        folder = Path(path)
        stand = {row.public_id: (serial, row) for serial, row in enumerate(rows)}
        write(stand.values(), folder / "0")
        serial = len(rows)
        for number, (gone, added) in enumerate(steps):
            new = list(enumerate(added, serial))
            serial += len(added)
            stand = {key: own for key, own in stand.items() if key not in gone}
            stand |= {row.public_id: (own, row) for own, row in new}
            advance(Columns.open(folder / f"{number}"), gone, new, folder / f"{number + 1}")
            write(stand.values(), folder / "anew")
            equal(folder / f"{number + 1}", folder / "anew")


def test_a_new_row_replaces_the_one_of_its_id(tmp_path: Path) -> None:
    write([(0, PLAIN)], tmp_path / "old")
    old = Columns.open(tmp_path / "old")
    advance(old, (), [(1, replace(PLAIN, name="Club Nuevo"))], tmp_path / "new")
    new = Columns.open(tmp_path / "new")
    assert (list(new.names), new.serial.tolist(), list(old.names)) == (
        ["Club Nuevo"],
        [1],
        ["Club Áurea"],
    )


def test_what_nobody_has_any_more_is_no_value(tmp_path: Path) -> None:
    write([(0, PLAIN), (1, replace(PLAIN, public_id="b", city="gn:99"))], tmp_path / "old")
    advance(Columns.open(tmp_path / "old"), ["b"], [], tmp_path / "new")
    assert not [name for name, content in contents(tmp_path / "new").items() if b"gn:99" in content]
