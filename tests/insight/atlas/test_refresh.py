from __future__ import annotations

import pytest

from oriundo.insight.atlas import actions
from oriundo.insight.atlas.actions import advance, refresh, store
from oriundo.insight.atlas.current import atlas
from oriundo.insight.atlas.question import Question
from tests.insight.atlas.listings import published, renamed, withdrawn

pytestmark = pytest.mark.django_db


def names() -> list[str]:
    """What the atlas finds, by name."""
    found = atlas().find(Question(order="name"))
    return list(found.ids)


def ids(*organizations) -> list[str]:
    return [one.public_id for one in organizations]


def test_what_is_published_is_found(folder):
    a, b = published("Aztlán", "Bacalar")
    assert names() == ids(a, b)


def test_an_empty_directory_has_an_atlas(folder):
    assert atlas().total(Question()) == 0


def test_what_is_published_later_is_found_at_once(folder):
    [b] = published("Bacalar")
    assert names() == ids(b)
    [a] = published("Aztlán")
    assert names() == ids(a, b)


def test_what_is_withdrawn_is_gone_at_once(folder):
    a, b = published("Aztlán", "Bacalar")
    assert names() == ids(a, b)
    withdrawn(a)
    assert names() == ids(b)


def test_what_changed_is_found_under_its_new_name_only(folder):
    a, b = published("Aztlán", "Bacalar")
    assert names() == ids(a, b)
    renamed(a, "Cuautla")
    assert names() == ids(b, a)
    assert atlas().find(Question(words="aztlan")).ids == ()


def test_refresh_says_what_it_did(folder):
    published("Aztlán")
    assert [refresh().did, refresh().did] == ["built", "nothing"]
    published("Bacalar")
    assert refresh().did == "advanced"
    assert refresh(anew=True).did == "built"


def test_serials_are_given_once(folder):
    a, _ = published("Aztlán", "Bacalar")
    assert refresh().generation.manifest.serials == 2
    renamed(a, "Cuautla")
    manifest = refresh().generation.manifest
    assert (manifest.serials, manifest.organizations) == (3, 2)


def test_an_atlas_that_is_up_to_date_stays_open(folder):
    published("Aztlán")
    assert atlas() is atlas()


def test_one_query_tells_that_it_is_up_to_date(folder, django_assert_num_queries):
    published("Aztlán")
    atlas()
    with django_assert_num_queries(1):
        atlas()


def test_within_its_seconds_it_asks_nothing(folder, settings, django_assert_num_queries):
    settings.ATLAS_SECONDS = 60
    published("Aztlán")
    atlas()
    with django_assert_num_queries(0):
        atlas()


def test_the_one_in_use_and_the_one_before_are_kept(folder):
    for name in ("Aztlán", "Bacalar", "Cuautla", "Dolores"):
        published(name)
        refresh()
    assert sorted(one.name for one in folder.iterdir() if one.is_dir()) == ["00000003", "00000004"]
    assert store().current() == "00000004"


def test_another_database_is_built_anew(folder):
    published("Aztlán")
    refresh()
    change = actions.Change.objects.get()
    change.public_id = "another"
    change.save()
    published("Bacalar")
    assert refresh().did == "built"


@pytest.fixture
def few_are_many(monkeypatch):
    monkeypatch.setattr(actions, "_MANY", 2)
    monkeypatch.setattr(actions, "_LARGE_PART", 0.1)


def test_when_very_many_changes_wait_it_is_built_anew(folder, few_are_many):
    published("Aztlán")
    refresh()
    published("Bacalar", "Cuautla", "Dolores")
    assert refresh().did == "built"
    assert atlas().total(Question()) == 4


def test_withdrawals_do_not_wait_for_the_many(folder, few_are_many):
    [a] = published("Aztlán")
    published("Bacalar")
    refresh()
    published("Cuautla", "Dolores")
    withdrawn(a)
    assert advance() is None
    manifest = store().read(store().current()).manifest
    assert (manifest.organizations, manifest.seen - manifest.mark.number) == (1, 3)


def test_what_is_published_while_the_many_wait_appears(folder, few_are_many):
    published("Aztlán")
    refresh()
    published("Bacalar", "Cuautla", "Dolores")
    advance()
    published("Escuinapa")
    assert advance() is None
    assert store().read(store().current()).manifest.organizations == 2
    assert refresh().generation.manifest.organizations == 5


def test_marks_of_the_many_are_not_taken_for_the_truth(folder, few_are_many):
    published("Aztlán")
    refresh()
    published("Bacalar", "Cuautla", "Dolores")
    advance()
    assert atlas().total(Question()) == 4
