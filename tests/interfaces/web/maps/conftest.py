from __future__ import annotations

import pytest

from tests.interfaces.web.cast import listings, organization


@pytest.fixture
def diaspora(db):
    """Two in Los Angeles, one of them from Jerez; one in Houston."""
    organization("Club Jerez", city="Los Angeles", hometown="Jerez, Zacatecas")
    organization("Club Atolinga", city="Los Angeles")
    organization("Club Texano", region="US-TX", city="Houston")
    listings()
