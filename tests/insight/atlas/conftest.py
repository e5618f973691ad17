from __future__ import annotations

import pytest


@pytest.fixture
def folder(tmp_path, settings):
    """An atlas of the test's own."""
    settings.ATLAS = tmp_path / "atlas"
    return settings.ATLAS
