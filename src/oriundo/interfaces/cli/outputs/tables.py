"""Tables that a spreadsheet opens without harm; the same rows give the same bytes."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from oriundo.base.core.spreadsheets import neutral


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """UTF-8, commas, `\\n`; cells that a spreadsheet would run as a formula are neutralized."""
    write_plain_table(path, header, ([neutral(_text(cell)) for cell in row] for row in rows))


def write_plain_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """The same without neutralizing: for keys that other programs join on, exactly as they came.

    The table appears whole or not at all, but in a pipe, which has it as it is made.
    """
    if path.exists() and not path.is_file():
        # A pipe or a terminal: a file put in its place would be there instead of it.
        with path.open("w", encoding="utf-8", newline="") as file:
            _write(file, header, rows)
        return
    # Of a link, what it leads to: the link stays.
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.writing")
    with draft.open("w", encoding="utf-8", newline="") as file:
        _write(file, header, rows)
    draft.replace(path)


def _write(file: TextIO, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)


def _text(cell: object) -> str:
    if cell is None:
        return ""
    return f"{cell:.6f}" if isinstance(cell, float) else str(cell)
