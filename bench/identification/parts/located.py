"""Invented organizations whose every record says where and since when, at each size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.identification.generated.__main__ import located_organizations, write
from bench.identification.options import Options
from bench.identification.parts.contest import contest
from bench.identification.parts.shared import COLUMNS
from bench.identification.rows import Row
from bench.identification.tables import Table, prepare

TITLE = "Invented, located"


def rows(options: Options) -> Iterator[Row]:
    for size in options.sizes:
        yield from contest(made(options.folder / f"located-{size}", size), options)


def made(folder: Path, size: int) -> Table:
    """The table of `size` records, drawn and written into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = folder / "made.parquet"
    write(located_organizations(size), drawn)
    return prepare(folder, TITLE, f"select * from '{drawn}'", COLUMNS)
