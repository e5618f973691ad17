"""Finding diaspora organizations in registers: recall and precision of the reader, and speed.

ORIUNDO_DATA=folder ORIUNDO_LABELS=labels.csv python bench/identification/register.py

Registers are read from `lists/` of the folder. The labels are the names of one of them that were
judged by a person: columns source (file name), name, label (yes or no), origin (codes parted by
`|`, none when the people are of many countries), doubtful (y or n). Doubtful names are counted
apart. The peer looks for the same demonyms and names of countries as whole words.
"""

from __future__ import annotations

import csv
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from oriundo.base.core.text import fold
from oriundo.base.places.names import country_code
from oriundo.collect.matching import lexicon
from oriundo.collect.matching.reading.known_towns import known_towns
from oriundo.collect.matching.reading.names import read_name
from oriundo.collect.matching.reading.vocabulary import country_of
from oriundo.collect.matching.words import country_forms

FIRST = ("MEX", "GTM", "SLV", "HND", "NIC", "CRI", "PAN", "BLZ", "REG-CAM")
CUT_AT = 35


@dataclass(frozen=True, slots=True)
class Row:
    source: str
    name: str
    city: str
    country: str


@dataclass(frozen=True, slots=True)
class Label:
    diaspora: bool
    origins: frozenset[str]
    doubtful: bool


Answer = tuple[bool, tuple[str, ...]]
Truth = dict[tuple[str, str], Label]


def main() -> None:
    data, labels = os.environ.get("ORIUNDO_DATA"), os.environ.get("ORIUNDO_LABELS")
    if not data or not labels:
        sys.exit("Set ORIUNDO_DATA (a folder with lists/) and ORIUNDO_LABELS (a file of labels).")
    rows = list(registers(Path(data) / "lists"))
    truth = read_labels(Path(labels))
    judged = [row for row in rows if (row.source, row.name) in truth]
    print(f"{len(rows):,} names of registers, {len(judged):,} of them judged by a person")
    ours(rows[0])
    keyword(rows[0])
    for title, read in (("the reader", ours), ("a search for keywords", keyword)):
        report(title, read, rows, judged, truth)


def report(
    title: str,
    read: Callable[[Row], Answer],
    rows: Sequence[Row],
    judged: Sequence[Row],
    truth: Truth,
) -> None:
    begun, worked = time.perf_counter(), time.process_time()
    answers = [read(row) for row in rows]
    wall, used = time.perf_counter() - begun, time.process_time() - worked
    print(f"\n{title}: {len(rows) / used:,.0f} names/s (CPU {used:.2f} s, wall {wall:.2f} s)")
    by_name = {(row.source, row.name): answer for row, answer in zip(rows, answers, strict=True)}
    pairs = [(truth[key], by_name[key]) for row in judged if (key := (row.source, row.name))]
    sure = [(label, answer) for label, answer in pairs if not label.doubtful]
    quality("all origins, doubtful names aside", sure)
    quality("all origins, doubtful names as judged", pairs)
    quality("Mexico and Central America", [pair for pair in sure if of_first(*pair)])
    unlabeled = sum(by_name[row.source, row.name][0] for row in rows) - sum(a[0] for _, a in pairs)
    print(f"  said to be diaspora among names that nobody judged: {unlabeled}")


def of_first(label: Label, answer: Answer) -> bool:
    return bool(label.origins & set(FIRST)) or bool(set(answer[1]) & set(FIRST))


def quality(title: str, pairs: Sequence[tuple[Label, Answer]]) -> None:
    found = [(label, answer) for label, answer in pairs if answer[0]]
    real = sum(label.diaspora for label, _ in pairs)
    right = [(label, answer) for label, answer in found if label.diaspora]
    origin = sum(set(answer[1]) <= label.origins or not label.origins for label, answer in right)
    told = sum(bool(answer[1]) for label, answer in right if label.origins)
    print(
        f"  {title:<40} recall {share(len(right), real)}  precision {share(len(right), len(found))}"
        f"  origin right {share(origin, len(right))}, told {told}"
    )


def share(part: int, whole: int) -> str:
    return f"{part / whole:.3f} ({part}/{whole})" if whole else f"- ({part}/{whole})"


def ours(row: Row) -> Answer:
    reading = read_name(row.name, city=row.city, residence_country=row.country, towns=known_towns)
    return reading.is_diaspora is True, tuple(code for code, _, _ in reading.origins)


def keyword(row: Row) -> Answer:
    """What a search for demonyms and countries finds, as whole words."""
    tokens = fold(row.name).split()
    forms = {" ".join(tokens[i : i + n]) for i in range(len(tokens)) for n in (1, 2)}
    codes = [KEYWORDS[form] for form in forms if form in KEYWORDS]
    return bool(codes), tuple(codes)


def registers(folder: Path) -> Iterator[Row]:
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for values in csv.DictReader(file):
                row = {key.lower(): value or "" for key, value in values.items() if key}
                yield Row(path.name, name_of(row), row.get("city", ""), country_in(row))


def name_of(row: dict[str, str]) -> str:
    if "orgname1" in row:
        first, second = row["orgname1"], row["orgname2"]
        return f"{first}{'' if len(first) == CUT_AT else ' '}{second}".strip()
    return (row.get("legal_name") or row.get("name") or "").strip()


def country_in(row: dict[str, str]) -> str:
    if "jurisdiction" in row:
        return "CAN"
    return country_code(row.get("country", "")) or "USA"


def read_labels(path: Path) -> Truth:
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (row["source"], row["name"]): Label(
                row["label"] == "yes",
                frozenset(filter(None, row["origin"].split("|"))),
                row["doubtful"] == "y",
            )
            for row in csv.DictReader(file)
        }


KEYWORDS = {
    **country_forms(),
    **{form: country_of(code) for form, code in lexicon.demonyms().items()},
}


if __name__ == "__main__":
    main()
