"""A large directory, whose readers do not wait. How large that is, is made small here."""

from __future__ import annotations

import os

import pytest

from oriundo.domain.directory.models import Change, Listing
from oriundo.insight.atlas import current
from oriundo.insight.atlas.actions import refresh, store
from oriundo.insight.atlas.current import AtlasNotReady, atlas
from oriundo.insight.atlas.question import Question
from tests.collect.sources.test_killed_import import environment
from tests.insight.atlas.listings import published, withdrawn

pytestmark = pytest.mark.django_db(transaction=True)
EVERYTHING = Question(order="name")


@pytest.fixture(autouse=True)
def large(folder, monkeypatch):
    """Two listings are many, and processes that are started find this database."""
    monkeypatch.setattr(current, "SMALL", 1)
    monkeypatch.setattr(current, "_WHOLE_AT_ONCE", 0)
    for name, value in (environment() | {"ORIUNDO_VAR": str(folder.parent)}).items():
        if os.environ.get(name) != value:
            monkeypatch.setenv(name, value)


def afterwards(folder):
    """Once what goes on behind is done."""
    current._keepers[folder]._thread.join()


def ids(*organizations):
    return tuple(one.public_id for one in organizations)


def test_until_the_first_one_is_built_there_is_none(folder):
    organizations = published("Aztlán", "Bacalar")
    with pytest.raises(AtlasNotReady, match="being prepared"):
        atlas()
    afterwards(folder)
    assert atlas().find(EVERYTHING).ids == ids(*organizations)


def test_readers_of_the_former_one_do_not_wait(folder):
    a, b = published("Aztlán", "Bacalar")
    refresh()
    [c] = published("Cuautla")
    withdrawn(a)
    assert atlas().find(EVERYTHING).ids == ids(a, b)
    afterwards(folder)
    assert atlas().find(EVERYTHING).ids == ids(b, c)


def test_one_thread_is_enough(folder):
    published("Aztlán", "Bacalar")
    refresh()
    atlas()
    afterwards(folder)
    published("Cuautla")
    with current.held(store().swapping):
        atlas()
        first = current._keepers[folder]._thread
        atlas()
        assert current._keepers[folder]._thread is first
    first.join()


def flip(path, place):
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.unlink()
    path.write_bytes(content)


# A byte of the head, without which nothing opens, and one of the content, which nobody would miss.
@pytest.mark.parametrize("place", [50, -1])
def test_a_file_that_says_something_else_is_repaired_behind(folder, caplog, place):
    organizations = published("Aztlán", "Bacalar")
    refresh()
    organizations += published("Cuautla")
    refresh()
    files = (store().folder / store().current()).rglob("*.npy")
    flip(max(files, key=lambda path: path.stat().st_size), place)
    atlas()
    afterwards(folder)
    assert atlas().find(EVERYTHING).ids == ids(*organizations)
    assert store().read(store().current(), whole=True).name == "00000003"
    assert "atlas: 00000002" in caplog.text


def test_an_atlas_of_another_database_is_not_shown_meanwhile(folder):
    published("Aztlán", "Bacalar")
    refresh()
    atlas()
    afterwards(folder)
    Listing.objects.all().delete()
    Change.objects.all().delete()
    others = published("Cuautla", "Dolores")
    with pytest.raises(AtlasNotReady):
        atlas()
    afterwards(folder)
    assert atlas().find(EVERYTHING).ids == ids(*others)


def test_a_process_that_cannot_write_says_so_and_goes_on(folder, caplog, monkeypatch):
    a, b = published("Aztlán", "Bacalar")
    refresh()
    atlas()
    afterwards(folder)
    published("Cuautla")

    def full(*arguments):
        raise OSError("No space left on device")

    monkeypatch.setattr(current, "advance", full)
    atlas()
    afterwards(folder)
    assert atlas().find(EVERYTHING).ids == ids(a, b)
    assert "No space left on device" in caplog.text
