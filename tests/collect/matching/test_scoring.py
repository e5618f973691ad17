from __future__ import annotations

import numpy as np

from oriundo.collect.matching.features import FEATURES
from oriundo.collect.matching.patterns import codes_of, patterns
from oriundo.collect.matching.scoring import score


def _levels(count: int):
    random = np.random.default_rng(11)
    columns = [random.integers(0, len(f.levels), count) for f in FEATURES]
    return np.stack(columns, axis=1).astype(np.int8)


def test_patterns_are_the_levels_that_pairs_are_at_and_how_many_are():
    levels = _levels(50)[np.array([3, 1, 3, 3])]
    found, of = patterns(codes_of(levels))
    assert found.levels[of].tolist() == levels.tolist()
    assert sorted(found.times.tolist()) == [1, 3]


def test_weights_do_not_depend_on_where_the_pairs_are():
    levels = _levels(3000)
    held = {"base": -5.0, "drift": 0.5, "least_pairs": 2000}
    one, _ = patterns(codes_of(levels))
    other, _ = patterns(codes_of(levels[::-1]))
    assert score(one, **held)[1] == score(other, **held)[1]
    assert score(one, **held)[1].estimated


def test_of_very_many_pairs_a_sample_is_weighed_and_all_are_scored():
    found, _ = patterns(codes_of(_levels(400)))
    many = type(found)(found.codes, found.times * 2000)
    probability, model = score(many, base=-5.0, drift=0.5, least_pairs=2000)
    assert (len(probability), model.estimated) == (len(found.codes), True)
