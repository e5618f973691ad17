from __future__ import annotations

import pytest
from django.http import QueryDict

from oriundo.interfaces.web.public.address import has_blanks, read


def test_it_reads_words_filters_and_page():
    asked = read(QueryDict("q=+club++jerez+&origin=MEX&region=US-CA&page=2&utm=x"))
    assert (asked.words, asked.page) == ("club jerez", "2")
    assert asked.filters == {"origin": "MEX", "region": "US-CA"}


@pytest.mark.parametrize("value", ["%00", "MEX%00", "' OR 1", "a" * 25, "é", "US-CALI"])
def test_a_value_that_cannot_be_a_code_is_dropped(value):
    assert read(QueryDict(f"region={value}1&country=USA")).filters == {"country": "USA"}


def test_it_writes_an_address_with_one_part_changed():
    asked = read(QueryDict("q=año nuevo&origin=MEX&page=3"))
    assert asked.query() == "?q=a%C3%B1o+nuevo&origin=MEX"
    assert asked.query(page="4") == "?q=a%C3%B1o+nuevo&origin=MEX&page=4"
    assert asked.query(q="", origin="") == "?"


def test_words_are_cut_at_the_limit():
    assert len(read(QueryDict(f"q={'x' * 500}")).words) == 200


@pytest.mark.parametrize(("query", "blank"), [("q=", True), ("q=a&origin=", True), ("q=a", False)])
def test_it_sees_blank_fields(query, blank):
    assert has_blanks(QueryDict(query)) is blank
