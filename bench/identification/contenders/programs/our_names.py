"""Oriundo on pairs of names: of each pair, "joined", "asked" or "apart".

    python our_names.py PAIRS.csv OUT.csv

PAIRS.csv: number, left, right. OUT.csv: number, said. Prints how the engine was asked: a table of
two records that have nothing but the name, or `compare_two` where the engine offers it.
"""

from __future__ import annotations

import csv
import importlib
import sys
from collections.abc import Callable
from pathlib import Path

from oriundo.collect.matching.match import DEFAULT, Settings, match
from oriundo.collect.sources.drafts import Draft

Say = Callable[[Draft, Draft], str]


def main(pairs: str, out: str) -> None:
    say, how = _engine()
    with Path(pairs).open(newline="") as given, Path(out).open("w", newline="") as answers:
        writer = csv.writer(answers)
        writer.writerow(("number", "said"))
        for row in csv.DictReader(given):
            writer.writerow((row["number"], say(_draft("left", row), _draft("right", row))))
    print(how)


def _draft(side: str, row: dict[str, str]) -> Draft:
    return Draft(source=side, record_id="1", row=1, name=row[side])


def _engine() -> tuple[Say, str]:
    compare_two = getattr(
        importlib.import_module("oriundo.collect.matching.match"), "compare_two", None
    )
    if compare_two is None:
        return _by_table, "tables of two records"
    return lambda left, right: _in_words(compare_two(left, right).probability), "compare_two"


def _in_words(probability: float) -> str:
    enough = probability >= DEFAULT.merge
    return "joined" if enough else "asked" if probability >= DEFAULT.review else "apart"


def _by_table(left: Draft, right: Draft) -> str:
    matched = match((left, right), settings=Settings(registers=False))
    return "joined" if len(matched.clusters) == 1 else "asked" if matched.review else "apart"


if __name__ == "__main__":
    main(*sys.argv[1:])
