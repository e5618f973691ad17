"""One result a row, in one shape, and the table that they are printed in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bench.identification.quality import Quality

_HEAD = ("records", "wall s", "CPU s", "MiB", "precis.", "recall", "F1", "exact F1", "review")


@dataclass(frozen=True, slots=True)
class Row:
    """What one contender did with one table.

    `wall` and `cpu` seconds and `peak` MiB are those of the whole process, from the start of the
    program to its last byte; `cpu` counts its own children too. `review`: pairs left to a
    person. `note`: what the figures rest on, or why there are none.
    """

    data: str
    who: str
    size: int
    wall: float | None = None
    cpu: float | None = None
    peak: int | None = None
    quality: Quality | None = None
    review: int | None = None
    note: str = ""

    def cells(self) -> tuple[str, ...]:
        quality = self.quality
        figures = (quality.precision, quality.recall, quality.f1) if quality else (None,) * 3
        return (
            f"{self.size:,}",
            *(_number(value, 1) for value in (self.wall, self.cpu)),
            _number(self.peak, 0),
            *(_number(value, 4) for value in figures),
            _number(quality.exact if quality else None, 4),
            _number(self.review, 0),
        )


def _number(value: float | None, places: int) -> str:
    return "-" if value is None else f"{value:,.{places}f}"


def head() -> str:
    return f"{'':<40}" + "".join(f"{name:>11}" for name in _HEAD)


def line(row: Row) -> str:
    return f"  {row.who:<38}" + "".join(f"{cell:>11}" for cell in row.cells()) + f"  {row.note}"


def print_rows(rows: Iterable[Row]) -> list[Row]:
    """Print each row as soon as it is known, under the name of its data."""
    printed: list[Row] = []
    for row in rows:
        if not printed or printed[-1].data != row.data:
            print(f"\n{row.data}\n{head()}", flush=True)
        print(line(row).rstrip(), flush=True)
        printed.append(row)
    return printed
