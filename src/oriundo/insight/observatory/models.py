"""What results are measured by: a known truth, and how many migrants live in a place."""

from __future__ import annotations

from django.db import models


class Evaluation(models.Model):
    """One comparison of the directory with a truth that is known, because it was invented.

    `figures` is what `interfaces.demonstration.evaluation` measured: pairwise precision and
    recall, organizations found, missed, split and wrongly merged, and the origin-destination
    matrix of the truth beside that of the result.
    """

    name = models.SlugField(max_length=60)
    measured_at = models.DateTimeField()
    figures = models.JSONField()

    def __str__(self) -> str:
        return f"{self.name} {self.measured_at:%Y-%m-%d}"


class Migrants(models.Model):
    """How many people of one origin live in a place, in a year, and who says so.

    `place` is ISO 3166-1 alpha-3, ISO 3166-2 or a US county's FIPS code; `origin` is alpha-3.
    """

    place = models.CharField(max_length=8)
    origin = models.CharField(max_length=3)
    year = models.PositiveSmallIntegerField()
    people = models.PositiveIntegerField()
    source = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["place", "origin", "year"], name="one_stock_per_place_origin_and_year"
            ),
            models.CheckConstraint(condition=models.Q(people__gt=0), name="stock_is_of_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.origin} in {self.place}, {self.year}: {self.people}"
