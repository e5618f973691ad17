"""Organizations that another generator invented: benchmarks/organizations-10k.parquet."""

from __future__ import annotations

from collections.abc import Iterator

from bench.identification.options import Options
from bench.identification.parts.contest import contest
from bench.identification.rows import Row
from bench.identification.tables import prepare

COLUMNS = {
    "name": "name", "address": "address", "city": "city", "region": "state", "postal": "zip",
    "country": "country", "phone": "phone", "email": "email", "website": "website",
    "hometown": "hometown", "origin": "home_country", "founded": "founded", "lat": "lat",
    "lon": "lon",
}  # fmt: skip


def rows(options: Options) -> Iterator[Row]:
    path = options.file("benchmarks", "organizations-10k.parquet")
    source = f"select unique_id + 1 as record_id, * exclude (unique_id) from '{path}'"
    table = prepare(options.folder / "shared", "Another generator's", source, COLUMNS)
    yield from contest(table, options)
