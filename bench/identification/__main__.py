"""Identification measured against its peers: one command, one table.

    python -m bench.identification [PART ...] [--sizes 10000,100000] [--limit SECONDS] [--no-peers]

Each contender runs in a fresh process. README.md beside this folder says what each row means.
"""

from __future__ import annotations

import argparse
import importlib
import os
import platform
from collections.abc import Iterator
from pathlib import Path

from bench.identification.growth import exponents
from bench.identification.options import NoData, Options
from bench.identification.rows import Row, print_rows
from bench.identification.running import ROOT

PARTS = {
    name: f"bench.identification.parts.{name}"
    for name in (
        "organizations", "located", "sites", "shared", "restaurants", "persons", "allies", "names",
        "registers", "lists",
    )
}  # fmt: skip
SIZES = (10_000, 100_000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="of organizations")
    parser.add_argument("--limit", type=float, default=900, help="seconds for each contender")
    parser.add_argument("--labels", type=Path, help="folder of labels made by hand")
    parser.add_argument("--no-peers", dest="peers", action="store_false")
    chosen = parser.parse_args()
    unknown = [part for part in chosen.parts if part not in PARTS]
    if unknown:
        parser.error(f"there is no part {unknown[0]}; the parts are {', '.join(PARTS)}")
    data = os.environ.get("ORIUNDO_DATA")
    options = Options(
        sizes=tuple(int(size) for size in chosen.sizes.split(",")),
        limit=chosen.limit,
        folder=ROOT / "var" / "bench",
        data=Path(data).resolve() if data else None,
        labels=chosen.labels.resolve() if chosen.labels else None,
        peers=chosen.peers,
    )
    print(f"{os.cpu_count()} cores of {platform.machine()}, Python {platform.python_version()}")
    rows = print_rows(row for part in chosen.parts or PARTS for row in _rows(part, options))
    growth = exponents(row for row in rows if row.data == "Invented organizations")
    for who, exponent in growth.items():
        print(f"\n{who}: CPU seconds grow as records to the power of {exponent:.2f}")


def _rows(part: str, options: Options) -> Iterator[Row]:
    """The rows of a part; one that says why, where its data is not there."""
    try:
        yield from importlib.import_module(PARTS[part]).rows(options)
    except NoData as reason:
        yield Row(part, "not measured", 0, note=str(reason))


if __name__ == "__main__":
    main()
