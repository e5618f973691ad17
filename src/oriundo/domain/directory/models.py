"""The organizations: who they are, each value with the record that says so, and what is public."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from oriundo.base.core import ids
from oriundo.base.people.models import Person
from oriundo.collect.sources.fields import CONTACT_FIELDS
from oriundo.collect.sources.models import Record

AUDIENCES = [("hidden", _("nobody")), ("authority", _("the authority")), ("public", _("everyone"))]


class CountryPolicy(models.Model):
    """How one country of origin wants its organizations listed. One without a row is closed."""

    class Mode(models.TextChoices):
        PUBLIC = "public", _("public")
        OPT_IN = "opt_in", _("public when the organization agrees")
        AUTHORITY_ONLY = "authority_only", _("for the authority only")
        CLOSED = "closed", _("closed")

    country = models.CharField(max_length=7, unique=True, help_text="ISO 3166-1 alpha-3 or region")
    mode = models.CharField(max_length=16, choices=Mode.choices, default=Mode.CLOSED)
    minimum_members = models.PositiveIntegerField(default=0)
    effective_on = models.DateField()
    legal_note = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.country}: {self.mode}"


class Withdrawal(models.Model):
    """Pulled from the public in an emergency: one organization, one country, or everything.

    It narrows what policy and choice allow, and leaves both as they are: lifting it brings back
    exactly what may be public then.
    """

    country = models.CharField(max_length=7, blank=True, help_text="ISO 3166-1 alpha-3 or region")
    organization = models.ForeignKey(
        "Organization", models.CASCADE, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["country"],
                condition=Q(organization=None),
                name="one_withdrawal_per_country_or_of_all",
            ),
            models.UniqueConstraint(
                fields=["organization"], name="one_withdrawal_per_organization"
            ),
            models.CheckConstraint(
                condition=Q(country="") | Q(organization=None), name="withdrawal_is_of_one_kind"
            ),
        ]

    def __str__(self) -> str:
        return self.country or str(self.organization or "everything")


class OrganizationQuerySet(models.QuerySet["Organization"]):
    def identified(self) -> OrganizationQuerySet:
        """In the directory: neither merged into another nor out for a reason."""
        return self.filter(merged_into=None, exclusion="")


class Organization(models.Model):
    """One organization, under an identifier that stays through merge and split."""

    class Status(models.TextChoices):
        NOT_VERIFIED = "not_verified", _("not verified")
        ACTIVE = "active", _("active")
        INACTIVE = "inactive", _("temporarily inactive")
        DISSOLVED = "dissolved", _("dissolved")

    public_id = models.CharField(max_length=14, unique=True, default=ids.new, editable=False)
    name = models.CharField(max_length=300)
    origin = models.CharField(max_length=7, blank=True)
    origin_countries = models.JSONField(default=list)
    origin_rule = models.CharField(max_length=200, blank=True)
    member_origin = models.CharField(max_length=20, blank=True)
    structure = models.CharField(max_length=20, blank=True)
    objective = models.CharField(max_length=24, blank=True)
    residence_country = models.CharField(max_length=3, blank=True)
    residence_region = models.CharField(max_length=6, blank=True, help_text="ISO 3166-2")
    precision = models.CharField(max_length=12, default="none")
    status = models.CharField(max_length=16, choices=Status.choices, default=Status.NOT_VERIFIED)
    verified_on = models.DateField(null=True, blank=True, help_text="last confirmed; empty: never")
    choice = models.CharField(
        max_length=16, choices=AUDIENCES, blank=True, help_text="its own; empty: not asked"
    )
    exclusion = models.CharField(max_length=24, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged_from"
    )
    created_at = models.DateTimeField()

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(merged_into=models.F("id")), name="organization_not_merged_into_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.public_id


class Link(models.Model):
    """This record is about this organization. Named by source and id: it outlives releases."""

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="links")
    source = models.CharField(max_length=60)
    record_id = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "record_id"], name="record_is_about_one_organization"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source}/{self.record_id}"


class Exclusion(models.Model):
    """A record that is in no organization of the directory, and the one reason why."""

    source = models.CharField(max_length=60)
    record_id = models.CharField(max_length=200)
    reason = models.CharField(max_length=24)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "record_id"], name="one_reason_per_excluded_record"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="exclusion_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.source}/{self.record_id}: {self.reason}"


class Fact(models.Model):
    """One value of one field, with the record that says so.

    Conflicting values stay side by side; `chosen` marks the golden one. A contact is hidden
    until someone entitled publishes it, which the database itself insists on.
    """

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="facts")
    record = models.ForeignKey(Record, models.PROTECT, related_name="+")
    field = models.CharField(max_length=30)
    value = models.TextField()
    chosen = models.BooleanField(default=False)
    reason = models.CharField(max_length=200, blank=True, help_text="the sentence that decided")
    reason_values = models.JSONField(default=dict)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    published_to = models.CharField(max_length=16, choices=AUDIENCES, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "record", "field", "value"], name="one_fact_per_value"
            ),
            models.CheckConstraint(
                condition=Q(published_to="") | Q(published_by__isnull=False),
                name="published_value_names_its_publisher",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field} of {self.organization_id}"

    @property
    def is_contact(self) -> bool:
        return self.field in CONTACT_FIELDS


class FormerId(models.Model):
    """An identifier that was public and now leads elsewhere, with the reason."""

    class Reason(models.TextChoices):
        MERGED = "merged", _("merged with another listing of the same organization")
        SPLIT = "split", _("split, because the listing mixed several organizations")

    public_id = models.CharField(max_length=14)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="former_ids")
    reason = models.CharField(max_length=16, choices=Reason.choices)
    records = models.JSONField(default=list, help_text="[source, id] that it stood for: undo")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["public_id", "organization"], name="former_id_leads_there_once"
            ),
        ]

    def __str__(self) -> str:
        return self.public_id


class Listing(models.Model):
    """What is public of an organization, and nothing else: the only table that public pages read.

    Written by `actions.publish`, deleted to withdraw; every value in it has passed `visibility`.
    """

    organization = models.OneToOneField(Organization, models.CASCADE, related_name="listing")
    public_id = models.CharField(max_length=14, unique=True)
    name = models.CharField(max_length=300)
    origin = models.CharField(max_length=7, db_index=True)
    member_origin = models.CharField(max_length=20, blank=True, db_index=True)
    structure = models.CharField(max_length=20, blank=True)
    objective = models.CharField(max_length=24, blank=True, db_index=True)
    residence_country = models.CharField(max_length=3, blank=True, db_index=True)
    residence_region = models.CharField(max_length=6, blank=True, db_index=True)
    residence_county = models.CharField(max_length=120, blank=True, help_text="key of the place")
    residence_city = models.CharField(max_length=120, blank=True, help_text="key of the place")
    latitude = models.FloatField(null=True, help_text="degrees, of what is published")
    longitude = models.FloatField(null=True, help_text="degrees, of what is published")
    precision = models.CharField(max_length=12, default="none", help_text="what the point is of")
    homes = models.JSONField(default=list, help_text="list of country, region, town, lat, lon")
    status = models.CharField(max_length=16)
    verified_on = models.DateField(null=True)
    invented = models.BooleanField()
    relay = models.BooleanField(default=False, help_text="messages can be passed on to it")
    facts = models.JSONField(help_text="list of field, value, source, date, chosen, reason")
    # A hundredth of the facts, which say for each value who says so and why: a million of these
    # are read in seconds.
    summary = models.JSONField(default=dict, help_text="field → values, to be found and counted by")
    sort_key = models.CharField(max_length=300, db_index=True, help_text="the name, folded")
    search_text = models.TextField(help_text="folded names, places and description")
    published_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.public_id


class NoMail(models.Model):
    """A mailbox that gets no message any more: a keyed hash, so that the table names nobody.

    It is the mailbox and not the organization, so that it holds through merges, splits and lists
    that bring it again. `key_check` tells which key made the hash.
    """

    digest = models.CharField(max_length=32, unique=True)
    key_check = models.CharField(max_length=32)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"mailbox {self.pk}"


class Change(models.Model):
    """A listing appeared, changed or went, in the order in which it did.

    Written with the listing itself, under the turn AUDIT: whoever has read up to a row has seen
    all before it. What was in a listing is not kept: after a withdrawal its identifier is all.
    """

    class Kind(models.TextChoices):
        PUBLISHED = "published", _("published")
        CHANGED = "changed", _("changed")
        WITHDRAWN = "withdrawn", _("withdrawn")

    public_id = models.CharField(max_length=14)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.public_id} {self.kind}"
