from __future__ import annotations

import pytest

from oriundo.insight.atlas import files
from oriundo.insight.atlas.question import Question
from oriundo.insight.atlas.row import Row, Texts

EVERYTHING = Question(order="name")


def a_row(number):
    return Row(
        public_id=f"id-{number:04d}",
        name=f"Club {number:04d}",
        sort_key=f"club {number:04d}",
        origin="MEX",
        country="",
        region="",
        county="",
        city="",
        lat=None,
        lon=None,
        precision="none",
        homes=(),
        objective="",
        member_origin="",
        structure="",
        support=(),
        language=(),
        status="not_verified",
        verified="",
        published="2026-05-03",
        texts=Texts(),
    )


def content(folder):
    return {
        path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_many_are_written_as_few_are(tmp_path):
    rows = [(number, a_row(number)) for number in range(4_500)]
    for name, many in (("few", False), ("many", True)):
        (tmp_path / name).mkdir()
        assert files.write(tmp_path / name, iter(rows), many=many) == 4_500
    assert content(tmp_path / "few") == content(tmp_path / "many")


def test_what_goes_and_what_comes_is_found_so(tmp_path):
    (tmp_path / "old").mkdir()
    (tmp_path / "new").mkdir()
    files.write(tmp_path / "old", enumerate(map(a_row, range(3))))
    gone, new = ["id-0000", "id-0007"], [(3, a_row(7))]
    assert files.advance(tmp_path / "old", tmp_path / "new", gone, new) == 3
    atlas = files.opened(tmp_path / "new")
    assert atlas.find(EVERYTHING).ids == ("id-0001", "id-0002", "id-0007")
    assert atlas.find(Question(words="club 0000")).ids == ()


def test_words_that_cannot_be_written_are_not_passed_over(tmp_path):
    folder = tmp_path / "full"
    folder.mkdir()
    (folder / "text").write_text("in the way")
    with pytest.raises(files.NotWritten):
        files.write(folder, ((n, a_row(n)) for n in range(3)), many=True)
