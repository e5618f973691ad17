"""What the tests of machines' answers stand on."""

from __future__ import annotations

import pytest

from oriundo.insight.atlas import current


@pytest.fixture(autouse=True)
def fresh_atlas(settings, tmp_path):
    """No atlas and no file of another test: SQLite gives numbers of changes again after each."""
    getattr(current, "_kept", {}).clear()
    settings.DOWNLOADS = tmp_path / "downloads"
