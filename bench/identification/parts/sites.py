"""Invented service sites of nine sources: as far as can be from diaspora organizations."""

from __future__ import annotations

from collections.abc import Iterator

from bench.identification.generated.__main__ import service_sites, write
from bench.identification.options import Options
from bench.identification.parts.contest import contest
from bench.identification.rows import Row
from bench.identification.tables import prepare

COLUMNS = {
    "name": "site_name", "description": "program_name", "address": "address", "postal": "zip",
    "phone": "phone",
}  # fmt: skip


def rows(options: Options) -> Iterator[Row]:
    folder = options.folder / "sites"
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / "made.parquet"
    write(service_sites(), made)
    table = prepare(folder, "Invented service sites", f"select * from '{made}'", COLUMNS)
    yield from contest(table, options)
