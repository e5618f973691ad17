"""Figures of quality, on groups small enough to count by hand."""

from __future__ import annotations

from bench.identification.quality import Quality, grouped, quality, verdicts

TRUTH = {"a": "1", "b": "1", "c": "1", "d": "2", "e": "2"}


def test_the_truth_is_perfect() -> None:
    assert quality(TRUTH, TRUTH) == Quality(1.0, 1.0, 1.0, 1.0)


def test_one_record_in_the_wrong_group() -> None:
    # Pairs said: ab, cd, ce, de; of the true ab, ac, bc, de they hold two. No group is exact.
    said = {"a": "x", "b": "x", "c": "y", "d": "y", "e": "y"}
    assert quality(said, TRUTH) == Quality(0.5, 0.5, 0.5, 0.0)


def test_a_record_that_nobody_grouped_stands_alone() -> None:
    found = quality({"d": "y", "e": "y"}, TRUTH)
    assert (found.precision, found.recall) == (1.0, 0.25)
    assert found.exact == 2 * 1 / (4 + 2)


def test_verdicts() -> None:
    truth = {"p": True, "q": True, "r": False, "s": False}
    said = {"p": True, "q": False, "r": True, "s": False}
    assert verdicts(said, truth) == Quality(0.5, 0.5, 0.5, 0.5)


def test_pairs_that_touch_are_one_group() -> None:
    found = grouped([("a", "b"), ("c", "d"), ("b", "c"), ("e", "f")])
    assert len({found[record] for record in "abcd"}) == 1
    assert found["a"] != found["e"]
