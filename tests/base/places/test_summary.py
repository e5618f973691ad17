from __future__ import annotations

from pathlib import Path

import pytest

from oriundo.base.places.summary import summary

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "places.md"


def test_the_page_of_places_says_what_the_gazetteer_holds(places):
    if places.about["catalogs"]:
        pytest.fail("Test with a gazetteer without official catalogs: set ORIUNDO_VAR.")
    assert PAGE.read_text(encoding="utf-8") == summary(places)
