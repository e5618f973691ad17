"""What setup has built: tests look at the real files, and fail where there are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from oriundo.base.places.boundaries import Lookup

BUILT = Path(__file__).parents[3] / "var" / "map"


@pytest.fixture(scope="session")
def built():
    """The folder of boundaries and base map."""
    if not (BUILT / "built.json").exists():
        pytest.fail("no base map: run `make setup-development`", pytrace=False)
    return BUILT


@pytest.fixture(scope="session")
def lookup(built):
    return Lookup.read(built, built / "drawn")
