from __future__ import annotations

import pytest

from tests.interfaces.web import directories


@pytest.fixture
def three(db):
    return directories.three()


@pytest.fixture
def placed(db):
    return directories.placed()
