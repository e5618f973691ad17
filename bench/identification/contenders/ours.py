"""Oriundo: the command as a user runs it, from the CSV to links.csv, at its shipped thresholds."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.identification.quality import quality
from bench.identification.rows import Row
from bench.identification.running import Took, run
from bench.identification.tables import Table

WHO = "Oriundo, as shipped"
COMMAND = Path(sys.executable).with_name("oriundo")


def rows(table: Table, *, limit: float) -> Iterator[Row]:
    links = table.path.with_name("links.csv")
    took = run([COMMAND, "match", table.path, "--map", table.mapping, "--out", links], limit=limit)
    if took.failure:
        yield Row(table.title, WHO, table.size, note=took.failure)
        return
    with links.open(encoding="utf-8", newline="") as file:
        groups = {row["record_id"]: row["organization_id"] for row in csv.DictReader(file)}
    yield Row(
        table.title,
        WHO,
        table.size,
        took.wall,
        took.cpu,
        took.peak,
        quality(groups, table.truth),
        _asked(took),
        note="; ".join(f"{name} {seconds:.1f} s" for name, seconds in took.stages),
    )


def _asked(took: Took) -> int | None:
    """The pairs to review, of the lines `counter  number` that the command prints."""
    lines = (line.rsplit(None, 1) for line in took.out.splitlines())
    counts = {parts[0].strip(): parts[1] for parts in lines if len(parts) == 2}
    return int(counts["review"]) if "review" in counts else None
