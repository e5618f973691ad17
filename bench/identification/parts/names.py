"""Pairs of names with a verdict: what a name alone says, beside plain Jaro-Winkler.

A verdict is what `match` makes of a table of two records that have nothing but the name (or what
`compare_two` says where the engine offers it).
"""

from __future__ import annotations

import csv
import importlib
import time
from collections.abc import Callable, Iterator, Mapping, Sequence

from rapidfuzz.distance import JaroWinkler

from bench.identification.contenders.peers import AFTERWARDS
from bench.identification.options import Options
from bench.identification.quality import verdicts
from bench.identification.rows import Row
from oriundo.collect.matching.match import Settings, match
from oriundo.collect.sources.drafts import Draft

_FIXED = 0.92
_THRESHOLDS = tuple(round(0.7 + 0.01 * step, 2) for step in range(31))
Pair = tuple[str, str]


def rows(options: Options) -> Iterator[Row]:
    with options.file("benchmarks", "name-pairs.csv").open(encoding="utf-8", newline="") as file:
        given = list(csv.DictReader(file))
    organizations = [row for row in given if row["schema"] != "Person"]
    yield from _measured("Pairs of names, organizations", organizations)
    yield from _measured("Pairs of names, all (most are persons)", given)


def _measured(title: str, given: Sequence[Mapping[str, str]]) -> Iterator[Row]:
    pairs = {str(number): (row["name1"], row["name2"]) for number, row in enumerate(given)}
    truth = {str(number): row["is_match"] == "true" for number, row in enumerate(given)}
    verdict, how = _verdict()
    begun, used = time.perf_counter(), time.process_time()
    said = {key: verdict(pair) for key, pair in pairs.items()}
    wall, cpu = time.perf_counter() - begun, time.process_time() - used
    yield Row(
        title, "Oriundo, as shipped", len(pairs), wall, cpu, None, verdicts(said, truth), note=how
    )
    alike = {
        key: JaroWinkler.normalized_similarity(left.lower(), right.lower())
        for key, (left, right) in pairs.items()
    }
    by_threshold = {
        threshold: verdicts({key: value >= threshold for key, value in alike.items()}, truth)
        for threshold in (_FIXED, *_THRESHOLDS)
    }
    best = max(by_threshold, key=lambda threshold: by_threshold[threshold].f1)
    for threshold, note in ((_FIXED, ""), (best, AFTERWARDS)):
        yield Row(
            title,
            f"Jaro-Winkler >= {threshold}",
            len(pairs),
            quality=by_threshold[threshold],
            note=note,
        )


def _verdict() -> tuple[Callable[[Pair], bool], str]:
    """What says whether two names are one organization's, and how it was asked."""
    engine = importlib.import_module("oriundo.collect.matching.match")
    compare_two = getattr(engine, "compare_two", None)
    if compare_two is None:
        return _by_table, "tables of two records"
    return lambda pair: bool(compare_two(*_drafts(pair)).same), "compare_two"


def _by_table(pair: Pair) -> bool:
    return len(match(_drafts(pair), settings=Settings(registers=False)).clusters) == 1


def _drafts(pair: Pair) -> tuple[Draft, Draft]:
    left, right = (
        Draft(source=source, record_id="1", row=1, name=name)
        for source, name in zip(("left", "right"), pair, strict=True)
    )
    return left, right
