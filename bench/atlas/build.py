"""The atlas from a real database: build all of it, publish one change, pull everything.

    python -m bench.atlas.build --size 1000000 [--folder kept-between-runs]

Prints one table. Invented listings are written into a SQLite database first, which takes longer
than all that is measured; a folder that is named keeps it.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.atlas.directory import AT, list_all, with_database
from bench.atlas.invented import rows

_MIB = 1024
_TIMES = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    with kept_folder(asked.folder) as folder:
        with_database(folder)
        fill(asked.size)
        print(f"{asked.size:,} listings in {_megabytes(folder):,.0f} MB of SQLite")
        print("| what | wall s | CPU s | other processes' CPU s |")
        print("|---|---|---|---|")
        _measure(folder)
    for who, name in ((resource.RUSAGE_SELF, "this"), (resource.RUSAGE_CHILDREN, "the other")):
        peak = resource.getrusage(who).ru_maxrss / _MIB
        print(f"peak memory of {name} process: {peak:,.0f} MiB")


@contextmanager
def kept_folder(named: Path | None) -> Iterator[Path]:
    """The folder that is named, or one for this run."""
    if named:
        named.mkdir(parents=True, exist_ok=True)
        yield named
        return
    with TemporaryDirectory(prefix="oriundo-bench-") as path:
        yield Path(path)


def fill(size: int) -> None:
    """Have so many invented listings in the database, if there are not."""
    from oriundo.domain.directory.models import Listing  # noqa: PLC0415 (needs the settings)

    if Listing.objects.count() != size:
        list_all(rows(size))


def _measure(folder: Path) -> None:
    from oriundo.domain.directory import actions  # noqa: PLC0415 (needs the settings)
    from oriundo.domain.directory.actions.listings import replace  # noqa: PLC0415 (as above)
    from oriundo.domain.directory.models import Listing  # noqa: PLC0415 (as above)
    from oriundo.insight.atlas import building  # noqa: PLC0415 (as above)
    from oriundo.insight.atlas.actions import refresh  # noqa: PLC0415 (as above)

    def read() -> None:
        with building.at_one_moment():
            for _ in building.everything():
                pass

    def publish_one(number: int) -> None:
        listing = Listing.objects.order_by("pk")[number]
        listing.pk, listing.name = None, f"{listing.name} {time.monotonic_ns()}"
        replace([listing.organization_id], [listing], at=AT)
        refresh()

    _timed("read all listings", read)
    _timed("build all of it", lambda: refresh(anew=True))
    print(f"| its files | {_megabytes(folder / 'atlas'):,.0f} MB | | |")
    for number in range(_TIMES):
        _timed("publish one change, and put it in", partial(publish_one, number))
    extent = actions.Extent()
    _timed("withdraw everything", lambda: actions.withdraw(extent=extent, at=AT, actor="bench"))
    _timed("and put that in", refresh)


def _timed(what: str, act: Callable[[], object]) -> None:
    wall, cpu, others = time.perf_counter(), time.process_time(), _others()
    act()
    taken = time.perf_counter() - wall, time.process_time() - cpu, _others() - others
    print("| " + " | ".join([what, *(f"{seconds:.2f}" for seconds in taken)]) + " |", flush=True)


def _others() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


if __name__ == "__main__":
    main()
