"""What the tests of machines' answers stand on."""

from __future__ import annotations

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def no_file_of_another_test(settings, tmp_path):
    settings.DOWNLOADS = tmp_path / "downloads"


@pytest.fixture(autouse=True)
def no_language_left_behind():
    """A request leaves its language to the thread, and the next test may ask for none."""
    yield
    translation.deactivate()
