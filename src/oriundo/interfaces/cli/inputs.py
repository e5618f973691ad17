"""What commands read from disk: lists, judgments, and the countries that were named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as AbstractMapping
from itertools import pairwise
from pathlib import Path
from typing import cast, get_args

from oriundo.base.core.csv_files import rows_of
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.base.places.names import country_code
from oriundo.collect.matching.rulings import Ruling, Verdict
from oriundo.collect.sources.column_reading import ColumnReading, read_columns
from oriundo.collect.sources.limits import Limits
from oriundo.collect.sources.mapping import Mapping
from oriundo.collect.sources.reading import Reading, read_drafts
from oriundo.interfaces.cli.speech import Progress

_VERDICTS = get_args(Verdict)
_COLUMNS = ("left_source", "left_id", "right_source", "right_id", "verdict")


class UnusableJudgments(OriundoError):
    """A file of judgments has a missing column or a word that is no verdict."""


class SameName(OriundoError):
    """Two lists have the same file name, by which their records would be told apart."""


class UnknownOrigin(OriundoError):
    """A country named on the command line is not known."""


def read_lists(
    paths: Sequence[Path], mappings: AbstractMapping[str, Mapping], progress: Progress
) -> list[Reading]:
    """Read every list, in the order of file names, under the mapping given for its name."""
    readings = []
    for done, path in _in_order(paths):
        readings.append(
            read_drafts(
                path, source=path.name, mapping=mappings.get(path.name), limits=Limits.operator()
            )
        )
        progress(gettext_noop("Reading"), done)
    return readings


def read_tables(
    paths: Sequence[Path], mappings: AbstractMapping[str, Mapping], progress: Progress
) -> list[ColumnReading]:
    """As `read_lists`, by column: for matching alone, and for very large tables."""
    readings = []
    for done, path in _in_order(paths):
        readings.append(read_columns(path, mapping=mappings.get(path.name)))
        progress(gettext_noop("Reading"), done)
    return readings


def _in_order(paths: Sequence[Path]) -> Iterator[tuple[float, Path]]:
    """The paths in the order of file names, each with the share that is done after it."""
    ordered = sorted(paths, key=lambda path: path.name)
    for first, second in pairwise(ordered):
        if first.name == second.name:
            raise SameName(
                gettext_noop("Two lists are called %(name)s."),
                remedy=gettext_noop("Rename one: records are told apart by the file's name."),
                values={"name": first.name},
            )
    for number, path in enumerate(ordered, start=1):
        yield number / len(ordered), path


def rulings_from(path: Path) -> list[Ruling]:
    """Judgments from a CSV with left_source, left_id, right_source, right_id, verdict (by, why)."""
    rows = rows_of(path, _COLUMNS, UnusableJudgments)
    return [_ruling(path, number, row) for number, row in enumerate(rows, start=1)]


def _ruling(path: Path, number: int, row: dict[str, str]) -> Ruling:
    if row["verdict"] not in _VERDICTS:
        raise UnusableJudgments(
            gettext_noop("%(file)s, row %(row)s, column verdict: “%(value)s” is no verdict."),
            remedy=gettext_noop("Write same, different or unsure."),
            values={"file": path.name, "row": number, "value": row["verdict"]},
        )
    return Ruling(
        left=(row["left_source"], row["left_id"]),
        right=(row["right_source"], row["right_id"]),
        verdict=cast(Verdict, row["verdict"]),
        by=row.get("by") or "",
        why=row.get("why") or "",
    )


def origins_named(words: str) -> frozenset[str]:
    """The countries or regions of a list such as "MX,SV,REG-CAM"."""
    codes = {word.strip(): country_code(word) for word in words.split(",") if word.strip()}
    for word, code in codes.items():
        if code is None:
            raise UnknownOrigin(
                gettext_noop("“%(word)s” is no country that we know."),
                remedy=gettext_noop("Write its two or three letter code, for example MX or MEX."),
                values={"word": word},
            )
    return frozenset(code for code in codes.values() if code)
