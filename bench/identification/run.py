"""Identification measured: every list of ORIUNDO_DATA through reading and matching, timed.

    ORIUNDO_DATA=<folder> python bench/identification/run.py

Prints the funnel, wall time and peak memory; then, on the generated organizations whose truth is
known, pairwise precision, recall and F1 of Oriundo at its shipped thresholds beside Splink with
its generic comparisons at a fixed one, in the same run.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from oriundo.base.places.names import country_code, residence
from oriundo.collect.matching.match import Matched, match
from oriundo.collect.matching.reading.names import read_name
from oriundo.collect.sources.drafts import Draft
from oriundo.collect.sources.normalizing.phones import phones_in
from oriundo.collect.sources.reading import read_drafts

SPLINK_THRESHOLD = 0.9
Truth = dict[tuple[str, str], int]


def main() -> None:
    data = os.environ.get("ORIUNDO_DATA")
    if not data:
        sys.exit("Set ORIUNDO_DATA to the folder of data (with lists/ and benchmarks/).")
    run_lists(sorted((Path(data) / "lists").glob("*.csv")))
    run_generated(Path(data) / "benchmarks" / "organizations-10k.parquet")


def run_lists(paths: Sequence[Path]) -> None:
    """Read and match every list together; print the funnel and what it took."""
    begun = time.perf_counter()
    drafts: list[Draft] = []
    rows = refused = 0
    for path in paths:
        reading = read_drafts(path)
        drafts += reading.drafts
        rows += reading.rows_read
        refused += reading.refused
    read = time.perf_counter()
    matched = match(drafts)
    done = time.perf_counter()
    diaspora = sum(is_diaspora(draft) for draft in drafts)
    total = time.perf_counter()
    kept = sum(map(len, matched.clusters))
    print_table(
        f"{len(paths)} lists",
        [
            ("rows", rows),
            ("refused rows", refused),
            ("records", len(drafts)),
            ("records in clusters", kept),
            ("pairs compared", matched.compared),
            ("organizations", len(matched.clusters)),
            ("merged pairs", len(matched.merged)),
            ("pairs to review", len(matched.review)),
            ("alarms", len(matched.alarms)),
            ("records flagged as diaspora", diaspora),
            ("reading, s", round(read - begun, 1)),
            ("matching, s", round(done - read, 1)),
            ("reading names, s", round(total - done, 1)),
            ("peak memory, MiB", peak()),
        ],
    )
    if kept != len(drafts):
        sys.exit("Records were lost.")


def is_diaspora(draft: Draft) -> bool:
    reading = read_name(
        draft.name,
        alternate_names=draft.alternate_names,
        description=draft.description,
        origins=draft.origins,
        hometown=draft.hometown,
        residence_country=residence(draft.country, draft.region)[0],
        city=draft.city,
    )
    return reading.is_diaspora is True


def run_generated(path: Path) -> None:
    """Oriundo and generic Splink on the same generated organizations."""
    drafts, truth = generated(path)
    begun = time.perf_counter()
    ours = match(drafts)
    between = time.perf_counter()
    theirs = generic_splink(path, truth)
    ended = time.perf_counter()
    compare(
        [
            (
                "Oriundo, shipped thresholds",
                quality(clusters_of(ours, truth), truth),
                between - begun,
            ),
            (f"Splink, generic, p >= {SPLINK_THRESHOLD}", quality(theirs, truth), ended - between),
        ]
    )


def generated(path: Path) -> tuple[list[Draft], Truth]:
    columns = (
        "unique_id, cluster, name, address, city, state, country, zip, hometown, home_country,"
        " phone, email, website, lat, lon, founded, source"
    )
    table = duckdb.sql(f"select {columns} from read_parquet('{path}') order by unique_id")
    drafts, truth = [], {}
    for row in table.fetchall():
        values = dict(zip(table.columns, row, strict=True))
        draft = as_draft({key: "" if value is None else value for key, value in values.items()})
        drafts.append(draft)
        truth[draft.key] = values["cluster"]
    return drafts, truth


def as_draft(row: dict[str, object]) -> Draft:
    text = {key: str(value) for key, value in row.items()}
    origin = country_code(text["home_country"])
    return Draft(
        source=text["source"],
        record_id=str(int(text["unique_id"]) + 1),
        row=int(text["unique_id"]) + 1,
        name=text["name"],
        address=text["address"],
        city=text["city"],
        region=text["state"],
        postal=text["zip"],
        country=text["country"],
        phones=phones_in(text["phone"], country="US", column="phone")[0],
        emails=(text["email"],) if text["email"] else (),
        websites=(text["website"].removeprefix("www."),) if text["website"] else (),
        hometown=text["hometown"],
        origins=(origin,) if origin else (),
        lat=float(text["lat"]) if text["lat"] else None,
        lon=float(text["lon"]) if text["lon"] else None,
        founded=int(text["founded"]) if text["founded"] else None,
    )


def clusters_of(matched: Matched, truth: Truth) -> list[list[int]]:
    return [[truth[key] for key in cluster] for cluster in matched.clusters]


def generic_splink(path: Path, truth: Truth) -> list[list[int]]:
    """Splink as its tutorial has it: library comparisons, two rounds of EM, components."""
    api = DuckDBAPI()
    table = duckdb.sql(f"select * from read_parquet('{path}') order by unique_id").to_arrow_table()
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.NameComparison("name"),
            cl.ExactMatch("phone"),
            cl.ExactMatch("email"),
            cl.JaroWinklerAtThresholds("address", [0.9]),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.ExactMatch("state"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("phone"),
            block_on("email"),
            block_on("address"),
            block_on("substr(name, 1, 8)", "city"),
            block_on("city", "state", "home_country"),
        ],
    )
    linker = Linker(api.register(table), settings, log_level=None)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("phone"), block_on("email")], recall=0.6
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (block_on("phone"), block_on("city", "state")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    pairs = linker.inference.predict(threshold_match_probability=SPLINK_THRESHOLD)
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, SPLINK_THRESHOLD)
    by_id = {int(record_id): cluster for (_, record_id), cluster in truth.items()}
    groups: dict[object, list[int]] = {}
    for name, record in found.as_duckdbpyrelation().select("cluster_id, unique_id").fetchall():
        groups.setdefault(name, []).append(by_id[record + 1])
    return list(groups.values())


def quality(clusters: Iterable[Sequence[int]], truth: Truth) -> tuple[float, float, float]:
    """Pairwise precision, recall and F1; each cluster is the list of its records' true clusters."""
    held = list(clusters)
    right = sum(pairs(n) for cluster in held for n in Counter(cluster).values())
    made = sum(pairs(len(cluster)) for cluster in held)
    real = sum(pairs(n) for n in Counter(truth.values()).values())
    return right / max(made, 1), right / max(real, 1), 2 * right / max(made + real, 1)


def pairs(count: int) -> int:
    return count * (count - 1) // 2


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def print_table(title: str, rows: Sequence[tuple[str, object]]) -> None:
    print(f"\n{title}")
    for name, value in rows:
        print(f"  {name:<32}{value:>12}")


def compare(rows: Sequence[tuple[str, tuple[float, float, float], float]]) -> None:
    print(f"\n10,000 generated organizations{'precision':>16}{'recall':>9}{'F1':>9}{'s':>7}")
    for name, (precision, recall, f1), seconds in rows:
        print(f"  {name:<32}{precision:>12.4f}{recall:>9.4f}{f1:>9.4f}{seconds:>7.1f}")


if __name__ == "__main__":
    main()
