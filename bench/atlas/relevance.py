"""Relevance: is the organization that is meant the first answer, or among the first three?

python -m bench.atlas.relevance --size 1000000 [--searches 1000] [--no-peers]
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.atlas.asking import KINDS, Search, hidden, searches
from bench.atlas.ours import Ours
from bench.atlas.peers import Engine, peers
from bench.atlas.shelf import Shelf


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--searches", type=int, default=1_000)
    parser.add_argument("--no-peers", dest="peers", action="store_false")
    options = parser.parse_args()
    with TemporaryDirectory(prefix="oriundo-bench-") as path:
        folder = Path(path)
        shelf = Shelf(folder / "rows", options.size)
        asked = searches(shelf, -(-options.searches // len(KINDS)))
        shelf.change(lambda rows: hidden(rows, asked))
        ours = Ours(folder, shelf)
        with peers(folder, shelf, options.peers) as engines:
            print(f"{len(asked):,} searches for known ones among {options.size:,} organizations:")
            print("share with the right one first / in the first three, in percent\n")
            _table([ours, *engines], asked)


def _table(engines: Sequence[Engine], asked: Sequence[Search]) -> None:
    places = {engine.name: [_place(engine, one) for one in asked] for engine in engines}
    print("| searches | " + " | ".join(places) + " |")
    print("|---" * (len(places) + 1) + "|")
    for kind in (*KINDS, "all"):
        of_kind = [at for at, one in enumerate(asked) if kind in {one.kind, "all"}]
        cells = [_cell([own[at] for at in of_kind]) for own in places.values()]
        print(f"| {kind} ({len(of_kind)}) | " + " | ".join(cells) + " |")
    for engine in engines:
        if engine.note:
            print(f"{engine.name}: {engine.note}")


def _place(engine: Engine, search: Search) -> int:
    """Where the first right one stands, from 0; a large number when it is not on the page."""
    ids = engine.ask(search.words).ids
    return next((at for at, one in enumerate(ids) if one in search.right), len(ids) + 99)


def _cell(places: Sequence[int]) -> str:
    shares = [100 * sum(place < most for place in places) / len(places) for most in (1, 3)]
    return " / ".join(f"{share:.1f}" for share in shares)


if __name__ == "__main__":
    main()
