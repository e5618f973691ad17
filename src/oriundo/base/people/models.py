"""Persons and consent: someone whom a value is about, and what they agreed to.

A person here is a random number. Whatever says more about them lives in the row it belongs to
and leaves with their consent.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Person(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    def __str__(self) -> str:
        return f"person {self.id.hex[:8]}"


class ConsentQuerySet(models.QuerySet["Consent"]):
    def in_force(self) -> ConsentQuerySet:
        return self.filter(withdrawn_at=None)


class Consent(models.Model):
    """One person's yes, for one field and one audience, to one version of a text."""

    class Audience(models.TextChoices):
        AUTHORITY = "authority", _("the authority of the country of origin")
        PUBLIC = "public", _("everyone")

    person = models.ForeignKey(Person, models.CASCADE, related_name="consents")
    field = models.CharField(max_length=40)
    audience = models.CharField(max_length=16, choices=Audience.choices)
    text_version = models.CharField(max_length=40)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "field"],
                condition=Q(withdrawn_at=None),
                name="one_consent_in_force_per_person_and_field",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=F("given_at")),
                name="consent_is_withdrawn_after_it_is_given",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field} → {self.audience}"
