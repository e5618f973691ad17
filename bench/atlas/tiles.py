"""Tiles of the atlas: how long one takes, how large it is, what its columns cost.

    python -m bench.atlas.tiles --size 1000000 [--times 100] [--no-peers]

Beside it, in the same run: the general encoder of Mapbox Vector Tiles for the same content, and
PostgreSQL with the same filters (PostGIS where the server has it; TEST_DATABASE_URL names one).
"""

from __future__ import annotations

import argparse
import gzip
import os
import resource
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import mapbox_vector_tile
import numpy as np
import psycopg
from numpy.typing import NDArray

from bench.atlas.asked import Asked, asked
from bench.atlas.database import Database, database
from bench.atlas.invented import rows
from oriundo.insight.atlas.columns import Columns, advance, write
from oriundo.insight.atlas.mapping import Map
from oriundo.insight.atlas.question import Question
from oriundo.insight.atlas.row import Row

ZOOMS = range(15)
_PEER_TIMES = 12
_FIRST, _FIRST_CPU, _NEXT, _CPU = "first", "CPU of first", "next", "CPU of next"
_GENERAL, _DATABASE = "general", "database"


@dataclass(slots=True)
class Zoom:
    """Milliseconds by what was measured, and the largest tile in bytes, compressed."""

    z: int
    largest: int = 0
    took: dict[str, list[float]] = field(default_factory=dict)

    def add(self, what: str, seconds: float) -> None:
        self.took.setdefault(what, []).append(seconds * 1_000)

    def cell(self, what: str) -> str:
        """p50 and p95."""
        found = sorted(self.took.get(what, ()))
        if not found:
            return "-"
        return " / ".join(
            f"{found[min(int(len(found) * p), len(found) - 1)]:.2f}" for p in (0.5, 0.95)
        )


class Timed:
    """Rows whose making is not counted."""

    def __init__(self, made: Iterable[Row]) -> None:
        self._made = iter(made)
        self.wall = self.cpu = 0.0

    def __iter__(self) -> Iterator[tuple[int, Row]]:
        serial = 0
        while True:
            wall, cpu = perf_counter(), process_time()
            row = next(self._made, None)
            self.wall += perf_counter() - wall
            self.cpu += process_time() - cpu
            if row is None:
                return
            yield serial, row
            serial += 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=100, help="tiles of each zoom")
    parser.add_argument("--no-peers", action="store_true")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    print(f"{options.size:,} organizations, {os.cpu_count()} cores, load {load:.1f} at the start\n")
    with TemporaryDirectory() as path:
        columns = _columns(Path(path), options.size)
        zooms = [_ours(columns, z, options.times) for z in ZOOMS]
        name = "PostgreSQL: left out" if options.no_peers else _peer(columns, zooms, options.size)
    _print(zooms, name)


def _columns(folder: Path, size: int) -> Columns:
    list(rows(1))
    memory, made = _peak(), Timed(rows(size))
    wall, cpu = perf_counter(), process_time()
    write(made, folder / "0")
    wall, cpu = perf_counter() - wall - made.wall, process_time() - cpu - made.cpu
    stored = sum(file.stat().st_size for file in (folder / "0").iterdir())
    print("| columns | wall s | CPU s | MiB |\n|---|---|---|---|")
    print(
        f"| write | {wall:.2f} | {cpu:.2f} | {_peak() - memory} in memory, {stored >> 20} on disk |"
    )
    wall, cpu = perf_counter(), process_time()
    columns = Columns.open(folder / "0")
    print(f"| open | {perf_counter() - wall:.4f} | {process_time() - cpu:.4f} | |")
    changed = replace(next(rows(1, seed=2)), public_id=columns.ids[size // 2])
    for times in ("first", "again"):
        wall, cpu = perf_counter(), process_time()
        advance(columns, [columns.ids[0]], [(size, changed)], folder / times)
        print(
            f"| advance by one change and one withdrawal, {times} | {perf_counter() - wall:.2f} |"
            f" {process_time() - cpu:.2f} | |"
        )
    return columns


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _ours(columns: Columns, z: int, times: int) -> Zoom:
    """`first`: of a question that was not asked before; `next`: of the same."""
    zoom = Zoom(z)
    for one in asked(columns, z, times, seed=1):
        drawer = Map(columns, _no_words)
        wall, cpu = perf_counter(), process_time()
        drawer.tile(one.question, *one.tile)
        zoom.add(_FIRST, perf_counter() - wall)
        zoom.add(_FIRST_CPU, process_time() - cpu)
        wall, cpu = perf_counter(), process_time()
        tile = drawer.tile(one.question, *one.tile)
        zoom.add(_NEXT, perf_counter() - wall)
        zoom.add(_CPU, process_time() - cpu)
        zoom.largest = max(zoom.largest, len(gzip.compress(tile)))
        if tile and len(zoom.took.get(_GENERAL, ())) < _PEER_TIMES:
            zoom.add(_GENERAL, _generally(tile))
    return zoom


def _no_words(question: Question) -> NDArray[np.int64]:
    raise ValueError(f"Tiles are measured without words: {question}")


def _generally(tile: bytes) -> float:
    """Seconds of the general encoder for the content of a tile, which it is given."""
    down = {"y_coord_down": True}
    read = mapbox_vector_tile.decode(tile, default_options=down)["organizations"]
    features = [
        {
            "geometry": "POINT({} {})".format(*feature["geometry"]["coordinates"]),
            "properties": feature["properties"],
        }
        for feature in read["features"]
    ]
    wall = perf_counter()
    mapbox_vector_tile.encode({"name": "organizations", "features": features}, default_options=down)
    return perf_counter() - wall


def _peer(columns: Columns, zooms: list[Zoom], size: int) -> str:
    try:
        with database() as peer:
            peer.fill(rows(size))
            for zoom in zooms:
                _ask(peer, zoom, asked(columns, zoom.z, _PEER_TIMES, seed=1))
            return peer.name
    except (psycopg.Error, OSError) as error:
        return f"PostgreSQL: none to be had ({error})"


def _ask(peer: Database, zoom: Zoom, questions: list[Asked]) -> None:
    for one in questions:
        zoom.add(_DATABASE, peer.seconds(one))


def _print(zooms: list[Zoom], peer: str) -> None:
    print("\nMilliseconds a tile, p50 / p95; general encoder: encoding alone.\n")
    print(f"| zoom | first | its CPU | next | its CPU | gzip | general encoder | {peer} |")
    print("|---|---|---|---|---|---|---|---|")
    for zoom in zooms:
        ours = " | ".join(zoom.cell(what) for what in (_FIRST, _FIRST_CPU, _NEXT, _CPU))
        peers = " | ".join(zoom.cell(what) for what in (_GENERAL, _DATABASE))
        print(f"| {zoom.z} | {ours} | {zoom.largest:,} | {peers} |")


if __name__ == "__main__":
    main()
