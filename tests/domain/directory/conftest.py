"""What several of these tests begin with."""

from __future__ import annotations

import pytest

from tests.domain.directory.suppressing import published
from tests.factories import HOUSTON, JEREZ, policies


@pytest.fixture
def directory(tmp_path):
    """Two organizations, listed."""
    policies(MEX="public", SLV="public")
    published(tmp_path, JEREZ, HOUSTON)
    return tmp_path
