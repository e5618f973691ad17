"""Which are the same: judgments are rows, clusters are derived from them and can be rebuilt."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from oriundo.collect.matching.suppression import KINDS
from oriundo.collect.sources.drafts import RecordKey
from oriundo.collect.sources.models import Record


class JudgmentQuerySet(models.QuerySet["Judgment"]):
    def in_force(self) -> JudgmentQuerySet:
        return self.filter(retracted_at=None)


class Judgment(models.Model):
    """A person's word on two records: who, when, why. Replayed on every run, never overwritten.

    Records are named by source and record id, not by row, so that a judgment outlives the
    release it was made on. The pair is stored in order, so that it is one row either way round.
    """

    class Verdict(models.TextChoices):
        SAME = "same", _("the same organization")
        DIFFERENT = "different", _("different organizations")
        UNSURE = "unsure", _("unsure")

    left_source = models.CharField(max_length=60)
    left_id = models.CharField(max_length=200)
    right_source = models.CharField(max_length=60)
    right_id = models.CharField(max_length=200)
    verdict = models.CharField(max_length=16, choices=Verdict.choices)
    why = models.TextField(blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()
    retracted_at = models.DateTimeField(null=True, blank=True)

    objects = JudgmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["left_source", "left_id", "right_source", "right_id"],
                condition=Q(retracted_at=None),
                name="one_judgment_in_force_per_pair",
            ),
            models.CheckConstraint(
                condition=Q(left_source__lt=F("right_source"))
                | Q(left_source=F("right_source"), left_id__lt=F("right_id")),
                name="judged_pair_is_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.verdict

    @property
    def left(self) -> RecordKey:
        return (self.left_source, self.left_id)

    @property
    def right(self) -> RecordKey:
        return (self.right_source, self.right_id)


class Pair(models.Model):
    """Two records that the last run compared and could not decide: the review queue."""

    left = models.ForeignKey(Record, models.CASCADE, related_name="+")
    right = models.ForeignKey(Record, models.CASCADE, related_name="+")
    probability = models.FloatField()
    reasons = models.JSONField(help_text="list of [sentence, values]")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["left", "right"], name="one_row_per_pair"),
            models.CheckConstraint(
                condition=Q(probability__gte=0, probability__lte=1), name="probability_is_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.left_id} ~ {self.right_id}"


class Suppression(models.Model):
    """An organization that is to stay out. Nothing here or in `values` can be read back.

    `listing`: the keyed hash of its public number, by which the word is taken back. `key_check`
    tells which key made the hashes, so that another key is noticed.
    """

    class Reason(models.TextChoices):
        ASKED = "asked", _("it asked not to be listed")
        DANGER = "danger", _("being listed endangers people")
        ORDER = "order", _("a court or an authority ordered it")

    listing = models.CharField(max_length=32, unique=True)
    key_check = models.CharField(max_length=32)
    reason = models.CharField(max_length=16, choices=Reason.choices)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"suppression {self.pk}"


class SuppressedValue(models.Model):
    """One keyed hash by which a suppressed organization is known again (see suppression.py)."""

    suppression = models.ForeignKey(Suppression, models.CASCADE, related_name="values")
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in KINDS])
    digest = models.CharField(max_length=32)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["suppression", "digest"], name="one_hash_per_suppressed_value"
            ),
        ]

    def __str__(self) -> str:
        return self.kind
