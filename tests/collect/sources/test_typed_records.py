"""What comes in by itself: one record at a time, in a release that grows."""

from __future__ import annotations

import pytest

from oriundo.collect.sources.actions import UnableToType, record
from oriundo.collect.sources.drafts import Draft
from oriundo.collect.sources.models import Release
from oriundo.collect.sources.queries import current_drafts, current_releases
from tests.factories import JEREZ, NOON, a_source, imported

pytestmark = pytest.mark.django_db


def typed(record_id: str, source):
    draft = Draft(source="", record_id=record_id, row=0, name="Club Social Jerez")
    return record(source=source, draft=draft, at=NOON, actor="test")


def test_typed_records_stand_in_one_release():
    source = a_source("desk", kind="desk")
    typed("a", source)
    typed("b", source)
    (release,) = Release.objects.all()
    assert (release.rows_read, release.rows_kept, release.rows_refused) == (2, 2, 0)
    assert [(d.key, d.row) for d, _, _ in current_drafts()] == [
        (("desk", "a"), 1),
        (("desk", "b"), 2),
    ]


def test_a_result_knows_that_a_record_was_typed_meanwhile():
    source = a_source("desk", kind="desk")
    typed("a", source)
    before = current_releases()
    typed("b", source)
    assert current_releases() != before


def test_a_source_of_files_takes_no_typed_record(tmp_path):
    made = imported(tmp_path, JEREZ)
    with pytest.raises(UnableToType):
        typed("a", made.release.source)
