from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from oriundo.base.audit import chain
from oriundo.base.audit.actions import record
from oriundo.base.audit.models import Entry
from oriundo.base.audit.queries import first_broken
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def entries(number=3):
    return [record(at=NOON, actor="test", verb="did", about=f"thing:{n}") for n in range(number)]


def test_a_log_as_written_is_whole():
    entries()
    assert first_broken() is None


def test_the_database_refuses_to_change_an_entry():
    entries()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Entry.objects.update(verb="did not")
    assert set(Entry.objects.values_list("verb", flat=True)) == {"did"}


def test_the_database_refuses_to_delete_an_entry():
    entries()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Entry.objects.all().delete()
    assert Entry.objects.count() == 3


def test_an_entry_that_does_not_follow_the_one_before_is_found():
    first, *_ = entries()
    forged = Entry.objects.create(
        at=NOON, actor="test", verb="did", about="thing:9", previous=first.mac, mac="f" * 64
    )
    assert first_broken() == forged


def test_the_code_of_an_entry_covers_the_one_before_it():
    facts = {"at": NOON, "actor": "test", "verb": "did", "about": "thing:1", "details": {}}
    assert chain.mac(previous="a" * 64, **facts) != chain.mac(previous="b" * 64, **facts)
