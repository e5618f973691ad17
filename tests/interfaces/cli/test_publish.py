"""`oriundo publish`: from imported records to public listings, with the counts as the answer."""

from __future__ import annotations

import json

import pytest

from oriundo.domain.directory.models import Listing
from tests.factories import CHAPIN, HOUSTON, JEREZ, JEREZ_AGAIN, imported, policies
from tests.interfaces.cli.test_identify import run

pytestmark = pytest.mark.django_db


def test_it_answers_with_the_counts(tmp_path):
    policies(MEX="public", SLV="public", GTM="authority_only")
    imported(tmp_path, JEREZ, JEREZ_AGAIN, HOUSTON, CHAPIN)
    result = run("publish", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout) == {
        "records": 4,
        "records excluded": 0,
        "records kept out on request": 0,
        "organizations identified": 3,
        "organizations listed": 2,
        "organizations not public": 1,
        "pairs to review": 0,
    }


def test_a_country_without_a_policy_stays_closed(tmp_path):
    policies(MEX="public")
    imported(tmp_path, JEREZ, HOUSTON)
    run("publish")
    assert list(Listing.objects.values_list("origin", flat=True)) == ["MEX"]


def test_publishing_again_keeps_the_identifiers(tmp_path):
    policies(MEX="public")
    imported(tmp_path, JEREZ)
    listed = []
    for _ in range(2):
        assert run("publish").exit_code == 0
        listed.append(Listing.objects.get().public_id)
    assert listed[0] == listed[1]


def test_an_empty_database_gives_an_empty_directory():
    result = run("publish", "--json")
    assert (result.exit_code, set(json.loads(result.stdout).values())) == (0, {0})


def test_what_it_does_not_know_exits_with_2():
    assert run("publish", "everything").exit_code == 2
