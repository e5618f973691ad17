"""Finding diaspora organizations in registers: the reader of names beside a search for words.

The labels are files `register-*.csv` in the folder of --labels: names of the registers (lists/ of
the data) that a person judged, with the columns source (file name), name, label (yes or no),
origin (codes parted by `|`, none when the people are of many countries), doubtful (y or n).
Doubtful names are counted apart. The search looks for the same demonyms and names of countries as
whole words. Precision, recall and F1 are of names, not of pairs.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.identification.options import NoData, Options
from bench.identification.quality import verdicts
from bench.identification.rows import Row
from oriundo.base.core.text import fold
from oriundo.base.places.names import country_code
from oriundo.collect.matching import lexicon
from oriundo.collect.matching.concepts import country_forms
from oriundo.collect.matching.reading.known_towns import known_towns
from oriundo.collect.matching.reading.names import read_name
from oriundo.collect.matching.reading.vocabulary import country_of

_CUT_AT = 35


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a register, and where it is."""

    source: str
    name: str
    city: str
    country: str


@dataclass(frozen=True, slots=True)
class Label:
    """What a person said of a name."""

    diaspora: bool
    origins: frozenset[str]
    doubtful: bool


Answer = tuple[bool, tuple[str, ...]]
"""Of a diaspora or not, and the countries of origin."""


def rows(options: Options) -> Iterator[Row]:
    names = list(registers(options.file("lists")))
    if options.labels is None or not (files := sorted(options.labels.glob("register-*.csv"))):
        raise NoData("needs labels made by hand: --labels FOLDER with register-*.csv")
    read = [_timed(who, reader, names) for who, reader in _READERS]
    for path in files:
        labels = read_labels(path)
        sure = {key: label for key, label in labels.items() if not label.doubtful}
        for data, chosen in ((path.stem, sure), (f"{path.stem}, doubtful names too", labels)):
            for one in read:
                yield _row(f"Registers, {data}", one, chosen)


@dataclass(frozen=True, slots=True)
class _Read:
    """What one reader said of every name, and the seconds it took."""

    who: str
    answers: dict[tuple[str, str], Answer]
    wall: float
    cpu: float


def _timed(who: str, reader: Callable[[Name], Answer], names: Sequence[Name]) -> _Read:
    begun, worked = time.perf_counter(), time.process_time()
    answers = {(name.source, name.name): reader(name) for name in names}
    return _Read(who, answers, time.perf_counter() - begun, time.process_time() - worked)


def _row(data: str, read: _Read, labels: dict[tuple[str, str], Label]) -> Row:
    truth = {"\t".join(key): label.diaspora for key, label in labels.items()}
    said = {"\t".join(key): read.answers[key][0] for key in labels}
    told = [
        set(read.answers[key][1]) <= label.origins
        for key, label in labels.items()
        if label.diaspora and label.origins and read.answers[key][0] and read.answers[key][1]
    ]
    note = f"origin right in {sum(told)} of {len(told)}; seconds are for all names"
    return Row(
        data, read.who, len(labels), read.wall, read.cpu, quality=verdicts(said, truth), note=note
    )


def ours(name: Name) -> Answer:
    """What the reader of names says."""
    reading = read_name(
        name.name, city=name.city, residence_country=name.country, towns=known_towns
    )
    return reading.is_diaspora is True, tuple(code for code, _, _ in reading.origins)


def words(name: Name) -> Answer:
    """What a search for demonyms and countries finds, as whole words."""
    tokens = fold(name.name).split()
    forms = {" ".join(tokens[i : i + n]) for i in range(len(tokens)) for n in (1, 2)}
    codes = [_KEYWORDS[form] for form in forms if form in _KEYWORDS]
    return bool(codes), tuple(codes)


def registers(folder: Path) -> Iterator[Name]:
    """The names of every list in a folder."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for values in csv.DictReader(file):
                row = {key.lower(): value or "" for key, value in values.items() if key}
                yield Name(path.name, _name_of(row), row.get("city", ""), _country_in(row))


def _name_of(row: dict[str, str]) -> str:
    if "orgname1" in row:
        first, second = row["orgname1"], row["orgname2"]
        return f"{first}{'' if len(first) == _CUT_AT else ' '}{second}".strip()
    return (row.get("legal_name") or row.get("name") or "").strip()


def _country_in(row: dict[str, str]) -> str:
    if "jurisdiction" in row:
        return "CAN"
    return country_code(row.get("country", "")) or "USA"


def read_labels(path: Path) -> dict[tuple[str, str], Label]:
    """(source, name) -> what a person said of it."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (row["source"], row["name"]): Label(
                row["label"] == "yes",
                frozenset(filter(None, row["origin"].split("|"))),
                row["doubtful"] == "y",
            )
            for row in csv.DictReader(file)
        }


_KEYWORDS = {
    **country_forms(),
    **{form: country_of(code) for form, code in lexicon.demonyms().items()},
}
_READERS = (("Oriundo, reader of names", ours), ("Search for demonyms, countries", words))
