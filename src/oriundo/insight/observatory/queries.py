"""Tables and figures as queries over the directory's rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from oriundo.collect.sources.queries import Rows, rows
from oriundo.domain.directory.models import Listing, Organization
from oriundo.domain.directory.queries.counters import Counters, counters
from oriundo.insight.observatory.matrix import Matrix, tabulate
from oriundo.insight.observatory.models import Evaluation, Migrants
from oriundo.insight.observatory.share import Share

SMALLEST_COUNT = 5


@dataclass(frozen=True, slots=True)
class Funnel:
    """From rows as found to organizations listed."""

    rows: Rows
    counters: Counters

    @property
    def located(self) -> Share:
        return Share(self.counters.located, self.counters.identified, "organizations identified")

    @property
    def listed(self) -> Share:
        return Share(self.counters.listed, self.counters.identified, "organizations identified")


@dataclass(frozen=True, slots=True)
class PublicMatrix:
    """The matrix of what is listed, and how many identified organizations are not in it.

    `withheld` is None when it is so small (under SMALLEST_COUNT) that it would point at someone.
    No cell of the matrix counts anything that is not public, so that nothing can be subtracted.
    """

    matrix: Matrix
    withheld: int | None


def funnel() -> Funnel:
    return Funnel(rows(), counters())


def public_matrix() -> PublicMatrix:
    """Origin by residence of the listed organizations."""
    pairs = Listing.objects.values_list("origin", "residence_country")
    matrix = tabulate(pairs)
    withheld = Organization.objects.identified().count() - matrix.total
    return PublicMatrix(matrix, withheld if withheld == 0 or withheld >= SMALLEST_COUNT else None)


def latest_evaluation(name: str) -> dict[str, Any] | None:
    """The figures of the newest comparison with a known truth, or None."""
    found = Evaluation.objects.filter(name=name).order_by("-measured_at", "-pk").first()
    return found.figures | {"measured_at": found.measured_at} if found else None


@dataclass(frozen=True, slots=True)
class Denominators:
    """People of one origin by place, as of the last year that is known of each.

    `years` and `sources` are all that the numbers come from.
    """

    people: Mapping[str, int]
    years: tuple[int, ...]
    sources: tuple[str, ...]


def denominators(origin: str) -> Denominators:
    """How many people of an origin (alpha-3) live in each place that somebody has counted."""
    last = {row.place: row for row in Migrants.objects.filter(origin=origin).order_by("year")}
    return Denominators(
        people={place: row.people for place, row in last.items()},
        years=tuple(sorted({row.year for row in last.values()})),
        sources=tuple(sorted({row.source for row in last.values()})),
    )
