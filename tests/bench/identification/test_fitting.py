"""Weights fitted to labeled pairs."""

from __future__ import annotations

import numpy as np

from bench.identification.fitting import Labeled, fitted, side_by_side
from oriundo.collect.matching.features import FEATURES
from oriundo.collect.matching.scoring import PRIOR

PHONE = [feature.name for feature in FEATURES].index("phone")


def _list(same: dict[int, int]) -> Labeled:
    """Pairs at each level of the telephone, 10,000 each; `same`: how many are one."""
    levels = np.zeros((len(same), len(FEATURES)), dtype=np.int8)
    levels[:, PHONE] = list(same)
    return Labeled(levels, np.full(len(same), 10_000), np.array(list(same.values())))


def test_the_weight_of_a_level_is_the_odds_it_adds() -> None:
    """Even odds where nothing is compared, eight to one at a level: three bits."""
    fit = fitted([_list({0: 5_000, 3: 8_889})], strength=1e-6)
    assert round(fit.bits[PHONE][3], 2) == 3.0
    assert round(fit.bases[0], 2) == 0.0


def test_each_list_has_a_base_and_all_have_one_weight() -> None:
    fit = fitted([_list({0: 5_000, 3: 8_889}), _list({0: 1_000, 3: 4_706})], strength=1e-6)
    assert [round(base, 2) for base in fit.bases] == [0.0, -3.17]
    assert round(fit.bits[PHONE][3], 2) == 3.0


def test_a_level_that_no_pair_is_at_keeps_its_weight() -> None:
    fit = fitted([_list({0: 5_000, 3: 8_889})])
    assert fit.bits[0] == PRIOR[0]


def test_both_weights_stand_side_by_side() -> None:
    lists = [_list({0: 5_000, 3: 8_889})]
    told = [line.split()[:5] for line in side_by_side(lists, fitted(lists, strength=1e-6))]
    assert ["phone", "3", "5.5", "3.0", "10000"] in told
