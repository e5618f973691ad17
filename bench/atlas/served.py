"""The site under load: pages, tiles and answers for machines, at a steady rate.

    python -m bench.atlas.served --size 200000 [--rate 100] [--seconds 30] [--folder kept]

Starts the server as `oriundo serve` does, over a directory of invented listings, and asks for each
address at its moment, whether the answers before it have come or not. Prints one table.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench.atlas.build import fill, kept_folder
from bench.atlas.directory import with_database
from bench.identification.running import ROOT

PORT = 8047
_WORKERS = 64
_READY_SECONDS = 60
_MADE = ("map", "places", "static", "static.collected", "vendor")
"""What setup makes in the folder of the installation, which pages need beside the database."""
_WORDS = ("club jerez", "federacion zacatecana", "oaxaca", "women", "casa michoacan", "futbol")
_STATES = ("US-CA", "US-TX", "US-IL", "US-NY", "US-GA", "US-WA")
Asked = tuple[str, str]
"""(what kind of address, the address)"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--rate", type=int, default=100)
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    with kept_folder(asked.folder) as folder:
        with_database(folder)
        fill(asked.size)
        from oriundo.insight.atlas.actions import refresh  # noqa: PLC0415 (needs the settings)

        refresh()
        with _served(folder):
            for kind, address in _addresses(60):
                _fetch(kind, address)
            _report(asked.size, asked.rate, asked.seconds)


class _served:  # noqa: N801 (used as a function is)
    """The site at PORT, over the database and the atlas of a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--workers", "2"]
        environment = os.environ | {"ORIUNDO_VAR": str(self._folder), "API_RATE": "0"}
        for name in _MADE:
            if not (self._folder / name).exists():
                (self._folder / name).symlink_to(ROOT / "var" / name)
        self._server = subprocess.Popen(
            [*command, "--bind", f"127.0.0.1:{PORT}", "--log-level", "warning"], env=environment
        )
        until = time.monotonic() + _READY_SECONDS
        while (status := _fetch("", "/en/")[1]) != 200:
            if status or time.monotonic() > until:
                self.__exit__()
                raise TimeoutError(f"the server answers with {status or 'nothing'}")
            time.sleep(0.5)

    def __exit__(self, *error: object) -> None:
        self._server.terminate()
        self._server.wait()


def _addresses(number: int) -> Iterator[Asked]:
    """What readers ask for: a page of results first of all, then single pages and the map."""
    from oriundo.domain.directory.models import Listing  # noqa: PLC0415 (needs the settings)

    chance = random.Random(7)
    ids = list(Listing.objects.values_list("public_id", flat=True)[:500])
    for _ in range(number):
        state, words = chance.choice(_STATES), chance.choice(_WORDS).replace(" ", "+")
        z = chance.randint(3, 9)
        yield chance.choice(
            (
                ("home", "/es/"),
                ("search", f"/es/directorio/?q={words}"),
                ("search", f"/en/directory/?q={words}&region={state}"),
                ("filter", f"/en/directory/?region={state}&origin=MEX"),
                ("organization", f"/en/org/{chance.choice(ids)}/"),
                ("organization", f"/es/org/{chance.choice(ids)}/"),
                ("map", f"/es/mapa/?show=us-states&q={words}"),
                ("tile", f"/map/here/{z}/{_column(z)}/{_line(z)}.mvt?origin=MEX&region={state}"),
                ("tile", f"/map/here/{z}/{_column(z)}/{_line(z)}.mvt"),
                ("API", f"/api/v1/organizations?q={words}&region={state}"),
            )
        )


def _column(z: int) -> int:
    """The tile that Los Angeles lies in."""
    return int((-118.24 + 180) / 360 * 2**z)


def _line(z: int) -> int:
    return int(0.39934 * 2**z)


def _report(size: int, rate: int, seconds: int) -> None:
    addresses = list(_addresses(rate * seconds))
    begin = time.monotonic() + 0.5
    with ThreadPoolExecutor(_WORKERS) as threads:
        moments = (begin + number / rate for number in range(len(addresses)))
        answers = list(threads.map(_at, moments, addresses))
    print(f"{size:,} organizations, {rate} requests a second for {seconds} s, 2 workers")
    print("| kind | requests | p50 ms | p95 ms | p99 ms | errors |")
    print("|---|---|---|---|---|---|")
    by_kind: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for kind, status, taken in answers:
        by_kind[kind].append((taken, status))
        by_kind["all"].append((taken, status))
    for kind, found in sorted(by_kind.items(), key=lambda each: each[0] == "all"):
        waits = sorted(each[0] * 1000 for each in found)
        parts = (waits[min(len(waits) - 1, int(len(waits) * q))] for q in (0.5, 0.95, 0.99))
        errors = sum(status not in (200, 204) for _, status in found)
        print(f"| {kind} | {len(found)} | {' | '.join(f'{p:.0f}' for p in parts)} | {errors} |")


def _at(moment: float, asked: Asked) -> tuple[str, int, float]:
    """Ask at a moment; how long it took counts from then, waiting included."""
    time.sleep(max(0.0, moment - time.monotonic()))
    kind, status = _fetch(*asked)
    return kind, status, time.monotonic() - moment


def _fetch(kind: str, address: str) -> tuple[str, int]:
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
    try:
        connection.request("GET", address, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        answer.read()
    except OSError:
        return kind, 0
    finally:
        connection.close()
    return kind, answer.status


if __name__ == "__main__":
    main()
