from __future__ import annotations

from itertools import combinations

import numpy as np

from oriundo.collect.matching.clusters import Edges, cluster
from oriundo.collect.matching.rulings import Ruling, Rulings, in_positions
from oriundo.collect.sources.columns import Columns, columns_of
from oriundo.collect.sources.drafts import Draft, RecordKey

NONE = Rulings(frozenset(), frozenset())


def _cluster(
    count: int, edges: dict[tuple[int, int], float], rulings: Rulings = NONE
) -> tuple[tuple[int, ...], ...]:
    ends = np.array(list(edges), dtype=np.int64).reshape(-1, 2)
    held = Edges(ends[:, 0], ends[:, 1], np.array(list(edges.values()), dtype=np.float64))
    group = cluster(count, held, rulings, merge=0.95, cohesion=0.5).tolist()
    return tuple(
        tuple(i for i in range(count) if group[i] == first) for first in sorted(set(group))
    )


def _two() -> tuple[list[RecordKey], Columns]:
    keys = [("a", "1"), ("a", "2")]
    drafts = [Draft(source=source, record_id=i, row=1, name="") for source, i in keys]
    return keys, columns_of(drafts)


def test_linked_records_join_and_others_stand_alone() -> None:
    assert _cluster(3, {(0, 2): 0.99}) == ((0, 2), (1,))


def test_one_bridge_does_not_join_two_groups() -> None:
    left, right = combinations(range(3), 2), combinations(range(3, 6), 2)
    edges = dict.fromkeys([*left, *right, (2, 3)], 0.99)
    assert _cluster(6, edges) == ((0, 1, 2), (3, 4, 5))


def test_a_chain_is_not_one_organization() -> None:
    edges = {(i, i + 1): 0.99 for i in range(99)}
    assert max(map(len, _cluster(100, edges))) == 2


def test_a_pair_below_the_threshold_never_joins_alone() -> None:
    assert _cluster(2, {(0, 1): 0.94}) == ((0,), (1,))


def test_different_keeps_apart_through_a_third_record() -> None:
    edges = dict.fromkeys(combinations(range(3), 2), 0.99)
    rulings = Rulings(frozenset(), frozenset({(0, 2)}))
    assert _cluster(3, edges, rulings) == ((0, 1), (2,))


def test_same_joins_what_no_score_would() -> None:
    assert _cluster(3, {}, Rulings(frozenset({(0, 2)}), frozenset())) == ((0, 2), (1,))


def test_different_stands_against_same_through_a_third_record() -> None:
    rulings = Rulings(frozenset({(0, 1), (1, 2)}), frozenset({(0, 2)}))
    assert _cluster(3, {}, rulings) == ((0, 1), (2,))


def test_the_later_ruling_on_a_pair_stands_either_way_round() -> None:
    keys, columns = _two()
    rulings = [Ruling(keys[0], keys[1], "same"), Ruling(keys[1], keys[0], "different")]
    assert in_positions(rulings, columns) == Rulings(frozenset(), frozenset({(0, 1)}))


def test_unsure_settles_nothing() -> None:
    keys, columns = _two()
    assert in_positions([Ruling(keys[0], keys[1], "unsure")], columns) == NONE
