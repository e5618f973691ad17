"""A register of suppressions as a file: a CSV of hashes, each with the check of its key.

By hash, so that nothing tells which belong to one organization. Without the key it says nothing.
The last line counts the hashes: a file cut short would let some through without a word.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from pathlib import Path

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.keyed import Register, opened
from oriundo.collect.matching.queries import keys
from oriundo.interfaces.cli.outputs.tables import write_plain_table

HEADER = ("key_check", "digest")
_END = "end"
_HASH = re.compile(r"[0-9a-f]{32}")


class UnusableRegister(OriundoError):
    """A file is no exported register, or a value in it is no hash."""


def write_register(path: Path, rows: Sequence[tuple[str, str]]) -> None:
    """Write (key check, hash) of every value; the whole file or none of it."""
    write_plain_table(path, HEADER, [*rows, (_END, str(len(rows)))])


def read_register(path: Path) -> Register:
    """The register in a file, under the keys of SUPPRESSION_KEY. Raises OtherKey."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.reader(file))
    except (UnicodeDecodeError, csv.Error) as error:
        raise _no_register(path) from error
    if not lines or tuple(lines[0]) != HEADER:
        raise _no_register(path)
    if lines[-1] != [_END, str(len(lines) - 2)]:
        raise UnusableRegister(
            gettext_noop("%(file)s is not whole: its last line does not count the lines before."),
            remedy=gettext_noop("Export it again: a register cut short lets some through."),
            values={"file": path.name},
        )
    rows = [_row(path, number, line) for number, line in enumerate(lines[1:-1], start=1)]
    return opened(
        (digest for _, digest in rows), made_with={check for check, _ in rows}, keys=keys()
    )


def _row(path: Path, number: int, line: list[str]) -> tuple[str, str]:
    cells = dict(zip(HEADER, (*line, "", ""), strict=False))
    wrong = next((name for name in HEADER if not _HASH.fullmatch(cells[name])), None)
    if wrong or len(line) != len(HEADER):
        column = wrong or HEADER[-1]
        raise UnusableRegister(
            gettext_noop("%(file)s, row %(row)s, column %(column)s: “%(value)s” is no hash."),
            remedy=gettext_noop("Export it again: a register cut short lets some through."),
            values={
                "file": path.name,
                "row": number,
                "column": column,
                "value": cells[column][:40],
            },
        )
    return cells["key_check"], cells["digest"]


def _no_register(path: Path) -> UnusableRegister:
    return UnusableRegister(
        gettext_noop("%(file)s is no register of suppressions."),
        remedy=gettext_noop("Give the file that oriundo suppress --export wrote."),
        values={"file": path.name},
    )
