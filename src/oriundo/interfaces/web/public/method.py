"""How this was made, as figures: the funnel, the matrix, the sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from oriundo.domain.directory.inclusion import REASONS
from oriundo.insight.atlas.question import UNKNOWN
from oriundo.insight.observatory.matrix import Matrix
from oriundo.insight.observatory.queries import Funnel
from oriundo.interfaces.speech import say
from oriundo.interfaces.web import words

SHADES = (1, 5, 25, 100)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the funnel. `count` None: not recorded yet. `share`: 0 to 100 of the first."""

    label: str
    meaning: str
    count: int | None
    share: float


@dataclass(frozen=True, slots=True)
class Cell:
    """One number; `link` leads to the organizations it counts, `shade` 0 to 4 says how many."""

    count: int
    link: str
    shade: int


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The matrix ready to print: column names, a line per origin, and the line of totals."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    totals: Line


def row_steps(funnel: Funnel) -> tuple[Step, ...]:
    """Rows, from read to linked: each row has exactly one fate."""
    read, counters = funnel.rows, funnel.counters
    steps = (
        (_("Rows read"), _("every row of the newest delivery of every list"), read.read),
        (_("Rows kept"), _("rows that could be understood"), read.kept),
        (
            _("Rows about an organization"),
            _("linked to an organization of this directory"),
            counters.records_linked,
        ),
    )
    return tuple(Step(*step, share=_share(step[2], read.read)) for step in steps)


def organization_steps(funnel: Funnel) -> tuple[Step, ...]:
    """Organizations, from identified to participating."""
    c = funnel.counters
    steps = (
        (_("Identified"), _("different organizations behind the rows"), c.identified),
        (_("Located"), _("a place finer than the country is known"), c.located),
        (_("With coordinates"), _("a source gives the very point"), c.mapped),
        (_("Listed"), _("everyone may see them in this directory"), c.listed),
        (_("Contacted"), _("someone tried to reach them"), c.contacted),
        (_("Verified"), _("a dated attempt confirmed them"), c.verified),
        (_("Participating"), _("they answered a survey"), c.participating),
    )
    return tuple(Step(*step, share=_share(step[2], c.identified)) for step in steps)


def reasons(exclusions: Mapping[str, int]) -> list[tuple[str, int]]:
    """Why records are in no organization, in words, with how many."""
    return [(say(REASONS.get(code, code)), count) for code, count in exclusions.items()]


def grid(matrix: Matrix) -> Grid:
    """The origin-destination matrix in words; every number leads to what it counts."""
    return Grid(
        columns=tuple(words.word("country", code) for code in matrix.destinations),
        lines=tuple(
            Line(
                words.word("origin", origin),
                (
                    *(_cell(matrix.cells[origin][d], origin, d) for d in matrix.destinations),
                    _total(matrix.row_totals[origin], origin=origin or UNKNOWN),
                ),
            )
            for origin in matrix.origins
        ),
        totals=Line(
            _("Total"),
            (
                *(
                    _total(matrix.column_totals[d], country=d or UNKNOWN)
                    for d in matrix.destinations
                ),
                _total(matrix.total),
            ),
        ),
    )


def shade(count: int) -> int:
    """0 for none, then 1 to 4 by SHADES."""
    return sum(count >= least for least in SHADES)


def _cell(count: int, origin: str, destination: str) -> Cell:
    chosen = {"origin": origin or UNKNOWN, "country": destination or UNKNOWN}
    return Cell(count, _directory(chosen) if count else "", shade(count))


def _total(count: int, **chosen: str) -> Cell:
    return Cell(count, _directory(chosen) if count else "", 0)


def _directory(chosen: Mapping[str, str]) -> str:
    query = urlencode(chosen)
    return reverse("public:directory") + (f"?{query}" if query else "")


def _share(count: int | None, whole: int) -> float:
    return 100 * count / whole if count and whole else 0.0
