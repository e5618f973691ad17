"""Trains the layer that classification asks where its rules say nothing, and writes model.json.

    make model

Logistic regression over sentence vectors of training.csv, whose texts are invented. The same table
gives the same file: no sampling, coefficients rounded to four places.
"""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from oriundo.domain.directory.classification.model import encode

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TRAINING = HERE / "training.csv"
MODEL = ROOT / "src/oriundo/domain/directory/classification/model.json"
VERSION = "model 1"
STRENGTH = 3.0
# Chosen on held-out folds of the training table: of the answers below it, three in ten are wrong.
LEAST = 0.4
PLACES = 4


def main() -> None:
    data = trained(rows(TRAINING))
    MODEL.write_text(written(data), encoding="utf-8")
    print(f"{MODEL.relative_to(ROOT)}: {MODEL.stat().st_size:,} bytes, training {data['training']}")


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def trained(table: list[dict[str, str]]) -> dict[str, Any]:
    """What model.json holds."""
    vectors = encode([row["text"] for row in table])
    fitted = fit(vectors, [row["objective"] for row in table])
    return {
        "version": VERSION,
        "training": hashlib.sha256(TRAINING.read_bytes()).hexdigest(),
        "least": LEAST,
        "classes": [str(name) for name in fitted.classes_],
        "bias": np.round(fitted.intercept_, PLACES).tolist(),
        "weights": np.round(fitted.coef_, PLACES).tolist(),
    }


def fit(vectors: np.ndarray, answers: list[str]) -> LogisticRegression:
    """Classes weigh the same, however many rows they have."""
    return LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=5_000, tol=1e-8).fit(
        vectors, answers
    )


def written(data: dict[str, Any]) -> str:
    """JSON with one line per class, so that a change shows where it is."""
    head = {name: value for name, value in data.items() if name != "weights"}
    lines = ",\n  ".join(json.dumps(row) for row in data["weights"])
    return json.dumps(head, indent=1)[:-2] + f',\n "weights": [\n  {lines}\n ]\n}}\n'


if __name__ == "__main__":
    main()
