"""Hand-written queries with the answer that a careful person would give: `queries.csv`."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from oriundo.base.places.geocoder import geocode

TABLE = (Path(__file__).parent / "queries.csv").read_text(encoding="utf-8")
QUERIES = list(csv.DictReader(TABLE.splitlines()))


def test_there_are_enough_of_them():
    assert len(QUERIES) >= 300


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query["text"] or "nothing")
def test_a_query_is_located_as_exactly_as_it_allows(query):
    located = geocode(query["text"], query["hint"])
    answer = (located.precision, located.country, located.admin1)
    assert answer == (query["precision"], query["country"], query["admin1"]), located.reason
    if query["name"]:
        assert located.place is not None
        assert located.place.name == query["name"]


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query["text"] or "nothing")
def test_a_country_or_nothing_is_never_a_pin(query):
    located = geocode(query["text"], query["hint"])
    assert (located.lat is None) == (located.precision in {"country", "none"})
