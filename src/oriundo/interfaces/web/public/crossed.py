"""The organizations of a search, counted by where members come from and where they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.atlas.question import Question
from oriundo.interfaces.web import words
from oriundo.interfaces.web.public.address import Address

MOST_ORIGINS = 12
MOST_RESIDENCES = 6


@dataclass(frozen=True, slots=True)
class Cell:
    """`link` leads to the organizations counted; "" where none are or where they are of several."""

    count: int
    link: str


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Crossed:
    """Lines of the most frequent origins and one of all others; the last cell is the total."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    totals: Line


def crossed(atlas: Atlas, asked: Address) -> Crossed:
    """Totals are those of the search: what is not shown by name is in "others"."""
    question = asked.question
    origins, residences = (atlas.counts(question, by) for by in ("origin", "country"))
    by_origin = {
        origin: atlas.counts(_only(question, origin), "country")
        for origin in list(origins)[:MOST_ORIGINS]
    }
    shown = list(residences)[:MOST_RESIDENCES]
    sizes = (shown, len(residences) > len(shown))
    lines = [
        _line(words.word("origin", origin), counts, *sizes, asked, {"origin": origin})
        for origin, counts in by_origin.items()
    ]
    if len(origins) > len(by_origin):
        named = by_origin.values()
        rest = {code: n - sum(c.get(code, 0) for c in named) for code, n in residences.items()}
        lines.append(_line(_("Other origins"), rest, *sizes, asked, None))
    others = (_("Other countries"),) if sizes[1] else ()
    return Crossed(
        columns=(*(words.word("country", code) for code in shown), *others, _("Total")),
        lines=tuple(lines),
        totals=_line(_("Total"), residences, *sizes, asked, {}),
    )


def _line(
    name: str,
    counts: Mapping[str, int],
    shown: list[str],
    has_others: bool,
    asked: Address,
    chosen: Mapping[str, str] | None,
) -> Line:
    """`chosen`: what a number of this line leads to, beside its column; None for nowhere."""

    def cell(count: int, **column: str) -> Cell:
        leads = count and chosen is not None
        return Cell(count, asked.query(**(chosen or {}), **column, view="") if leads else "")

    named = [cell(counts.get(code, 0), country=code) for code in shown]
    total = sum(counts.values())
    others = [Cell(total - sum(each.count for each in named), "")] if has_others else []
    return Line(name, (*named, *others, cell(total)))


def _only(question: Question, origin: str) -> Question:
    filters = {**question.filters, "origin": origin}
    return Question(question.words, filters, question.near, question.box, question.order)
