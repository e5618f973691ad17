from __future__ import annotations

import pytest

from oriundo.insight.atlas.generations import Ahead, Busy, Damaged, Manifest, Mark, Store, held
from oriundo.insight.atlas.generations.checking import shared, sums
from oriundo.insight.atlas.generations.manifest import Unreadable, from_text, to_text

MANIFEST = Manifest(
    organizations=1,
    serials=3,
    mark=Mark(7, "2026-05-03T12:00:00+00:00", "abc"),
    built_at="2026-05-03T12:00:01+00:00",
    files={"columns/a": (1, 2)},
    ahead=Ahead(8, 9),
)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "atlas")


def a_generation(store, content="a"):
    """Finished and in use, with one file."""
    draft = store.draft("building")
    (draft / "columns").mkdir()
    (draft / "columns" / "names").write_text(content)
    generation = store.finish(draft, Manifest(1, 1, Mark(), "", sums(draft)))
    store.point(generation)
    return generation


def test_a_manifest_is_read_as_it_was_written():
    assert from_text(to_text(MANIFEST)) == MANIFEST


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"serials": 3', '"serials": 4'),
        ('"format": 1', '"format": 2'),
        ("{", ""),
        ("manifest", "x"),
    ],
)
def test_a_manifest_that_was_touched_is_unreadable(old, new):
    with pytest.raises(Unreadable):
        from_text(to_text(MANIFEST).replace(old, new, 1))


def test_the_generation_in_use_is_read(store):
    made = a_generation(store)
    assert store.read(store.current(), whole=True) == made
    assert made.manifest.files == {"columns/names": (1, 3904355907)}


def test_nothing_is_in_use_where_nothing_was_written(store):
    assert (store.current(), store.stamp(), list(store.standing())) == (None, None, [])


def test_the_stamp_tells_another_generation(store):
    a_generation(store)
    before = store.stamp()
    assert store.stamp() == before
    a_generation(store)
    assert store.stamp() != before


def spoiled(path, content):
    path.write_bytes(content) if content is not None else path.unlink()


@pytest.mark.parametrize("content", [None, b"", b"ab"])
def test_a_file_of_another_size_is_found_always(store, content):
    made = a_generation(store)
    spoiled(made.folder / "columns" / "names", content)
    with pytest.raises(Damaged, match="00000001/columns/names"):
        store.read(made.name)


def test_a_file_of_the_same_size_is_found_by_its_checksum(store):
    made = a_generation(store)
    spoiled(made.folder / "columns" / "names", b"b")
    assert store.read(made.name) == made
    with pytest.raises(Damaged, match="00000001/columns/names"):
        store.read(made.name, whole=True)


@pytest.mark.parametrize("content", [None, b"", b"{}", b"\xff\xfe"])
def test_without_its_manifest_it_is_damaged(store, content):
    made = a_generation(store)
    spoiled(made.folder / "manifest.json", content)
    with pytest.raises(Damaged, match=r"00000001/manifest\.json"):
        store.read(made.name)


@pytest.mark.parametrize("content", [b"", b"../../etc\n", b"\xff", b"00000009"])
def test_a_pointer_that_leads_nowhere_leaves_those_that_stand(store, content):
    made = a_generation(store)
    spoiled(store.folder / "current", content)
    assert list(store.standing()) == [made]


def test_those_that_stand_begin_with_the_one_in_use(store):
    first, second = a_generation(store), a_generation(store)
    store.point(first)
    assert list(store.standing()) == [first, second]


def test_a_condemned_one_stands_no_longer(store):
    first, second = a_generation(store), a_generation(store)
    store.condemn(second.name)
    assert list(store.standing()) == [first]


def test_what_a_killed_process_left_is_swept_away(store):
    left, others = store.draft("building"), store.draft("swapping")
    store.draft("building")
    assert (left.exists(), others.exists()) == (False, True)


def test_files_shared_with_the_one_before_are_not_read_again(store):
    made = a_generation(store)
    draft = store.draft("building")
    (draft / "columns").mkdir()
    (draft / "columns" / "names").hardlink_to(made.folder / "columns" / "names")
    known = shared(made.folder, {"columns/names": (1, 77)})
    assert sums(draft, known) == {"columns/names": (1, 77)}


def test_locks_of_programs_that_use_the_files_are_not_ours(store):
    draft = store.draft("building")
    (draft / ".writer.lock").touch()
    assert sums(draft) == {}


def test_a_lock_is_held_by_one(store):
    with held(store.building), pytest.raises(Busy), held(store.building, wait=False):
        pass
    with held(store.building, wait=False):
        pass
