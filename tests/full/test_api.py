"""The API at length: every operation in 200 ways, 1,000 questions of everything that counts."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from tests.interfaces.api import few
from tests.interfaces.api.agreement import QUESTIONS, disagreements
from tests.interfaces.api.test_schemathesis import (
    test_every_operation_answers_as_documented,  # noqa: F401 (collected here, too)
)


@pytest.fixture
def directory(db):
    return few.organizations()


@given(asked=QUESTIONS)
@settings(
    max_examples=1_000,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_every_way_of_asking_finds_the_same(client, directory, asked):
    assert disagreements(client, asked) == {}
