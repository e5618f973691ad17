"""A release is kept whole, once, or not at all."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from oriundo.base.core.errors import OriundoError
from oriundo.collect.sources.actions import import_release
from oriundo.collect.sources.models import Issue, Record, Release, Source
from oriundo.collect.sources.queries import difference, rows
from tests.factories import HOUSTON, JEREZ, NOON, a_source, imported

pytestmark = pytest.mark.django_db

NAMELESS = "7,,Dallas,TX,US,,,Mexico,,"


def test_every_row_is_a_record_or_an_issue(tmp_path):
    release = imported(tmp_path, JEREZ, NAMELESS, HOUSTON).release
    assert (release.rows_read, release.rows_kept, release.rows_refused) == (3, 2, 1)
    assert (Record.objects.count(), Issue.objects.filter(refused=True).count()) == (2, 1)


def test_a_refused_row_says_where_it_is_and_what_to_do(tmp_path):
    imported(tmp_path, JEREZ, NAMELESS)
    issue = Issue.objects.get(refused=True)
    assert (issue.row, issue.code) == (2, "no-name")
    assert issue.remedy.startswith("Write the organization's name")


def test_a_record_keeps_the_row_as_it_was(tmp_path):
    imported(tmp_path, JEREZ)
    assert Record.objects.get().raw["phone"] == "+1 213 555 0101"


def test_the_same_file_twice_changes_nothing(tmp_path):
    first = imported(tmp_path, JEREZ)
    second = imported(tmp_path, JEREZ)
    assert (second.created, second.release) == (False, first.release)
    assert (Release.objects.count(), Record.objects.count()) == (1, 1)


def test_a_newer_release_shows_what_appeared_changed_and_vanished(tmp_path):
    older = imported(tmp_path, JEREZ, HOUSTON).release
    moved = HOUSTON.replace("Houston,TX", "Dallas,TX")
    newer = imported(tmp_path, moved, "4,Club Nuevo,Reno,NV,US,,club.example,Mexico,,").release
    found = difference(older, newer)
    assert (found.appeared, found.changed, found.vanished) == (("4",), ("2",), ("1",))


def test_only_the_newest_release_of_a_source_counts(tmp_path):
    imported(tmp_path, JEREZ, HOUSTON)
    imported(tmp_path, JEREZ)
    assert rows().kept == 1


def test_a_guessed_mapping_is_saved_and_reused(tmp_path):
    imported(tmp_path, JEREZ)
    saved = Source.objects.get().mapping
    assert saved["name"] == "name"
    assert Release.objects.get().mapping == saved


def test_an_unreadable_file_leaves_nothing(tmp_path):
    path = tmp_path / "empty.csv"
    path.write_bytes(b"")
    with pytest.raises(OriundoError):
        import_release(source=a_source(), path=path, at=NOON, actor="test")
    assert (Release.objects.count(), Record.objects.count()) == (0, 0)


def test_the_database_refuses_rows_that_do_not_add_up(tmp_path):
    release = imported(tmp_path, JEREZ).release
    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.filter(pk=release.pk).update(rows_read=5)
