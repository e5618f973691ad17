"""Real lists through `oriundo identify`: no truth, so only what goes in, comes out, and is used."""

from __future__ import annotations

import json
from collections.abc import Iterator

from bench.identification.contenders.ours import COMMAND
from bench.identification.options import NoData, Options
from bench.identification.rows import Row
from bench.identification.running import run


def rows(options: Options) -> Iterator[Row]:
    paths = sorted(options.file("lists").glob("*.csv"))
    if not paths:
        raise NoData("lists/ holds no CSV")
    out = options.folder / "identified"
    took = run([COMMAND, "identify", *paths, "--out", out, "--json"], limit=options.limit)
    title, who = f"{len(paths)} real lists", "oriundo identify"
    if took.failure:
        yield Row(title, who, 0, note=took.failure)
        return
    funnel = json.loads(took.out)
    note = ", ".join(f"{name} {count}" for name, count in funnel.items())
    size = int(funnel["rows read"])
    yield Row(title, who, size, took.wall, took.cpu, took.peak, note=note)
