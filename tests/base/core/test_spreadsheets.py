from __future__ import annotations

import pytest

from oriundo.base.core.spreadsheets import STARTERS, neutral


@pytest.mark.parametrize("starter", STARTERS)
def test_text_that_begins_like_a_formula_gets_an_apostrophe(starter):
    assert neutral(f"{starter}SUM(1)") == f"'{starter}SUM(1)"


@pytest.mark.parametrize(
    "value", ["+1-1", "-2+3", "+1 312 555 0148", "+", "-A1", "=1", "-1e5", "+٣"]
)
def test_what_could_be_computed_gets_an_apostrophe(value):
    assert neutral(value) == f"'{value}"


@pytest.mark.parametrize("value", ["", "Club Azteca", "+13125550148", "-99.1332", "1-2", "a=b"])
def test_plain_text_and_plain_signed_numbers_stay_as_they_are(value):
    assert neutral(value) == value
