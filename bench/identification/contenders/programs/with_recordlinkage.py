"""recordlinkage with its ECM classifier, which needs no labels, and connected components.

    python with_recordlinkage.py PREPARED.csv FOLDER [TRUTH]

Runs in the peers' own environment.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import pandas as pd
import recordlinkage

_TEXT = ("name", "address", "hometown", "city")
_EXACT = ("phone", "email", "website", "region", "postal", "founded", "registration_number")
_BLOCKS = (
    ("phone",), ("email",), ("website",), ("registration_number",), ("address",), ("name",),
    ("start", "city"), ("start", "postal"), ("hometown", "city"),
)  # fmt: skip
_ALIKE = 0.85


def main(prepared: str, folder: str, *_truth: str) -> None:
    records = pd.read_csv(prepared, dtype=str, index_col="record_id")
    columns = set(records.columns) | {"start"}
    records["start"] = records["name"].str[:8]
    index = recordlinkage.Index()
    for keys in _BLOCKS:
        if set(keys) <= columns:
            index.block(list(keys))
    compare = recordlinkage.Compare()
    for name in _TEXT:
        if name in columns:
            compare.string(name, name, method="jarowinkler", threshold=_ALIKE, label=name)
    for name in _EXACT:
        if name in columns:
            compare.exact(name, name, label=name)
    vectors = compare.compute(index.index(records), records)
    found = recordlinkage.ECMClassifier().fit_predict(vectors)
    with (Path(folder) / "no labels.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("record_id", "group"))
        writer.writerows(_components(list(found)).items())


def _components(pairs: list[tuple[str, str]]) -> dict[str, str]:
    leader: dict[str, str] = {}

    def find(record: str) -> str:
        while (up := leader.setdefault(record, record)) != record:
            leader[record] = leader[up]
            record = leader[record]
        return record

    for one, other in pairs:
        leader[find(one)] = find(other)
    return {record: find(record) for record in list(leader)}


if __name__ == "__main__":
    main(*sys.argv[1:])
