from __future__ import annotations

import pytest
from django.http import QueryDict

from oriundo.interfaces.web.public.address import has_blanks, must_be_rewritten, read

IZALCO = "former:SLV:SV-SO:Izalco"


def test_it_reads_words_filters_and_page():
    asked = read(QueryDict("q=+club++jerez+&origin=MEX&region=US-CA&page=2&utm=x"))
    assert (asked.words, asked.page) == ("club jerez", "2")
    assert asked.filters == {"origin": "MEX", "region": "US-CA"}


@pytest.mark.parametrize(
    "wrong",
    [
        "region=%00",
        "region=US-ZZ",
        "region=US-CA%00",
        "region=' OR 1",
        "origin=ZZZ",
        "objective=nothing",
        "county=gn:5368361",
        "city=gn:1",
        "hometown=zip:90014",
        "language=xx1",
        "verified=2026-02-30",
        "verified=unknown",
        "status=verified",
    ],
)
def test_a_value_that_names_nothing_is_dropped(wrong):
    assert read(QueryDict(f"{wrong}&country=USA")).filters == {"country": "USA"}


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        (f"home_region=SV-SO&hometown={IZALCO}", ["home_region", "hometown"]),
        (f"home_region=SV-SS&hometown={IZALCO}", ["home_region"]),
        ("country=USA&region=CA-ON", ["country"]),
        ("region=US-TX&county=gn:5368381", ["region"]),
        ("region=US-CA&county=gn:5368381&city=gn:5368361", ["region", "county", "city"]),
        ("county=gn:5368381&city=gn:4684888", ["county"]),
        ("region=US-PR&county=gn:4566886&city=gn:4566880", ["region", "county", "city"]),
        ("country=unknown&region=US-CA", ["country", "region"]),
    ],
)
def test_a_finer_place_is_dropped_when_it_lies_elsewhere_than_the_coarser(query, kept):
    assert list(read(QueryDict(query)).filters) == kept


def test_a_circle_is_held_as_degrees_kilometers_and_the_key_of_its_place():
    asked = read(QueryDict("near=34.05223,-118.24368,50&at=gn:5368361"))
    assert asked.query() == "?near=34.05,-118.24,50&at=gn:5368361"
    assert asked.near.name == "Los Angeles, California"
    assert asked.question.order == "near"


@pytest.mark.parametrize("near", ["x", "34,-118", "91,0,50", "0,181,50", "34,-118,0", "nan,0,5"])
def test_what_is_no_circle_on_earth_is_dropped(near):
    assert read(QueryDict(f"near={near}&at=gn:5368361")).near is None


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("Los Ángeles", "near=34.05,-118.24,50&at=gn:5368361"),
        ("90014", "near=34.04,-118.25,50&at=zip:90014"),
        ("Dallas, TX", "near=32.78,-96.81,50&at=gn:4684888"),
    ],
)
def test_a_place_in_words_becomes_a_circle(typed, held):
    query = QueryDict(f"around={typed}&km=50")
    assert read(query).query() == f"?{held}"
    assert must_be_rewritten(query, read(query))


def test_a_place_that_nobody_knows_is_kept_as_typed_and_narrows_nothing():
    query = QueryDict("around=xyzzy")
    asked = read(query)
    assert (asked.near, asked.typed, asked.is_asking) == (None, "xyzzy", False)
    assert not must_be_rewritten(query, asked)


def test_another_distance_keeps_the_place_and_an_empty_field_takes_it_away():
    held = "near=34.05,-118.24,50&at=gn:5368361"
    further = read(QueryDict(f"{held}&around=Los Angeles, California&km=100"))
    assert further.query() == "?near=34.05,-118.24,100&at=gn:5368361"
    assert read(QueryDict(f"{held}&around=&km=50")).near is None
    assert read(QueryDict("near=34.05,-118.25,50&around=&km=25")).near.km == 25


def test_programs_are_asked_without_what_only_pages_know():
    asked = read(QueryDict("q=club&origin=MEX&view=table&sort=name&page=2"))
    assert asked.machine_query == "?q=club&origin=MEX&order=name"
    assert read(QueryDict("view=table")).machine_query == ""


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
