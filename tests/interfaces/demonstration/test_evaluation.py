"""A case small enough to be counted by hand: three organizations, one distractor."""

from __future__ import annotations

import json

import pytest

from oriundo.interfaces.demonstration.bodies import TrueOrganization
from oriundo.interfaces.demonstration.evaluation import Difference, Evaluation, Pairs, evaluate


def _true(key: str, origin: str, destination: str) -> TrueOrganization:
    return TrueOrganization(
        id=key,
        name=f"Club {key}",
        name_en=f"{key} Club",
        origin=origin,
        destination=destination,
        precision="place",
        member_origin="migrant_club",
        structure="single",
    )


TRUTH = [_true("A", "MEX", "USA"), _true("B", "SLV", "USA"), _true("C", "MEX", "CAN")]
ANSWERS = {
    ("one", "1"): "A",
    ("two", "1"): "A",
    ("three", "1"): "A",
    ("one", "2"): "B",
    ("two", "2"): "B",
    ("one", "3"): "C",
    ("one", "4"): "no_contact:X",
    ("two", "4"): "no_contact:X",
}


def _attributes(origin: str, country: str, excluded: str = "") -> dict[str, str]:
    return {"origin": origin, "country": country, "excluded": excluded}


@pytest.fixture
def perfect() -> Evaluation:
    clusters = {
        "a": [("one", "1"), ("two", "1"), ("three", "1")],
        "b": [("one", "2"), ("two", "2")],
        "c": [("one", "3")],
        "x": [("one", "4"), ("two", "4")],
    }
    attributes = {
        "a": _attributes("MEX", "USA"),
        "b": _attributes("SLV", "USA"),
        "c": _attributes("MEX", "CAN"),
        "x": _attributes("GTM", "", excluded="no_contact"),
    }
    return evaluate(TRUTH, ANSWERS, clusters, attributes)


@pytest.fixture
def flawed() -> Evaluation:
    """A is split, B and C are taken for one without a place, the distractor is let in."""
    clusters = {
        "a": [("one", "1"), ("two", "1")],
        "a2": [("three", "1")],
        "bc": [("one", "2"), ("two", "2"), ("one", "3")],
        "x": [("one", "4"), ("two", "4")],
    }
    attributes = {
        "a": _attributes("MEX", "USA"),
        "a2": _attributes("MEX", "USA"),
        "bc": _attributes("SLV", ""),
        "x": _attributes("GTM", "USA"),
    }
    return evaluate(TRUTH, ANSWERS, clusters, attributes)


def test_evaluation_of_the_right_result_finds_no_fault(perfect: Evaluation) -> None:
    assert perfect.pairs == Pairs(found=4, true=4, both=4, precision=1.0, recall=1.0, f1=1.0)
    assert (perfect.identified, perfect.exact, perfect.found) == (3, 3, 3)
    assert (perfect.missed, perfect.split, perfect.merged, perfect.intruders) == ((), (), (), ())
    assert perfect.found_table == perfect.true_table


def test_evaluation_counts_pairs_of_everything_identified(flawed: Evaluation) -> None:
    # Found: a 1, bc 3, x 1. True: A 3, B 1, X 1. Both: A 1, B 1, X 1.
    assert flawed.pairs == Pairs(found=5, true=5, both=3, precision=0.6, recall=0.6, f1=0.6)


def test_evaluation_names_what_went_wrong(flawed: Evaluation) -> None:
    assert [(case.truth, case.organizations) for case in flawed.split] == [(("A",), ("a", "a2"))]
    assert [(case.truth, case.names) for case in flawed.merged] == [
        (("B", "C"), ("Club B", "Club C"))
    ]
    assert [(case.truth, case.records) for case in flawed.missed] == [(("C",), ("one/3",))]
    assert [case.truth for case in flawed.intruders] == [("no_contact:X",)]
    assert (flawed.identified, flawed.exact, flawed.found) == (4, 0, 2)


def test_evaluation_recomputes_table_5_with_an_unknown_column(flawed: Evaluation) -> None:
    assert flawed.true_table.cells["MEX"]["CAN"] == 1
    assert flawed.found_table.cells["SLV"][""] == 1
    assert flawed.found_table.column_totals[""] == 1
    assert (flawed.true_table.total, flawed.found_table.total) == (3, 4)


def test_evaluation_compares_each_total_in_percent(flawed: Evaluation) -> None:
    rows = {row.code: row for row in flawed.rows}
    columns = {column.code: column for column in flawed.columns}
    assert rows["MEX"] == Difference("MEX", 2, 2, 0.0)
    assert rows["GTM"] == Difference("GTM", 0, 1, None)
    assert columns["USA"] == Difference("USA", 2, 3, 50.0)
    assert columns["CAN"] == Difference("CAN", 1, 0, -100.0)
    assert columns[""] == Difference("", 0, 1, None)


def test_evaluation_takes_a_record_in_no_cluster_as_standing_alone() -> None:
    clusters = {"a": [("one", "1"), ("two", "1")]}
    result = evaluate(TRUTH, ANSWERS, clusters, {"a": _attributes("MEX", "USA")})
    assert (result.pairs.precision, result.pairs.recall) == (1.0, 0.25)
    assert [case.truth for case in result.missed] == [("B",), ("C",)]


def test_evaluation_is_plain_json(flawed: Evaluation) -> None:
    plain = flawed.as_json()
    assert json.loads(json.dumps(plain)) == plain
    assert plain["pairs"]["precision"] == 0.6
