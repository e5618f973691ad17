"""A table without some of its rows and with others: sorted arrays merged, not sorted again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection
from typing import Any

import numpy as np

from oriundo.insight.atlas.columns.splicing import Splice
from oriundo.insight.atlas.columns.table import (
    Array,
    Blob,
    Coded,
    Homes,
    Listed,
    Table,
    code_type,
    starts_of,
)


def merged(old: Table, gone: Collection[str], new: Table) -> Table:
    """The table of the old rows but those of the public ids `gone` and of the new rows' ids, and of
    the new rows."""
    ids = new.texts["id"]
    leaving = {public_id.encode() for public_id in gone} | {ids[row] for row in range(new.size)}
    before = [_place(old, new, row) for row in range(new.size)]
    splice = Splice(old.size, _rows_with(old, leaving), before)
    towns = _Union(splice, old.several["hometown"], new.several["hometown"])
    several = {name: _listed(splice, old.several[name], new.several[name]) for name in old.several}
    return Table(
        plain={name: splice.column(own, new.plain[name]) for name, own in old.plain.items()},
        texts={name: _blob(splice, own, new.texts[name]) for name, own in old.texts.items()},
        single={name: _coded(splice, own, new.single[name]) for name, own in old.single.items()},
        several=several,
        homes=_homes(splice, old.homes, new.homes, towns),
        order=_ordered(splice, old, new, _name_key, old.order, new.order),
        by_id=_ordered(splice, old, new, _id_key, old.by_id, new.by_id),
    )


def find(table: Table, public_id: bytes) -> int | None:
    """The row of a public id."""
    ids, by_id = table.texts["id"], table.by_id
    at = bisect_left(by_id, public_id, key=ids.__getitem__)
    if at < len(by_id) and ids[by_id[at]] == public_id:
        return int(by_id[at])
    return None


def _rows_with(table: Table, public_ids: Collection[bytes]) -> list[int]:
    found = (find(table, public_id) for public_id in public_ids)
    return sorted(row for row in found if row is not None)


def _place(old: Table, new: Table, row: int) -> int:
    """The old row that a new row stands before."""
    return _among(
        old.plain["morton"],
        new.plain["morton"][row],
        _row_key(new, row),
        lambda other: _row_key(old, other),
    )


def _among(points: Array, point: Any, key: Any, key_of: Callable[[int], Any]) -> int:
    """Where something stands among those sorted by point, then by key."""
    start = int(np.searchsorted(points, point, "left"))
    stop = int(np.searchsorted(points, point, "right"))
    return bisect_left(range(stop), key, start, key=key_of)


def _row_key(table: Table, row: int) -> tuple[bytes, bytes]:
    city = table.single["city"]
    return city.values[city.codes[row]], table.texts["id"][row]


def _name_key(table: Table, row: int) -> tuple[bytes, bytes]:
    return table.texts["key"][row], table.texts["id"][row]


def _id_key(table: Table, row: int) -> bytes:
    return table.texts["id"][row]


def _ordered(
    splice: Splice,
    old: Table,
    new: Table,
    key: Callable[[Table, int], Any],
    old_order: Array,
    new_order: Array,
) -> Array:
    """Both orders as one, in the numbers of the new table."""
    kept = old_order[splice.stays[old_order]]
    at = [bisect_left(kept, key(new, row), key=lambda other: key(old, other)) for row in new_order]
    order = np.insert(splice.old[kept], np.array(at, np.int64), splice.new[new_order])
    return order.astype(np.uint32)


def _blob(splice: Splice, old: Blob, new: Blob) -> Blob:
    lengths = splice.column(np.diff(old.starts), np.diff(new.starts))
    return Blob(splice.lists(old.starts, old.data, new.starts, new.data), starts_of(lengths))


class _Union:
    """The values still in use, sorted, and what old and new codes become."""

    def __init__(self, splice: Splice, old: Coded | Listed, new: Coded | Listed) -> None:
        used = _used(splice, old)
        added = [code for code in range(len(new.values)) if old.values.code(_text(new, code)) < 0]
        kept = {old.values.code(_text(new, code)) for code in range(len(new.values))} - {-1}
        used[[0, *kept]] = True
        gone = np.flatnonzero(~used).tolist()
        before = [bisect_left(old.values, new.values[code]) for code in added]
        values = Splice(len(old.values), gone, before)
        self.values = _blob(values, old.values, _chosen(new.values, added))
        self.old = values.old.astype(code_type(len(self.values)))
        self.new = np.array(
            [self.values.code(_text(new, code)) for code in range(len(new.values))],
            self.old.dtype,
        )


def _text(column: Coded | Listed, code: int) -> str:
    return column.values[code].decode()


def _chosen(blob: Blob, numbers: list[int]) -> Blob:
    return Blob.of([blob[number] for number in numbers])


def _used(splice: Splice, old: Coded | Listed) -> Array:
    """Which old values are still used by rows that stay."""
    counts = np.bincount(old.codes, minlength=len(old.values))
    for row in splice.gone.tolist():
        own = old.codes[row : row + 1]
        if isinstance(old, Listed):
            own = old.codes[old.starts[row] : old.starts[row + 1]]
        counts[own] -= 1
    return counts > 0


def _coded(splice: Splice, old: Coded, new: Coded) -> Coded:
    union = _Union(splice, old, new)
    return Coded(union.values, splice.column(union.old[old.codes], union.new[new.codes]))


def _listed(splice: Splice, old: Listed, new: Listed) -> Listed:
    union = _Union(splice, old, new)
    lengths = splice.column(np.diff(old.starts), np.diff(new.starts))
    codes = splice.lists(old.starts, union.old[old.codes], new.starts, union.new[new.codes])
    return Listed(union.values, starts_of(lengths), codes)


def _homes(splice: Splice, old: Homes, new: Homes, union: _Union) -> Homes:
    kept = splice.stays[old.rows]
    points, towns = old.morton[kept], union.old[old.towns[kept]]
    rows = splice.old[old.rows[kept]]
    added_towns, added_rows = union.new[new.towns], splice.new[new.rows]
    at = [
        _among(points, point, (town, row), lambda other: (towns[other], rows[other]))
        for point, town, row in zip(new.morton, added_towns, added_rows, strict=True)
    ]
    order = np.array(at, np.int64)
    return Homes(
        np.insert(points, order, new.morton),
        np.insert(towns, order, added_towns),
        np.insert(rows, order, added_rows).astype(np.uint32),
    )
