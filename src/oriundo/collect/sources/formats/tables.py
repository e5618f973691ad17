"""A table of text, whatever the file was: headers, and rows that are read one at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from oriundo.collect.sources.faults import Fault
from oriundo.collect.sources.formats.errors import UnreadableFile
from oriundo.collect.sources.limits import Limits

INVISIBLE = dict.fromkeys(
    [
        0x00,
        0xAD,
        0xFEFF,
        0x61C,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x206A),
    ]
)
"""Characters without a shape: NUL, soft hyphen, BOM, zero-width and bidirectional marks."""

_SPACES = re.compile(r"\s+")


class Row(NamedTuple):
    """One data row: its number from 1, its cells that are not empty, and what was wrong with it.

    A row with a fault that refuses it has no cells.
    """

    number: int
    cells: dict[str, str]
    faults: tuple[Fault, ...] = ()


@dataclass(slots=True)
class Table:
    """What a file holds. `rows` can be walked through once; `notes` concern the whole file.

    `encoding`, `delimiter` and `sheet` are "" where the format has none.
    """

    headers: tuple[str, ...]
    rows: Iterator[Row]
    format: str
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    notes: list[Fault] = field(default_factory=list)


def named(cells: Iterable[str]) -> tuple[str, ...]:
    """Headers from the cells of a header row: never empty, never twice the same.

    An empty one is `column 3`, a repeated one `name (2)`: the same file gives the same names.
    """
    headers: list[str] = []
    for number, cell in enumerate(cells, start=1):
        plain = _SPACES.sub(" ", cell.translate(INVISIBLE)).strip() or f"column {number}"
        name, copy = plain, 1
        while name in headers:
            copy += 1
            name = f"{plain} ({copy})"
        headers.append(name)
    return tuple(headers)


def numbered(
    rows: Iterable[tuple[Sequence[str], tuple[Fault, ...]]],
    headers: tuple[str, ...],
    *,
    limits: Limits,
    file: str,
) -> Iterator[Row]:
    """Rows of cells as numbered rows. Empty rows count when a row that is not empty follows."""
    number = 0
    empty = 0
    for cells, faults in rows:
        filled = {h: c for h, c in zip(headers, cells, strict=False) if c and not c.isspace()}
        if not filled and not faults:
            empty += 1
            continue
        for _ in range(empty):
            number += 1
            yield Row(number, {}, (Fault("row-empty", refused=True),))
        empty = 0
        number += 1
        if number > limits.rows:
            raise UnreadableFile("too-many-rows", file=file, row=number, limit=limits.rows)
        yield _checked(number, filled, faults, limits)


def _checked(number: int, cells: dict[str, str], faults: tuple[Fault, ...], limits: Limits) -> Row:
    if faults and any(fault.refused for fault in faults):
        return Row(number, {}, faults)
    most = limits.cell_characters
    if cells and max(map(len, cells.values())) > most:
        header, cell = next((h, c) for h, c in cells.items() if len(c) > most)
        more = (("characters", len(cell)), ("limit", most))
        return Row(number, {}, (*faults, Fault("cell-too-long", header, cell, True, more)))
    return Row(number, cells, faults)


def check_width(cells: Sequence[str], *, row: int, limits: Limits, file: str) -> None:
    """UnreadableFile when a row is wider than a table may be."""
    if len(cells) > limits.columns:
        raise UnreadableFile(
            "too-many-columns", file=file, row=row, value=len(cells), limit=limits.columns
        )
