"""Where: the places of the gazetteer as rows, for what has to point to one.

The gazetteer is the source and this table its copy. Rows are never deleted, since others point to
them: a place that the gazetteer no longer holds is withdrawn.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Place(models.Model):
    class Level(models.TextChoices):
        COUNTRY = "country", _("country")
        ADMIN1 = "admin1", _("state, province or department")
        ADMIN2 = "admin2", _("county or municipality")
        LOCALITY = "locality", _("town")
        POSTAL = "postal", _("postal area")

    # Names a place for ever: "gn:5368361", "zip:90014", "MEX".
    key = models.CharField(max_length=120, primary_key=True)
    level = models.CharField(max_length=8, choices=Level.choices)
    name = models.CharField(max_length=250)
    # By language, where we know which language a name is in.
    names = models.JSONField(default=dict)
    spellings = models.JSONField(default=list)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts")
    # Codes of what it lies in: ISO 3166-1 alpha-3, ISO 3166-2, official ones where there are any.
    country = models.CharField(max_length=3)
    admin1 = models.CharField(max_length=20, blank=True)
    admin2 = models.CharField(max_length=40, blank=True)
    code = models.CharField(max_length=120)
    codes = models.JSONField(default=dict)
    population = models.PositiveIntegerField(null=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    # The last day of a place that is no more.
    until = models.DateField(null=True)
    withdrawn = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["country", "level", "admin1"], name="place_by_area"),
            models.Index(fields=["code"], name="place_by_code"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(lat=None, lon=None)
                | models.Q(lat__range=(-90, 90), lon__range=(-180, 180)),
                name="place_lies_on_the_globe",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.key})"


class Loading(models.Model):
    """One filling of the table from one build of the gazetteer."""

    state = models.CharField(max_length=64)
    at = models.DateTimeField()
    places = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.places} places, {self.at:%Y-%m-%d}"
