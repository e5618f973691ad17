"""List, counts, facets, files and database agree, whatever is asked."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from oriundo.domain.directory.models import Listing
from tests.interfaces.api import few
from tests.interfaces.api.agreement import QUESTIONS, disagreements

pytestmark = pytest.mark.django_db


@pytest.fixture
def directory():
    return few.organizations()


@given(asked=QUESTIONS)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_every_way_of_asking_finds_the_same(client, directory, asked):
    assert disagreements(client, asked) == {}


def test_a_listing_that_one_of_them_misses_is_noticed(client, directory):
    client.get("/api/v1/organizations")  # which makes the atlas
    Listing.objects.filter(pk=directory[0].pk).update(status="dissolved")
    assert set(disagreements(client, {"status": "dissolved"})) >= {"list", "csv", "counts"}
