"""dedupe, taught by right labels: the pairs that it asks about, answered by the truth.

    python with_dedupe.py PREPARED.csv FOLDER TRUTH

Runs in the peers' own environment. Prints how many labels it was given.
"""

from __future__ import annotations

import csv
import random
import sys
from pathlib import Path

import dedupe
import numpy as np

LABELS = 120
SAMPLE = 2_000
"""Records that it learns on: with 10,000 it needs more than 8 GiB before it asks anything."""
_TEXT = ("name", "address", "city")
_EXACT = ("phone", "email", "website", "postal", "registration_number")
# Not state, year and hometown: each column it could block on costs memory and minutes.


def main(prepared: str, folder: str, truth_path: str) -> None:
    random.seed(1)
    np.random.seed(1)
    records, fields = _read(prepared)
    with Path(truth_path).open(newline="") as file:
        truth = dict(csv.reader(file))
    variables = [
        *(dedupe.variables.String(name, has_missing=True) for name in _TEXT if name in fields),
        *(
            dedupe.variables.ShortString(name, has_missing=True)
            for name in _EXACT
            if name in fields
        ),
    ]
    deduper = dedupe.Dedupe(variables, num_cores=2)
    sample = random.sample(sorted(records), min(SAMPLE, len(records)))
    deduper.prepare_training({number: records[number] for number in sample})
    given = _teach(deduper, truth)
    deduper.train()
    with (Path(folder) / "threshold 0.5.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("record_id", "group"))
        for number, (members, _scores) in enumerate(deduper.partition(records, threshold=0.5)):
            writer.writerows((records[member]["record_id"], number) for member in members)
    print(f"{given} right labels")


def _read(path: str) -> tuple[dict[int, dict[str, str | None]], set[str]]:
    with Path(path).open(newline="") as file:
        reader = csv.DictReader(file)
        records = {
            number: {name: value or None for name, value in row.items()}
            for number, row in enumerate(reader)
        }
        return records, set(reader.fieldnames or ())


def _teach(deduper: dedupe.Dedupe, truth: dict[str, str]) -> int:
    given = 0
    while given < LABELS and (pairs := deduper.uncertain_pairs()):
        answers: dict[str, list[object]] = {"match": [], "distinct": []}
        for pair in pairs:
            one, other = (truth[str(record["record_id"])] for record in pair)
            answers["match" if one == other else "distinct"].append(pair)
            given += 1
        deduper.mark_pairs(answers)
    return given


if __name__ == "__main__":
    main(*sys.argv[1:])
