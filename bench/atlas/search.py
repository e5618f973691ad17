"""Ranked search with facets: how long an answer takes, beside SQLite and PostgreSQL.

    python -m bench.atlas.search --size 1000000 [--searches 300] [--no-peers]

The same searches in the same order to each; none is asked twice, so nothing is answered from what
is kept. The last lines tell what the index costs, and how long suggestions take.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from bench.atlas.asking import KINDS, Search, searches
from bench.atlas.ours import Ours
from bench.atlas.peers import Engine, peers
from bench.atlas.shelf import Shelf
from bench.identification.generated.chance import Chance
from oriundo.insight.atlas.row import Row
from oriundo.insight.atlas.text import TextIndex, advance, create

BROAD = "words that many have"
_BROAD = (
    "club", "mexico", "federacion", "asociacion", "zacatecas", "california", "los angeles",
    "clubes mexicanos", "hometown association", "michoacan texas", "new york", "oaxaca chicago",
    "guatemala", "salvadorenos houston", "comite pro obras", "jalisco", "casa", "unidos",
    "fraternidad", "san", "amigos de", "becas", "futbol", "church", "illinois",
)  # fmt: skip
_WARM = 25

Timing = tuple[float, float]
"""Seconds of wall clock, and of CPU."""


def main() -> None:
    options = _options()
    with TemporaryDirectory(prefix="oriundo-bench-") as path:
        folder = Path(path)
        shelf = Shelf(folder / "rows", options.size)
        asked = _mixed(searches(shelf, max(1, options.searches // len(KINDS)) + _WARM))
        print(f"{options.size:,} organizations; milliseconds p50 / p95, in ( ) of CPU\n")
        costs = list(_costs(folder / "cost", shelf))
        ours = Ours(folder, shelf)
        with peers(folder, shelf, options.peers) as engines:
            _table([ours, *engines], asked)
        _suggestions(ours, asked)
        for line in costs:
            print(line)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--searches", type=int, default=300)
    parser.add_argument("--no-peers", dest="peers", action="store_false")
    return parser.parse_args()


def _mixed(found: Sequence[Search]) -> list[Search]:
    """In an order of chance, with some that many fit: one in eleven or so."""
    mixed = [*found, *(Search(BROAD, words, frozenset()) for words in _BROAD)]
    Chance(3).shuffle(mixed)
    return mixed


def _table(engines: Sequence[Engine], asked: Sequence[Search]) -> None:
    timed = {engine.name: _timed(engine, asked) for engine in engines}
    print("| searches | " + " | ".join(timed) + " |")
    print("|---" * (len(timed) + 1) + "|")
    for kind in (*KINDS, BROAD, "all"):
        of_kind = [at for at, one in enumerate(asked) if at >= _WARM and kind in {one.kind, "all"}]
        cells = [_cell([times[at] for at in of_kind]) for times in timed.values()]
        print(f"| {kind} ({len(of_kind)}) | " + " | ".join(cells) + " |")
    for engine in engines:
        if engine.note:
            print(f"{engine.name}: {engine.note}")
    for which, name in enumerate(("wall clock", "CPU")):
        ours, *others = (_p95([one[which] for one in times]) for times in timed.values())
        ratios = zip(list(timed)[1:], others, strict=True)
        print(
            f"p95 of all by {name}: " + ", ".join(f"{n} {t / ours:.0f} x ours" for n, t in ratios)
        )


def _p95(values: Sequence[float]) -> float:
    return _quantile(values[_WARM:], 0.95)


def _timed(engine: Engine, asked: Sequence[Search]) -> list[Timing]:
    return [_took(partial(engine.ask, one.words), engine.cpu) for one in asked]


def _took(act: Callable[[], object], cpu: Callable[[], float] = process_time) -> Timing:
    wall, used = perf_counter(), cpu()
    act()
    return perf_counter() - wall, cpu() - used


def _cell(times: Sequence[Timing]) -> str:
    wall, cpu = ([one[n] for one in times] for n in (0, 1))
    (a, b), (c, d) = ((_quantile(of, 0.5) * 1e3, _quantile(of, 0.95) * 1e3) for of in (wall, cpu))
    return f"{a:.2f} / {b:.2f} ({c:.2f} / {d:.2f})"


def _quantile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] if values else 0.0


def _suggestions(ours: Ours, asked: Sequence[Search]) -> None:
    """Every beginning of what is typed, from two letters on."""
    first = _took(lambda: ours.atlas.suggest("zz", "es"))
    typed = dict.fromkeys(one.words[:n] for one in asked[:60] for n in range(2, len(one.words) + 1))
    times = [_took(partial(ours.atlas.suggest, text, "es")) for text in typed]
    print(f"\nsuggestions ({len(times)} beginnings): {_cell(times)}; first {first[0] * 1e3:.0f} ms")


def _costs(folder: Path, rows: Iterable[Row]) -> Iterable[str]:
    """What the index takes to make and to bring up to date, less the reading of rows."""
    reading = _took(lambda: sum(1 for _ in rows))
    made = _took(lambda: create(folder / "text", enumerate(rows)))
    wall, cpu = (made[n] - reading[n] for n in (0, 1))
    size = sum(file.stat().st_size for file in (folder / "text").iterdir())
    yield f"index: {wall:.1f} s (CPU {cpu:.1f}), {size / 1e6:.0f} MB"
    one = next(iter(rows))
    changed = [
        _took(partial(advance, folder / "text", folder / f"text-{n}", [n], [(n + 1, one)]))
        for n in range(5)
    ]
    wall, cpu = (sorted(times)[2] for times in zip(*changed, strict=True))
    opened = _took(lambda: TextIndex.open(folder / "text-0"))[0]
    yield f"one change: {wall:.2f} s (CPU {cpu:.2f}); opened in {opened * 1e3:.0f} ms"


if __name__ == "__main__":
    main()
