"""Partitions, cut by hand, add up to what the local engine finds at once."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from oriundo.collect.matching import blocking, clusters, comparing, worth
from oriundo.collect.matching.clusters import Edges
from oriundo.collect.matching.engines import parts
from oriundo.collect.matching.keys import KINDS, keys_of
from oriundo.collect.matching.patterns import codes_of
from oriundo.collect.matching.rulings import Rulings
from oriundo.collect.matching.table import Table, table
from oriundo.collect.sources.columns import columns_of
from tests.collect.matching.engines.sample import drafts

RULINGS = Rulings(same=frozenset({(1, 4), (8, 300)}), different=frozenset({(0, 1), (2, 3)}))
CUTS = 3


@pytest.fixture(scope="module", autouse=True)
def _some_stand_for_others() -> Iterator[None]:
    """As in a long list: of the unlikely pairs one in four is compared."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(worth, "_ALL", 200)
        yield


@pytest.fixture(scope="module")
def records() -> Table:
    return table(columns_of(drafts(600)).in_order())


@pytest.fixture(scope="module")
def blocks(records: Table) -> blocking.Blocks:
    return blocking.block(records)


@pytest.fixture(scope="module")
def edges(blocks: blocking.Blocks) -> Edges:
    chances = np.random.default_rng(5).choice([0.1, 0.5, 0.9], len(blocks.left))
    return Edges(blocks.left.astype(np.int64), blocks.right.astype(np.int64), chances)


def _cut(columns: parts.Arrays, by: str) -> Iterator[parts.Arrays]:
    """Rows whose `by` is alike, together; shuffled, as rows arrive."""
    order = np.random.default_rng(2).permutation(len(columns[by]))
    for cut in range(CUTS):
        chosen = order[columns[by][order] % CUTS == cut]
        yield {name: column[chosen] for name, column in columns.items()}


def _joined(found: list[parts.Arrays]) -> parts.Arrays:
    return {name: np.concatenate([part[name] for part in found]) for name in found[0]}


def test_pairs_and_crowds_are_those_of_all_keys_at_once(records: Table, blocks: blocking.Blocks):
    entries = list(keys_of(records))
    columns = {
        "kind": np.concatenate([np.full(len(m), kind, np.int8) for kind, _, m in entries]),
        "key": np.concatenate([keys for _, keys, _ in entries]).view(np.int64),
        "record": np.concatenate([members for _, _, members in entries]),
    }
    held = parts.Records(records, blocking.standing_of(records))
    found = _joined([parts.sharing(p, held, blocking.CAP) for p in _cut(columns, "key")])
    pairs = found["kind"] == parts.NO_KIND
    ends = np.unique(np.stack([found["left"], found["right"]])[:, pairs], axis=1)
    assert ends.tolist() == [blocks.left.tolist(), blocks.right.tolist()]
    crowds = zip(*(found[n][~pairs].tolist() for n in ("kind", "records", "left")), strict=True)
    assert blocking.in_order(blocking.Crowd(KINDS[k], r, f) for k, r, f in crowds) == (
        blocks.crowds
    )
    assert len(blocks.crowds) > 10


def test_levels_do_not_depend_on_what_else_is_compared(records: Table, blocks: blocking.Blocks):
    columns = {"left": blocks.left, "right": blocks.right}
    found = _joined([parts.leveled(part, records) for part in _cut(columns, "right")])
    order = np.lexsort((found["right"], found["left"]))
    levels = comparing.levels(records, blocks.left, blocks.right, lambda _done: None)
    assert found["code"][order].tolist() == codes_of(levels).tolist()
    assert found["times"][order].tolist() == blocks.times.tolist()
    assert set(blocks.times.tolist()) == {1, 4}


def test_groups_are_those_of_all_pairs_at_once(records: Table, edges: Edges):
    whole = clusters.cluster(len(records), edges, RULINGS, merge=0.8, cohesion=0.4)
    strong = edges.probability >= 0.8
    linked = clusters.linked_by(len(records), edges.left[strong], edges.right[strong], RULINGS)
    same = np.array(sorted(RULINGS.same), dtype=np.int64)
    columns = {
        "left": np.append(edges.left, same[:, 0]),
        "right": np.append(edges.right, same[:, 1]),
        "probability": np.append(edges.probability, np.full(len(same), np.nan)),
    }
    doubted = parts.in_doubt(columns, linked)
    found = _joined([parts.cohering(p, linked, RULINGS, 0.8, 0.4) for p in _cut(doubted, "name")])
    group = linked.group.copy()
    group[found["member"]] = found["group"]
    assert group.tolist() == whole.tolist()
    assert (whole != linked.group).sum() > 100


def test_a_group_that_only_a_person_made_is_a_group():
    linked = clusters.linked_by(
        4, np.zeros(0, np.int64), np.zeros(0, np.int64), Rulings(frozenset({(1, 3)}), frozenset())
    )
    named = {"left": np.array([1]), "right": np.array([3]), "probability": np.array([np.nan])}
    found = parts.cohering(
        parts.in_doubt(named, linked), linked, Rulings(frozenset({(1, 3)}), frozenset()), 0.8, 0.4
    )
    assert (found["member"].tolist(), found["group"].tolist()) == ([1, 3], [1, 1])


def test_kept_are_the_pairs_of_a_group_and_those_to_ask_a_person():
    linked = clusters.linked_by(4, np.array([0]), np.array([1]), Rulings(frozenset(), frozenset()))
    part = {
        "left": np.array([0, 0, 1]),
        "right": np.array([1, 2, 3]),
        "probability": np.array([0.01, 0.3, 0.29]),
    }
    told = parts.told(part, linked, 0.3)
    assert (told["left"].tolist(), told["right"].tolist()) == ([0, 0], [1, 2])


def test_probabilities_are_those_of_the_patterns():
    part = {"left": np.arange(3), "right": np.arange(3) + 5, "code": np.array([7, 2, 7])}
    found = parts.likely(part, np.array([2, 7]), np.array([0.1, 0.9]), 0.5)
    assert (found["left"].tolist(), found["probability"].tolist()) == ([0, 2], [0.9, 0.9])
