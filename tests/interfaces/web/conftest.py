"""What every test of a page stands on."""

from __future__ import annotations

import pytest

from oriundo.insight.atlas import current


@pytest.fixture(autouse=True)
def no_atlas_of_another_test():
    """A test's rows are rolled back, and the next one's changes get the same numbers."""
    getattr(current, "_kept", {}).clear()
