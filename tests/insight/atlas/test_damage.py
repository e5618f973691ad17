"""Whatever happens to the files, the atlas answers, and comes back from the database."""

from __future__ import annotations

import shutil

import pytest

from oriundo.domain.directory.models import Change, Listing, Organization
from oriundo.insight.atlas import current
from oriundo.insight.atlas.actions import refresh, store
from oriundo.insight.atlas.current import atlas
from oriundo.insight.atlas.question import Question
from tests.insight.atlas.listings import published, withdrawn

pytestmark = pytest.mark.django_db
EVERYTHING = Question(order="name")


@pytest.fixture
def three(folder):
    """Two generations: one with two organizations, and one with three that is in use."""
    organizations = published("Aztlán", "Bacalar")
    refresh()
    organizations += published("Cuautla")
    refresh()
    return [one.public_id for one in organizations]


def in_another_process():
    """As a process that has opened nothing yet."""
    current._forget()


def largest(folder):
    return max(
        (path for path in folder.rglob("*") if path.is_file()), key=lambda p: p.stat().st_size
    )


def truncate(folder):
    path = largest(folder)
    path.write_bytes(path.read_bytes()[:-1])


def empty(folder):
    largest(folder).write_bytes(b"")


def flip(folder):
    path = largest(folder)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.unlink()
    path.write_bytes(content)


def forget_the_manifest(folder):
    (folder / "manifest.json").unlink()


def other_format(folder):
    path = folder / "manifest.json"
    path.write_text(path.read_text().replace('"format": 1', '"format": 0'))


def remove(folder):
    shutil.rmtree(folder)


def no_pointer(folder):
    (folder.parent / "current").unlink()


def emptied_pointer(folder):
    (folder.parent / "current").write_text("")


DAMAGES = [
    truncate,
    empty,
    flip,
    forget_the_manifest,
    other_format,
    remove,
    no_pointer,
    emptied_pointer,
]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damaged_it_answers_the_truth_again_in_a_process_that_starts(three, folder, damage):
    damage(folder / store().current())
    in_another_process()
    assert list(atlas().find(EVERYTHING).ids) == three
    store().read(store().current(), whole=True)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_with_both_generations_damaged_it_is_built_anew(three, folder, damage):
    for generation in list(store().standing()):
        if damage not in {no_pointer, emptied_pointer}:
            damage(generation.folder)
    in_another_process()
    assert list(atlas().find(EVERYTHING).ids) == three


@pytest.mark.parametrize("damage", [remove, no_pointer, emptied_pointer, forget_the_manifest])
def test_a_process_that_has_it_open_repairs_it(three, folder, damage):
    atlas()
    damage(folder / store().current())
    assert list(atlas().find(EVERYTHING).ids) == three
    published("Dolores")
    assert atlas().total(EVERYTHING) == 4


def test_the_whole_folder_may_go(three, folder):
    atlas()
    shutil.rmtree(folder)
    assert list(atlas().find(EVERYTHING).ids) == three
    assert store().read(store().current(), whole=True).manifest.organizations == 3


def test_the_former_one_does_not_bring_back_what_was_withdrawn(three, folder):
    withdrawn(Organization.objects.get(name="Aztlán"))
    refresh()
    truncate(folder / store().current())
    in_another_process()
    assert list(atlas().find(EVERYTHING).ids) == three[1:]


def test_the_damage_is_in_the_log_without_a_name(three, folder, caplog):
    truncate(folder / store().current())
    in_another_process()
    atlas()
    [said] = [record.getMessage() for record in caplog.records]
    assert said == "atlas: 00000002 cannot be used; going on from 00000001"


def test_an_atlas_of_another_database_is_not_shown(three, folder):
    Listing.objects.all().delete()
    Change.objects.all().delete()
    [other] = published("Otra")
    in_another_process()
    assert atlas().find(EVERYTHING).ids == (other.public_id,)
