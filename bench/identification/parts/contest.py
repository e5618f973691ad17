"""The same table, given to Oriundo and to each peer that can be expected to finish."""

from __future__ import annotations

from collections.abc import Iterator

from bench.identification.contenders import ours, peers
from bench.identification.options import Options
from bench.identification.rows import Row
from bench.identification.tables import Table

_MODERATE = 12_000
"""Records up to which dedupe and recordlinkage are asked: both hold all pairs at once."""


def contest(table: Table, options: Options) -> Iterator[Row]:
    yield from ours.rows(table, limit=options.limit)
    if not options.peers:
        return
    yield from peers.splink(table, limit=options.limit)
    if table.size <= _MODERATE:
        yield from peers.dedupe(table, limit=options.limit)
        yield from peers.recordlinkage(table, limit=options.limit)
