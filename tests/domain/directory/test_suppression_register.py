"""What a dump of the register of those who asked to be left out holds: nothing that tells who."""

from __future__ import annotations

import hashlib

import pytest
from django.apps import apps
from django.db import connection

from oriundo.collect.matching.models import SuppressedValue
from oriundo.collect.matching.queries import exported
from oriundo.collect.matching.suppression import remembered
from oriundo.collect.sources.queries import current_drafts
from tests.domain.directory.suppressing import suppressed, the

pytestmark = pytest.mark.django_db


def dump():
    """Every cell of the register's tables as text, with the numbers of rows left out."""
    cells = []
    for name in ("Suppression", "SuppressedValue"):
        table = apps.get_model("matching", name)._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}"')
            cells += [str(cell) for row in cursor.fetchall() for cell in row]
    return cells


def plain_values(organization):
    """What identifies an organization, in every way that the program writes it."""
    drafts = [draft for draft, _, _ in current_drafts() if draft.name == organization.name]
    raw = [cell for draft in drafts for cell in draft.raw.values() if len(cell) > 4]
    values = [text for _, text in remembered(drafts)]
    parts = {part for text in values for part in text.split("\n")}
    return {*raw, *values, *parts, organization.name, organization.public_id}


def unkeyed(text):
    forms = {text, text.lower(), text.strip()}
    return {
        algorithm(form.encode()).hexdigest()[:32]
        for form in forms
        for algorithm in (hashlib.sha256, hashlib.sha1, hashlib.md5)
    }


def test_a_dump_of_the_register_holds_no_plain_text_and_no_unkeyed_hash(directory):
    organization = the("Club Social Jerez")
    plain = plain_values(organization)
    suppressed()
    held = "\n".join(dump())
    telling = {text for text in plain if len(text) > 3}
    assert len(telling) > 10
    assert [text for text in telling if text.casefold() in held.casefold()] == []
    assert [text for text in plain if any(digest in held for digest in unkeyed(text))] == []


def test_every_cell_of_the_register_is_a_hash_a_code_or_a_moment(directory):
    suppressed()
    codes = {"asked", "registration", "name and place", "name and contact", "two contacts"}
    words = {cell for cell in dump() if len(cell) != 32 and not cell[0].isdigit()}
    assert words <= codes
    assert len(set(exported())) == SuppressedValue.objects.count() == len(exported())


def test_equal_values_of_two_organizations_are_told_apart_in_no_export(directory):
    suppressed()
    suppressed("Salvadoreños Unidos de Houston")
    digests = [digest for _, digest in exported()]
    assert digests == sorted(digests)
