"""Classification measured: rules, model, both, and two peers, on the same texts in one run.

    python -m bench.classification.run [--labels labeled.csv]

Three tables. `training.csv` by five folds (a text and its counterpart in the other language lie in
one fold; the rules were written with this table in sight, so their figure on it flatters them).
`test.csv`, written in another style after the rules were frozen. With --labels, any CSV with the
same columns. Peers: the most frequent class, and the first keyword of the name reader's lexicon.
"""

from __future__ import annotations

import argparse
import resource
import time
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from bench.classification.train import LEAST, fit, rows
from oriundo.collect.matching.reading.names import read_name
from oriundo.domain.directory.classification import classify
from oriundo.domain.directory.classification.model import encode
from oriundo.domain.directory.classification.phrases import phrase_list
from oriundo.domain.directory.classification.sentences import sentences
from oriundo.domain.directory.typology import OBJECTIVE, SUPPORT

HERE = Path(__file__).resolve().parent
FOLDS = 5
SURE_OF_SUPPORT = 0.8
Table = list[dict[str, str]]
Answers = Sequence[str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labels", type=Path, help="a labeled table of one's own")
    labels = parser.parse_args().labels
    training, test = rows(HERE / "training.csv"), rows(HERE / "test.csv")
    report("training.csv, five folds", training, by_folds(training), supports_by_folds(training))
    for title, table in [("test.csv", test), *([(labels.name, rows(labels))] if labels else [])]:
        report(title, table, once(training, table), supports_once(training, table))
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(f"\nuser CPU {used.ru_utime:.1f} s, peak memory {used.ru_maxrss // 1024} MiB")


# --- Answers ------------------------------------------------------------------------------------


def by_rules(table: Table) -> list[str]:
    found = (classify(row["name"], row["text"]).objective for row in table)
    return [suggestion.code if suggestion else "" for suggestion in found]


def by_first_keyword(table: Table) -> list[str]:
    return [read_name(row["name"], description=row["text"]).objective for row in table]


def by_majority(training: Table, table: Table) -> list[str]:
    known = [row["objective"] for row in training if row["objective"]]
    return [max(sorted(set(known)), key=known.count)] * len(table)


def by_model(training: Table, table: Table, vectors: Callable[[Table], np.ndarray]) -> list[str]:
    fitted = fit(vectors(training), [row["objective"] for row in training])
    shares = fitted.predict_proba(vectors(table))
    best = shares.argmax(axis=1)
    return [
        str(fitted.classes_[c]) if row[c] >= LEAST else ""
        for row, c in zip(shares, best, strict=True)
    ]


def once(training: Table, table: Table) -> dict[str, Answers]:
    model = by_model(training, table, vectors_of)
    return methods(table, by_majority(training, table), model)


def by_folds(table: Table) -> dict[str, Answers]:
    model, majority = [""] * len(table), [""] * len(table)
    known = dict(zip(map(id, table), vectors_of(table), strict=True))
    for rest, held, places in folds(table):
        found = by_model(rest, held, lambda part: np.array([known[id(row)] for row in part]))
        for place, answer, most in zip(places, found, by_majority(rest, held), strict=True):
            model[place], majority[place] = answer, most
    return methods(table, majority, model)


def methods(table: Table, majority: Answers, model: Answers) -> dict[str, Answers]:
    rules = by_rules(table)
    return {
        "majority": majority,
        "first keyword": by_first_keyword(table),
        "rules": rules,
        "model": model,
        "rules+model": [said or asked for said, asked in zip(rules, model, strict=True)],
    }


def folds(table: Table) -> list[tuple[Table, Table, list[int]]]:
    """(rest, held out, places of the held out). Counterparts share a fold by their `pair`."""
    fold = [zlib.crc32(row["pair"].encode()) % FOLDS for row in table]
    return [
        (
            [row for row, f in zip(table, fold, strict=True) if f != number],
            [row for row, f in zip(table, fold, strict=True) if f == number],
            [place for place, f in enumerate(fold) if f == number],
        )
        for number in range(FOLDS)
    ]


def vectors_of(table: Table) -> np.ndarray:
    return encode([row["text"] for row in table])


# --- Support ------------------------------------------------------------------------------------


def support_truth(table: Table) -> np.ndarray:
    return np.array([[code in row["supports"].split("|") for code in SUPPORT] for row in table])


def support_rules(table: Table) -> np.ndarray:
    found = [{s.code for s in classify(row["name"], row["text"]).supports} for row in table]
    return np.array([[code in codes for code in SUPPORT] for codes in found])


def support_keywords(table: Table) -> np.ndarray:
    """Every category of which a word stands in the text, whatever is said of it."""
    lists = phrase_list("support")
    found = [
        {hit.phrase.code for each in sentences(row["text"]) for hit in lists.hits(each)}
        for row in table
    ]
    return np.array([[code in codes for code in SUPPORT] for codes in found])


def support_model(train: np.ndarray, truth: np.ndarray, asked: np.ndarray) -> np.ndarray:
    columns = [
        fit(train, list(truth[:, c])).predict_proba(asked)[:, 1] for c in range(len(SUPPORT))
    ]
    return np.array(columns).T >= SURE_OF_SUPPORT


def supports_once(training: Table, table: Table) -> dict[str, np.ndarray]:
    return support_methods(
        table, support_model(vectors_of(training), support_truth(training), vectors_of(table))
    )


def supports_by_folds(table: Table) -> dict[str, np.ndarray]:
    vectors, truth = vectors_of(table), support_truth(table)
    model = np.zeros_like(truth)
    for _, _, places in folds(table):
        rest = np.setdiff1d(np.arange(len(table)), places)
        model[places] = support_model(vectors[rest], truth[rest], vectors[places])
    return support_methods(table, model)


def support_methods(table: Table, model: np.ndarray) -> dict[str, np.ndarray]:
    rules = support_rules(table)
    return {
        "every keyword": support_keywords(table),
        "rules": rules,
        "model": model,
        "rules+model": rules | model,
    }


# --- Report -------------------------------------------------------------------------------------


def report(
    title: str, table: Table, answers: dict[str, Answers], supports: dict[str, np.ndarray]
) -> None:
    truth = [row["objective"] for row in table]
    print(f"\n== {title}: {len(table)} texts")
    print(
        f"{'main objective':<16}{'accuracy':>9}{'macro-F1':>9}{'unknown':>9}{'of known':>9}", end=""
    )
    print("".join(f"{language:>9}" for language in languages(table)), " (accuracy by language)")
    for name, given in answers.items():
        known = [t == a for t, a in zip(truth, given, strict=True) if a]
        print(f"{name:<16}{share(truth, given):>9.3f}{macro_f1(truth, given):>9.3f}", end="")
        print(f"{list(given).count('') / len(given):>9.2f}", end="")
        print(f"{sum(known) / max(len(known), 1):>9.3f}", end="")
        print("".join(f"{in_language(table, given, one):>9.3f}" for one in languages(table)))
    print(f"\n{'F1 by class':<22}{'n':>5}" + "".join(f"{name:>15}" for name in answers))
    for code in OBJECTIVE:
        if code in truth:
            scores = "".join(f"{f1(truth, given, code):>15.2f}" for given in answers.values())
            print(f"{code:<22}{truth.count(code):>5}{scores}")
    report_supports(support_truth(table), supports)


def report_supports(truth: np.ndarray, found: dict[str, np.ndarray]) -> None:
    print(f"\n{'support':<22}{'n':>5}" + "".join(f"{name:>17}" for name in found))
    print(f"{'':<27}" + f"{'P    R   F1':>17}" * len(found))
    for number, code in enumerate(SUPPORT):
        cells = "".join(cell(truth[:, number], given[:, number]) for given in found.values())
        print(f"{code:<22}{truth[:, number].sum():>5}{cells}")
    print(f"{'all':<22}{truth.sum():>5}{''.join(cell(truth, given) for given in found.values())}")


def cell(truth: np.ndarray, given: np.ndarray) -> str:
    right, made, real = (truth & given).sum(), given.sum(), truth.sum()
    parts = right / max(made, 1), right / max(real, 1), 2 * right / max(made + real, 1)
    return f"{'  ' + ' '.join(f'{part:.2f}' for part in parts):>17}"


def languages(table: Table) -> list[str]:
    return sorted({row["language"] for row in table})


def in_language(table: Table, given: Answers, language: str) -> float:
    pairs = [
        (r["objective"], a) for r, a in zip(table, given, strict=True) if r["language"] == language
    ]
    return share([t for t, _ in pairs], [a for _, a in pairs])


def share(truth: Answers, given: Answers) -> float:
    return sum(t == a for t, a in zip(truth, given, strict=True)) / len(truth)


def f1(truth: Answers, given: Answers, code: str) -> float:
    right = sum(t == a == code for t, a in zip(truth, given, strict=True))
    return 2 * right / max(list(truth).count(code) + list(given).count(code), 1)


def macro_f1(truth: Answers, given: Answers) -> float:
    codes = sorted(set(truth) - {""})
    return sum(f1(truth, given, code) for code in codes) / len(codes)


if __name__ == "__main__":
    begun = time.perf_counter()
    main()
    print(f"wall {time.perf_counter() - begun:.1f} s")
