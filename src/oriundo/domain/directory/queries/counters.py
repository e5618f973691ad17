"""The counters that are never mixed. Each says what it counts, and all come from rows."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from oriundo.domain.directory.models import Exclusion, Fact, Link, Listing, Organization


@dataclass(frozen=True, slots=True)
class Counters:
    """records = records_linked + records_excluded; identified >= located >= mapped.

    `located`: a place finer than the country is known. `mapped`: coordinates are known.
    `verified`: a dated attempt confirmed it; `contacted` and `participating` are counted from
    attempts and answers, of which this version keeps none, so they are None and not zero.
    """

    records_linked: int
    records_excluded: int
    exclusions: dict[str, int]
    identified: int
    located: int
    mapped: int
    listed: int
    verified: int
    contacted: int | None = None
    participating: int | None = None

    @property
    def not_located(self) -> int:
        return self.identified - self.located


def counters() -> Counters:
    """Count the directory as it stands."""
    identified = Organization.objects.identified()
    reasons = Exclusion.objects.values_list("reason").annotate(n=Count("pk")).order_by()
    exclusions = dict(sorted(reasons, key=lambda item: (-item[1], item[0])))
    located = identified.exclude(precision__in=["none", "country"])
    points = Fact.objects.filter(field="location", chosen=True)
    return Counters(
        records_linked=Link.objects.filter(organization__in=identified).count(),
        records_excluded=sum(exclusions.values()),
        exclusions=exclusions,
        identified=identified.count(),
        located=located.count(),
        mapped=located.filter(pk__in=points.values("organization")).count(),
        listed=Listing.objects.count(),
        verified=identified.filter(status=Organization.Status.ACTIVE).count(),
    )
