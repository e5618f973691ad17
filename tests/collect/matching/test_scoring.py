from __future__ import annotations

import numpy as np
import pytest

from oriundo.collect.matching import scoring
from oriundo.collect.matching.features import FEATURES
from oriundo.collect.matching.patterns import codes_of, patterns
from oriundo.collect.matching.scoring import score


def _levels(**levels: int) -> list[int]:
    return [levels.get(feature.name, 0) for feature in FEATURES]


SAME = _levels(name=9, place=6, phone=3)
OTHER = _levels(name=1, place=2)


def _score(rows: list[list[int]], least_pairs: int = 10**9) -> tuple[list[float], scoring.Model]:
    found, of = patterns(codes_of(np.array(rows, dtype=np.int8)))
    probability, model = scoring.score(found, base=-5.0, drift=0.0, least_pairs=least_pairs)
    return probability[of].round(6).tolist(), model


def test_a_probability_is_the_base_and_the_bits_of_the_levels() -> None:
    bits = sum(f.levels[level].bits for f, level in zip(FEATURES, SAME, strict=True)) - 5.0
    assert _score([SAME])[0] == [round(1 / (1 + 2**-bits), 6)]


def test_patterns_are_scored_once_and_given_to_every_pair() -> None:
    probability, _ = _score([SAME, OTHER, SAME])
    assert probability[0] == probability[2] > 0.9 > 0.1 > probability[1]


def test_few_pairs_estimate_nothing() -> None:
    assert _score([SAME] * 5)[1] == scoring.Model(-5.0, scoring.PRIOR, estimated=False)


@pytest.mark.parametrize(("share", "base"), [(0.5, 0.0), (0.2, -2.0), (1 / 9, -3.0)])
def test_the_base_is_that_under_which_the_share_comes_out(share: float, base: float) -> None:
    found = scoring.base_for(share, np.zeros(2), np.array([3, 7]))
    assert round(found, 6) == base


def test_the_lists_move_the_base_and_no_further_than_they_are_believed() -> None:
    _, model = _score([OTHER] * 100 + [SAME] * 100, least_pairs=100)
    assert model.estimated
    assert -5.0 - 3.0 <= model.base <= -5.0 + 4.0


def _drawn(count: int, seed: int = 11):
    random = np.random.default_rng(seed)
    columns = [random.integers(0, len(f.levels), count) for f in FEATURES]
    return np.stack(columns, axis=1).astype(np.int8)


def test_patterns_are_the_levels_that_pairs_are_at_and_how_many_are():
    levels = _drawn(50)[np.array([3, 1, 3, 3])]
    found, of = patterns(codes_of(levels))
    assert found.levels[of].tolist() == levels.tolist()
    assert sorted(found.times.tolist()) == [1, 3]


def test_weights_do_not_depend_on_where_the_pairs_are():
    levels = _drawn(3000)
    held = {"base": -5.0, "drift": 0.5, "least_pairs": 2000}
    one, _ = patterns(codes_of(levels))
    other, _ = patterns(codes_of(levels[::-1]))
    assert score(one, **held)[1] == score(other, **held)[1]
    assert score(one, **held)[1].estimated


def test_of_very_many_pairs_a_sample_is_weighed_and_all_are_scored():
    found, _ = patterns(codes_of(_drawn(400, seed=12)))
    many = type(found)(found.codes, found.times * 2000)
    probability, model = score(many, base=-5.0, drift=0.5, least_pairs=2000)
    assert (len(probability), model.estimated) == (len(found.codes), True)


def test_pairs_of_which_no_sense_can_be_made_keep_the_weights() -> None:
    """At levels drawn at random, a level may look impossible to expectation maximization."""
    found, _ = patterns(codes_of(_drawn(400, seed=1)))
    many = type(found)(found.codes, found.times * 2000)
    _, model = score(many, base=-5.0, drift=0.5, least_pairs=2000)
    assert model == scoring.Model(-5.0, scoring.PRIOR, estimated=False)
