"""No call that the documents allow or forbid is answered otherwise than they say."""

from __future__ import annotations

import os

import pytest

from tests.interfaces.api import few
from tests.interfaces.api.called import failures

CASES = int(os.environ.get("ORIUNDO_CASES", "20"))


@pytest.mark.once
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "document", ["/api/v1/openapi.json", "/api/hsds/openapi.json", "/api/ogc/api"]
)
def test_every_operation_answers_as_documented(document):
    few.organizations()
    called, failed = failures(document, CASES)
    assert failed == []
    assert called > CASES
