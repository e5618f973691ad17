"""Splink as its tutorial has it: library comparisons, two rounds of EM, connected components.

    python with_splink.py PREPARED.csv FOLDER [TRUTH]

Writes the groups at several thresholds of the match probability, `<threshold>.csv` each.
"""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

THRESHOLDS = ("0.5", "0.8", "0.9", "0.95", "0.99", "0.999", "0.9999", "0.99999")
LARGE = 300_000
"""Records from which only the fixed threshold is tried."""
_COMPARISONS = {
    "name": cl.NameComparison("name"),
    "phone": cl.ExactMatch("phone"),
    "email": cl.ExactMatch("email"),
    "website": cl.ExactMatch("website"),
    "address": cl.JaroWinklerAtThresholds("address", [0.9]),
    "city": cl.ExactMatch("city").configure(term_frequency_adjustments=True),
    "region": cl.ExactMatch("region"),
    "postal": cl.ExactMatch("postal"),
    "hometown": cl.JaroWinklerAtThresholds("hometown", [0.9]),
    "founded": cl.ExactMatch("founded"),
    "registration_number": cl.ExactMatch("registration_number"),
}
_BLOCKS = (
    ("phone",), ("email",), ("website",), ("registration_number",), ("address", "postal"),
    ("address",), ("name",), ("substr(name, 1, 8)", "city"), ("substr(name, 1, 8)", "postal"),
    ("hometown", "city"),
)  # fmt: skip


def main(prepared: str, folder: str, *_truth: str) -> None:
    table = duckdb.sql(
        f"select record_id as unique_id, * exclude (record_id) from read_csv('{prepared}',"
        " all_varchar=true) order by record_id::bigint"
    ).to_arrow_table()
    fields = set(table.column_names)
    keys_of_blocks = [keys for keys in _BLOCKS if {_column(key) for key in keys} <= fields]
    blocks = [block_on(*keys) for keys in keys_of_blocks]
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[compare for name, compare in _COMPARISONS.items() if name in fields],
        blocking_rules_to_generate_predictions=[*blocks],
    )
    linker = Linker(DuckDBAPI().register(table), settings, log_level=None)
    sure = [block for block, keys in zip(blocks, keys_of_blocks, strict=True) if len(keys) == 1][:2]
    linker.training.estimate_probability_two_random_records_match([*sure], recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
    for rule in (sure[0], blocks[-1]):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    thresholds = ("0.9",) if len(table) > LARGE else THRESHOLDS
    pairs = linker.inference.predict(threshold_match_probability=float(thresholds[0]))
    for threshold in thresholds:
        found = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, float(threshold))
        groups = found.as_duckdbpyrelation().select('unique_id as record_id, cluster_id as "group"')
        groups.to_csv(str(Path(folder) / f"{threshold}.csv"), header=True)


def _column(key: str) -> str:
    return "name" if key.startswith("substr(name") else key


if __name__ == "__main__":
    main(*sys.argv[1:])
