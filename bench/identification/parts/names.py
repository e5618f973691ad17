"""Pairs of names with a verdict: what a name alone says, beside plain Jaro-Winkler.

Oriundo joins two records, or asks a person about them, or neither: a row for each reading of yes.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rapidfuzz.distance import JaroWinkler

from bench.identification.contenders.peers import AFTERWARDS, PROGRAMS
from bench.identification.options import Options
from bench.identification.quality import verdicts
from bench.identification.rows import Row
from bench.identification.running import run

_FIXED = 0.92
_THRESHOLDS = tuple(round(0.7 + 0.01 * step, 2) for step in range(31))
_YES = {"Oriundo, joined": ("joined",), "Oriundo, joined or asked": ("joined", "asked")}
Pair = tuple[str, str]


def rows(options: Options) -> Iterator[Row]:
    with options.file("benchmarks", "name-pairs.csv").open(encoding="utf-8", newline="") as file:
        given = list(csv.DictReader(file))
    titles = {
        "Pairs of names, organizations": [row for row in given if row["schema"] != "Person"],
        "Pairs of names, all (most are persons)": given,
    }
    for title, chosen in titles.items():
        pairs = {str(n): (row["name1"], row["name2"]) for n, row in enumerate(chosen)}
        truth = {str(n): row["is_match"] == "true" for n, row in enumerate(chosen)}
        yield from _ours(title, pairs, truth, options)
        yield from _jaro_winkler(title, pairs, truth)


def _ours(
    title: str, pairs: Mapping[str, Pair], truth: Mapping[str, bool], options: Options
) -> Iterator[Row]:
    folder = options.folder / "names"
    folder.mkdir(parents=True, exist_ok=True)
    given, answers = folder / "pairs.csv", folder / "answers.csv"
    _write(given, [(number, *pair) for number, pair in pairs.items()])
    took = run([sys.executable, PROGRAMS / "our_names.py", given, answers], limit=options.limit)
    if took.failure:
        yield Row(title, "Oriundo", len(pairs), note=took.failure)
        return
    with answers.open(newline="") as file:
        said = {row["number"]: row["said"] for row in csv.DictReader(file)}
    for who, words in _YES.items():
        found = verdicts({number: word in words for number, word in said.items()}, truth)
        yield Row(
            title, who, len(pairs), took.wall, took.cpu, took.peak, found, note=took.out.strip()
        )


def _write(path: Path, rows_of_pairs: Sequence[tuple[str, str, str]]) -> None:
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("number", "left", "right"))
        writer.writerows(rows_of_pairs)


def _jaro_winkler(
    title: str, pairs: Mapping[str, Pair], truth: Mapping[str, bool]
) -> Iterator[Row]:
    alike = {
        number: JaroWinkler.normalized_similarity(left.lower(), right.lower())
        for number, (left, right) in pairs.items()
    }
    at = {
        threshold: verdicts({number: a >= threshold for number, a in alike.items()}, truth)
        for threshold in (_FIXED, *_THRESHOLDS)
    }
    best = max(at, key=lambda threshold: at[threshold].f1)
    for threshold, note in ((_FIXED, ""), (best, AFTERWARDS)):
        who = f"Jaro-Winkler >= {threshold}"
        yield Row(title, who, len(pairs), quality=at[threshold], note=note)
