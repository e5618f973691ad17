"""What visitors send: proposals that wait for a person, and how many messages were passed on."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from oriundo.base.core import ids
from oriundo.domain.directory.models import Organization


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def waiting(self) -> ProposalQuerySet:
        return self.filter(state=Proposal.State.WAITING)

    def in_turn(self) -> ProposalQuerySet:
        """Removals first, by the day when they are due; then the others, the oldest first."""
        return self.order_by(models.F("due").asc(nulls_last=True), "pk")


class Proposal(models.Model):
    """Somebody says that a listing is wrong, or should not be. Nothing is held about who.

    `instead_of` is what the page showed and `value` what it should show ("": nothing).
    `receipt` is all that the sender keeps, to read the answer with. Ninety days after the
    answer the texts are erased.
    """

    class Kind(models.TextChoices):
        CORRECTION = "correction", _("a value is wrong")
        CLOSED = "closed", _("it does not exist any more")
        NOT_OF_MIGRANTS = "not_of_migrants", _("it is not an organization of migrants")
        DUPLICATE = "duplicate", _("it is listed twice")
        REMOVAL = "removal", _("it should not be listed")

    class Asker(models.TextChoices):
        ORGANIZATION = "organization", _("the organization itself")
        NAMED = "named", _("a person whom the listing names")
        OTHER = "other", _("someone else")

    class State(models.TextChoices):
        WAITING = "waiting", _("waits for an answer")
        ACCEPTED = "accepted", pgettext_lazy("proposal", "accepted")
        REFUSED = "refused", pgettext_lazy("proposal", "refused")

    class Voice(models.TextChoices):
        RIGHT = "right", _("it is right")
        WRONG = "wrong", _("it is not right")

    receipt = models.CharField(max_length=14, unique=True, default=ids.new, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    field = models.CharField(max_length=30, blank=True)
    instead_of = models.TextField(blank=True)
    value = models.TextField(blank=True)
    other = models.ForeignKey(Organization, models.CASCADE, null=True, blank=True, related_name="+")
    asker = models.CharField(max_length=16, choices=Asker.choices, blank=True)
    danger = models.BooleanField(default=False)
    why = models.TextField(blank=True)
    at = models.DateTimeField()
    due = models.DateField(null=True, blank=True, help_text="answered by then; of removals")
    voice = models.CharField(
        max_length=8, choices=Voice.choices, blank=True, help_text="what the organization says"
    )
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    answer = models.TextField(blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    effect = models.JSONField(default=dict, help_text="what was written, to take it back")

    objects = ProposalQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["state", "due"], name="proposals_that_wait")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="waiting") | ~Q(answered_at=None),
                name="answered_proposal_has_its_moment",
            ),
            models.CheckConstraint(
                condition=~Q(kind="removal") | ~Q(due=None), name="removal_is_due_on_a_day"
            ),
        ]

    def __str__(self) -> str:
        return self.receipt


class Passed(models.Model):
    """How many messages were passed on to an organization on one day. Nothing else is kept."""

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="+")
    day = models.DateField()
    messages = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization", "day"], name="passed_on_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.messages} on {self.day}"


class Spent(models.Model):
    """How much of a limit was used today. `digest`: a hash under a key that changes every day,
    so that the table tells neither who it was nor that somebody came back."""

    digest = models.CharField(max_length=64)
    day = models.DateField(db_index=True)
    used = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["digest", "day"], name="one_count_for_each_limit"),
        ]

    def __str__(self) -> str:
        return f"{self.used} on {self.day}"
