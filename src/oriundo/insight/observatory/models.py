"""How well the machine does: its result beside a known truth."""

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
