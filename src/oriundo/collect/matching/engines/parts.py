"""What the workers of Spark do with one partition: arrays in, arrays out.

Each calls what the local engine calls. Nothing here knows Spark.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from oriundo.collect.matching import blocking, clusters, comparing
from oriundo.collect.matching.blocking import Standing
from oriundo.collect.matching.clusters import Edges, Linked
from oriundo.collect.matching.patterns import codes_of
from oriundo.collect.matching.rulings import Rulings
from oriundo.collect.matching.table import Table
from oriundo.collect.matching.worth import stands_for

Arrays = dict[str, npt.NDArray[Any]]
NO_KIND = -1


@dataclass(frozen=True, slots=True)
class Records:
    """What the workers know of all records."""

    table: Table
    standing: Standing


def sharing(part: Arrays, held: Records, cap: int) -> Arrays:
    """The pairs worth comparing that share a key, each once (with `kind` NO_KIND); and the crowded
    keys, by their `kind` and their number of `records`, of which `left` is the first.

    `part`: `kind`, `key`, `record`; of each key that it holds, all records.
    """
    found, crowds = [], []
    for kind in np.unique(part["kind"]).tolist():
        of_kind = part["kind"] == kind
        keys = part["key"][of_kind].view(np.uint64)
        pairs, crowded = blocking.shared(kind, keys, part["record"][of_kind], held.standing, cap)
        found += pairs
        crowds += [(crowd.first, kind, crowd.records) for crowd in crowded]
    left, right, _times = blocking.parted(held.table, blocking.worthy(held.table, found))
    first, kinds, records = np.array(crowds, dtype=np.int32).reshape(-1, 3).T
    return {
        "left": np.append(left, first),
        "right": np.append(right, first),
        "kind": np.append(np.full(len(left), NO_KIND), kinds).astype(np.int8),
        "records": np.append(np.zeros(len(left), dtype=np.int32), records),
    }


def leveled(part: Arrays, table: Table) -> Arrays:
    """Pairs with the code of their levels, and for how many each is compared."""
    left, right = part["left"], part["right"]
    # Spark has a process for each processor already.
    levels = comparing.levels(table, left, right, lambda _done: None, alone=True)
    # What a person has ruled on is compared though it is not worth it.
    times = np.maximum(stands_for(table, left, right), 1)
    return {"left": left, "right": right, "code": codes_of(levels), "times": times}


def likely(part: Arrays, codes: npt.NDArray[np.int64], chances: Any, least: float) -> Arrays:
    """Pairs with the probability of their code (`chances`, in the order of `codes`), from `least`
    up."""
    probability = chances[np.searchsorted(codes, part["code"])]
    kept = probability >= least
    return {
        "left": part["left"][kept],
        "right": part["right"][kept],
        "probability": probability[kept],
    }


def told(part: Arrays, linked: Linked, review: float) -> Arrays:
    """The likely pairs inside a connected group, and those across that a person may be asked."""
    inside = linked.group[part["left"]] == linked.group[part["right"]]
    return _where(part, inside | (part["probability"] >= review))


def in_doubt(part: Arrays, linked: Linked) -> Arrays:
    """The likely pairs inside a doubtful group, with the `name` of the group."""
    name = linked.group[part["left"]]
    inside = linked.doubtful[part["left"]] & (name == linked.group[part["right"]])
    return _where(part, inside) | {"name": name[inside]}


def cohering(
    part: Arrays, linked: Linked, rulings: Rulings, merge: float, cohesion: float
) -> Arrays:
    """The members of the doubtful groups of `part`, each with the `group` that it is in.

    `part`: all pairs inside each group that it names; no probability (NaN) where a pair is there
    for its group only.
    """
    names = np.unique(part["name"])
    known = _where(part, ~np.isnan(part["probability"]))
    order = np.lexsort((known["right"], known["left"]))
    edges = Edges(known["left"][order], known["right"][order], known["probability"][order])
    members, firsts = clusters.cohesive(linked, names, edges, rulings, merge, cohesion)
    return {"member": members.astype(np.int32), "group": firsts.astype(np.int32)}


def _where(part: Arrays, chosen: npt.NDArray[np.bool_]) -> Arrays:
    return {name: column[chosen] for name, column in part.items()}
