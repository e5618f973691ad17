"""The demonstration's truth beside its result, as `demonstration.evaluation` measured it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from oriundo.interfaces.web import words
from oriundo.interfaces.web.public.faults import Fault, Figures, faults

TOLERANCE = 0.02


@dataclass(frozen=True, slots=True)
class Pair:
    """A number of the result beside that of the truth."""

    found: int
    true: int

    @property
    def differs(self) -> bool:
        return self.found != self.true

    @property
    def share(self) -> float | None:
        """How far off, as a share of the truth with its sign; None when the truth is 0."""
        return (self.found - self.true) / self.true if self.true else None

    @property
    def is_far(self) -> bool:
        """Off by more than TOLERANCE of the truth; anything found where the truth has none."""
        return self.differs and (self.share is None or abs(self.share) > TOLERANCE)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table: its name, its cells, its total."""

    name: str
    cells: tuple[Pair, ...]
    total: Pair


@dataclass(frozen=True, slots=True)
class Sum:
    """A total of the table under its name."""

    name: str
    pair: Pair


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole comparison. `precision` and `recall` are shares of pairs of records.

    `origins` and `residences` are the totals of rows and columns, the largest first and unknown
    last, as are `lines` and `columns`; `far` are those totals that are off by more than TOLERANCE.
    """

    on: date
    precision: float
    recall: float
    truth: int
    identified: int
    found: int
    exact: int
    faults: tuple[Fault, ...]
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    origins: tuple[Sum, ...]
    residences: tuple[Sum, ...]
    total: Sum
    differing: int

    @property
    def far(self) -> tuple[Sum, ...]:
        sums = (*self.origins, *self.residences, self.total)
        return tuple(one for one in sums if one.pair.is_far)


def compared(figures: Figures | None, lists: Mapping[str, str]) -> Comparison | None:
    """The figures as a page shows them; None when nothing has been measured.

    `lists`: slug of a source → its name.
    """
    if figures is None:
        return None
    true, found = figures["true_table"], figures["found_table"]
    destinations = _by_size(true["column_totals"], found["column_totals"])
    lines = tuple(
        _line(true, found, origin, destinations)
        for origin in _by_size(true["row_totals"], found["row_totals"])
    )
    return Comparison(
        on=figures["measured_at"].date(),
        precision=figures["pairs"]["precision"],
        recall=figures["pairs"]["recall"],
        truth=figures["organizations"],
        identified=figures["identified"],
        found=figures["found"],
        exact=figures["exact"],
        faults=faults(figures, lists),
        columns=tuple(words.word("country", code) for code in destinations),
        lines=lines,
        origins=tuple(Sum(line.name, line.total) for line in lines),
        residences=_residences(true, found, destinations),
        total=Sum(_("Total"), Pair(found["total"], true["total"])),
        differing=sum(cell.differs for line in lines for cell in line.cells),
    )


def _line(true: Figures, found: Figures, origin: str, destinations: Sequence[str]) -> Line:
    return Line(
        name=words.word("origin", origin),
        cells=tuple(
            Pair(_at(found["cells"], origin, code), _at(true["cells"], origin, code))
            for code in destinations
        ),
        total=Pair(found["row_totals"].get(origin, 0), true["row_totals"].get(origin, 0)),
    )


def _residences(true: Figures, found: Figures, destinations: Iterable[str]) -> tuple[Sum, ...]:
    return tuple(
        Sum(
            words.word("country", code),
            Pair(found["column_totals"].get(code, 0), true["column_totals"].get(code, 0)),
        )
        for code in destinations
    )


def _at(cells: Mapping[str, Mapping[str, int]], origin: str, destination: str) -> int:
    return cells.get(origin, {}).get(destination, 0)


def _by_size(true: Mapping[str, int], found: Mapping[str, int]) -> tuple[str, ...]:
    """The codes of both, by falling number in the truth; unknown ("") last."""
    codes = {**true, **found}
    return tuple(sorted(codes, key=lambda code: (code == "", -true.get(code, 0), code)))
