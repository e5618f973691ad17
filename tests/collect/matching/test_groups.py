from __future__ import annotations

import numpy as np

from oriundo.collect.matching.groups import members_of, mixed, neighbors_of, pairs_of


def _keys(*keys: int) -> np.ndarray:
    return np.array(keys, dtype=np.uint64)


def _pairs(two: tuple[np.ndarray, np.ndarray]) -> list[tuple[int, int]]:
    return sorted(zip(two[0].tolist(), two[1].tolist(), strict=True))


def test_members_with_one_key_are_paired_once() -> None:
    groups = members_of(_keys(7, 9, 7, 7, 9, 8), np.array([2, 5, 1, 2, 6, 4]))
    assert _pairs(pairs_of(groups, most=30)) == [(1, 2), (5, 6)]


def test_a_group_over_its_cap_gives_no_pairs_and_one_at_it_gives_all() -> None:
    groups = members_of(_keys(*[1] * 3, *[2] * 4), np.arange(7))
    assert _pairs(pairs_of(groups, most=3)) == [(0, 1), (0, 2), (1, 2)]


def test_members_of_a_large_group_are_paired_with_their_neighbors_by_rank() -> None:
    groups = members_of(_keys(*[1] * 4), np.arange(4))
    rank = np.array([3, 0, 2, 1])
    assert _pairs(neighbors_of(groups, rank, least=3, window=1)) == [(0, 2), (1, 3), (2, 3)]


def test_a_key_of_two_numbers_tells_their_order() -> None:
    one, other = mixed(np.array([1]), np.array([2])), mixed(np.array([2]), np.array([1]))
    assert one.tolist() != other.tolist()
