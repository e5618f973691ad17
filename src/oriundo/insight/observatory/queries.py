"""Tables and figures as queries over the directory's rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from oriundo.collect.sources.queries import Rows, rows
from oriundo.domain.directory.models import Listing, Organization
from oriundo.domain.directory.queries.counters import Counters, counters
from oriundo.insight.observatory.matrix import Matrix, tabulate
from oriundo.insight.observatory.models import Evaluation
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
