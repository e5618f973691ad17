"""What others told us, as they said it: sources, releases, rows, and what was not understood."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Source(models.Model):
    """Who says so."""

    class Kind(models.TextChoices):
        OFFICIAL = "official", _("official directory")
        REGISTER = "register", _("tax or company register")
        NGO = "ngo", _("list of a non-governmental organization")
        FEDERATION = "federation", _("list of a federation")
        WEB = "web", _("websites")
        SOCIAL = "social", _("social media")
        DOCUMENT = "document", _("published document")
        INTERVIEW = "interview", _("interview")
        SELF = "self", _("the organization itself")
        DESK = "desk", _("the desk")
        SURVEY = "survey", _("survey")

    class Visibility(models.TextChoices):
        PUBLIC = "public", _("public")
        AUTHORITY = "authority", _("for the authority only")

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=16, choices=Kind.choices)
    publisher = models.CharField(max_length=200, blank=True)
    url = models.URLField(max_length=500, blank=True)
    country = models.CharField(max_length=7, blank=True, help_text="ISO 3166-1 alpha-3 or region")
    language = models.CharField(max_length=8, blank=True)
    license = models.CharField(max_length=200, blank=True)
    visibility = models.CharField(
        max_length=16, choices=Visibility.choices, default=Visibility.AUTHORITY
    )
    searched_on = models.DateField(null=True, blank=True)
    refusal = models.TextField(blank=True, help_text="what was answered when the list was refused")
    invented = models.BooleanField(default=False, help_text="part of a demonstration")
    mapping = models.JSONField(default=dict, blank=True, help_text="reused at the next release")

    def __str__(self) -> str:
        return self.name


class ReleaseQuerySet(models.QuerySet["Release"]):
    def current(self) -> ReleaseQuerySet:
        """The newest release of every source."""
        newest = (
            Release.objects.filter(source=models.OuterRef("source"))
            .order_by("-received_at", "-pk")
            .values("pk")[:1]
        )
        return self.filter(pk=models.Subquery(newest))


class Release(models.Model):
    """One delivery of a source: a file with a checksum. Present whole, or not at all."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="releases")
    file_name = models.CharField(max_length=255)
    checksum = models.CharField(max_length=64, help_text="SHA-256 of the file and its mapping")
    received_at = models.DateTimeField()
    format = models.CharField(max_length=20)
    encoding = models.CharField(max_length=40, blank=True)
    delimiter = models.CharField(max_length=4, blank=True)
    mapping = models.JSONField(default=dict)
    rows_read = models.PositiveIntegerField()
    rows_kept = models.PositiveIntegerField()
    rows_refused = models.PositiveIntegerField()

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "checksum"], name="same_file_imported_once"),
            models.CheckConstraint(
                condition=Q(rows_read=F("rows_kept") + F("rows_refused")),
                name="rows_read_are_kept_or_refused",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_id}: {self.file_name}"


class Record(models.Model):
    """One row: `raw` untouched, `fields` as read (see drafts.Draft)."""

    release = models.ForeignKey(Release, models.CASCADE, related_name="records")
    row = models.PositiveIntegerField()
    record_id = models.CharField(max_length=200)
    raw = models.JSONField()
    fields = models.JSONField()
    digest = models.CharField(max_length=64, help_text="SHA-256 of the fields")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["release", "row"], name="one_record_per_row"),
            models.UniqueConstraint(fields=["release", "record_id"], name="one_record_per_id"),
        ]

    def __str__(self) -> str:
        return f"{self.release_id}/{self.record_id}"


class CoarseRow(models.Model):
    """A row of which no more than a cell or a town is kept for a place, now and in every release
    to come: it is about somebody who asked for that.

    `name`: where a list has no identifiers of its own, a row is known by it and `record_id`, the
    number of the row, is that of the newest release.
    """

    source = models.ForeignKey(Source, models.CASCADE, related_name="coarse_rows")
    record_id = models.CharField(max_length=200)
    name = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "record_id"], name="coarse_row_named_once")
        ]

    def __str__(self) -> str:
        return f"{self.source_id}/{self.record_id}"


class Issue(models.Model):
    """Something in a release that was not understood; `refused`: the whole row was set aside."""

    release = models.ForeignKey(Release, models.CASCADE, related_name="issues")
    row = models.PositiveIntegerField(help_text="data row from 1; 0: the whole file")
    column = models.CharField(max_length=200, blank=True)
    value = models.CharField(max_length=200, blank=True)
    code = models.CharField(max_length=40)
    sentence = models.TextField()
    remedy = models.TextField(blank=True)
    values = models.JSONField(default=dict)
    refused = models.BooleanField()

    def __str__(self) -> str:
        return f"{self.code} at row {self.row}"
