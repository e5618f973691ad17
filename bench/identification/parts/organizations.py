"""Invented diaspora organizations of our own generator, at each size."""

from __future__ import annotations

from collections.abc import Iterator

from bench.identification.generated.__main__ import organizations, write
from bench.identification.options import Options
from bench.identification.parts.contest import contest
from bench.identification.rows import Row
from bench.identification.tables import prepare

COLUMNS = {
    "name": "name", "alternate_name": "other_name", "address": "address", "city": "city",
    "region": "state", "postal": "zip", "country": "country", "phone": "phone", "email": "email",
    "website": "website", "hometown": "hometown", "origin": "origin", "founded": "founded",
    "registration_number": "registration",
}  # fmt: skip


def rows(options: Options) -> Iterator[Row]:
    for size in options.sizes:
        folder = options.folder / f"organizations-{size}"
        folder.mkdir(parents=True, exist_ok=True)
        made = folder / "made.parquet"
        write(organizations(size), made)
        source = f"select * from '{made}'"
        yield from contest(prepare(folder, "Invented organizations", source, COLUMNS), options)
