"""What the tests of machines' answers stand on."""

from __future__ import annotations

import pytest
from django.utils import translation

from oriundo.insight.atlas import current


@pytest.fixture(autouse=True)
def fresh_atlas(settings, tmp_path):
    """No atlas and no file of another test: SQLite gives numbers of changes again after each."""
    getattr(current, "_kept", {}).clear()
    settings.DOWNLOADS = tmp_path / "downloads"


@pytest.fixture(autouse=True)
def no_language_left_behind():
    """A request leaves its language to the thread, and the next test may ask for none."""
    yield
    translation.deactivate()
