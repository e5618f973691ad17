"""Who may act: a user is an email address, a role says what for and where."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **facts: Any) -> User:
        """A user with a usable password only when one is given."""
        user = self.model(email=self.normalize_email(email), **facts)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """Someone who signs in. Nothing but the address is held about them."""

    email = models.EmailField(_("email"), unique=True)
    is_active = models.BooleanField(default=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"

    def __str__(self) -> str:
        return f"user {self.pk}"


class RoleQuerySet(models.QuerySet["Role"]):
    def in_force(self) -> RoleQuerySet:
        return self.filter(ended_at=None, user__is_active=True)


class Role(models.Model):
    """What a user may do, for which country of origin and which consular district."""

    class Kind(models.TextChoices):
        OPERATOR = "operator", _("operator of this installation")
        AUTHORITY = "authority", _("diaspora office of the country of origin")
        CONSULAR = "consular", _("consular officer")

    user = models.ForeignKey(User, models.CASCADE, related_name="roles")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    country = models.CharField(
        max_length=3, blank=True, help_text="ISO 3166-1 alpha-3; empty: every country"
    )
    district = models.CharField(
        max_length=40,
        blank=True,
        help_text="ISO 3166-2 codes of what the consulate serves, separated by commas; empty: none",
    )
    granted_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = RoleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="operator") | ~Q(country=""),
                name="role_of_a_country_names_it",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.country}".strip()

    @property
    def regions(self) -> frozenset[str]:
        """The states or provinces of the consular district, as ISO 3166-2 codes."""
        return frozenset(self.district.split(",")) - {""}


class Attempt(models.Model):
    """Someone tried to sign in. Account and place are keyed hashes: the table names nobody."""

    account = models.CharField(max_length=64)
    place = models.CharField(max_length=64, help_text="where the attempt came from")
    at = models.DateTimeField()
    succeeded = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["account", "at"], name="attempts_of_an_account"),
            models.Index(fields=["place", "at"], name="attempts_from_a_place"),
        ]

    def __str__(self) -> str:
        return f"attempt {self.pk}"
