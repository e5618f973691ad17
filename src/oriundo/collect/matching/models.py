"""Which are the same: judgments are rows, clusters are derived from them and can be rebuilt."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from oriundo.collect.matching.suppression import KINDS
from oriundo.collect.sources.drafts import RecordKey
from oriundo.collect.sources.models import Record


def ordered(left: RecordKey, right: RecordKey) -> dict[str, str]:
    """The columns that name a pair of records, in the one order in which a pair is stored."""
    (left_source, left_id), (right_source, right_id) = sorted((left, right))
    return {
        "left_source": left_source,
        "left_id": left_id,
        "right_source": right_source,
        "right_id": right_id,
    }


class JudgmentQuerySet(models.QuerySet["Judgment"]):
    def in_force(self) -> JudgmentQuerySet:
        return self.filter(retracted_at=None)

    def of_pair(self, left: RecordKey, right: RecordKey) -> JudgmentQuerySet:
        """Every word on two records, the first one first."""
        return self.filter(**ordered(left, right)).order_by("pk")


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
            # That the pair is in order is for `judge` to see to: a database with the collation of
            # a language sorts otherwise than Python does.
            models.CheckConstraint(
                condition=~Q(left_source=F("right_source")) | ~Q(left_id=F("right_id")),
                name="judged_pair_is_of_two_records",
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


class PairQuerySet(models.QuerySet["Pair"]):
    def judged(self, *verdicts: str) -> PairQuerySet:
        """Those on which a judgment of one of `verdicts` (all, when none is named) is in force."""
        return self.filter(models.Exists(_of_the_pair(verdicts)))

    def not_judged(self) -> PairQuerySet:
        return self.filter(~models.Exists(_of_the_pair(())))


def _of_the_pair(verdicts: tuple[str, ...]) -> JudgmentQuerySet:
    found = Judgment.objects.in_force().filter(
        left_source=models.OuterRef("left__release__source__slug"),
        left_id=models.OuterRef("left__record_id"),
        right_source=models.OuterRef("right__release__source__slug"),
        right_id=models.OuterRef("right__record_id"),
    )
    return found.filter(verdict__in=verdicts) if verdicts else found


class Pair(models.Model):
    """Two records that the last run compared and could not decide: the review queue.

    `value`: what a decision would settle, the largest first. `words`: the names and places of both
    records, folded, to find a pair by.
    """

    left = models.ForeignKey(Record, models.CASCADE, related_name="+")
    right = models.ForeignKey(Record, models.CASCADE, related_name="+")
    probability = models.FloatField()
    value = models.FloatField(default=0.0)
    reasons = models.JSONField(help_text="list of [sentence, values] or [sentence, values, bits]")
    words = models.TextField(default="", blank=True)

    objects = PairQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(F("value").desc(), "id", name="pairs_by_value")]
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
