"""A pair that waits, and a person who may judge it."""

from __future__ import annotations

import pytest

from tests.domain.directory.desk import a_directory, a_pair
from tests.interfaces.web.desk.pairs import REASONS
from tests.interfaces.web.desk.people import person, signed_in


@pytest.fixture
def records(tmp_path):
    return a_directory(tmp_path, "1", "2", "5", "6")


@pytest.fixture
def pair(records):
    a_pair(records["5"], records["6"], value=1.0)
    return a_pair(records["1"], records["5"], value=2.0, probability=0.25, reasons=REASONS)


@pytest.fixture
def ana():
    return person("ana", "operator")


@pytest.fixture
def desk(client, ana):
    return signed_in(client, ana)
