"""Who may sign in, and as what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from oriundo.base.accounts.models import Role, User
from oriundo.base.audit.actions import record as audit
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop


class UnusableAccount(OriundoError):
    """What was given cannot be an account: the sentence says what and why."""


def add_user(
    *,
    email: str,
    password: str,
    kind: str,
    country: str,
    district: Iterable[str],
    at: datetime,
    actor: str,
) -> User:
    """Add a user with one role. `district`: ISO 3166-2 codes, for a consular officer."""
    address = email.strip().lower()
    _must_be_new(address)
    user = User(email=address)
    _must_be_strong(password, user)
    with transaction.atomic():
        user.set_password(password)
        user.save()
        audit(at=at, actor=actor, verb="user.added", about=f"user:{user.pk}")
        grant(user=user, kind=kind, country=country, district=district, at=at, actor=actor)
    return user


def grant(
    *, user: User, kind: str, country: str, district: Iterable[str], at: datetime, actor: str
) -> Role:
    """Give a user one more role, in force from now on."""
    regions = ",".join(sorted(set(district)))
    if kind != Role.Kind.OPERATOR and not country:
        raise UnusableAccount(
            gettext_noop("A role of an authority or of a consulate is for one country."),
            remedy=gettext_noop("Name the country of origin."),
        )
    if (kind == Role.Kind.CONSULAR) != bool(regions):
        raise UnusableAccount(
            gettext_noop("A consular officer serves a district, and nobody else does."),
            remedy=gettext_noop("Name the states or provinces, as in US-CA, for that role alone."),
        )
    with transaction.atomic():
        role = Role.objects.create(
            user=user, kind=kind, country=country, district=regions, granted_at=at
        )
        audit(
            at=at,
            actor=actor,
            verb="role.granted",
            about=f"user:{user.pk}",
            details={"kind": kind, "country": country, "district": regions},
        )
    return role


def set_password(*, user: User, password: str, at: datetime, actor: str) -> None:
    """Change a password; whoever is signed in with the old one no longer is."""
    _must_be_strong(password, user)
    with transaction.atomic():
        user.set_password(password)
        user.save(update_fields=["password"])
        audit(at=at, actor=actor, verb="password.set", about=f"user:{user.pk}")


def end_user(*, user: User, at: datetime, actor: str) -> None:
    """End all roles of a user and the account itself, from the next request on."""
    with transaction.atomic():
        Role.objects.in_force().filter(user=user).update(ended_at=at)
        user.is_active = False
        user.save(update_fields=["is_active"])
        audit(at=at, actor=actor, verb="user.ended", about=f"user:{user.pk}")


def user_of(email: str) -> User:
    """The user with this address; UnusableAccount when there is none."""
    user = User.objects.filter(email=email.strip().lower()).first()
    if user is None:
        raise UnusableAccount(
            gettext_noop("There is no user with this address."),
            remedy=gettext_noop("Add one with `oriundo user add`."),
        )
    return user


def _must_be_new(address: str) -> None:
    try:
        validate_email(address)
    except ValidationError as error:
        raise UnusableAccount(
            gettext_noop("This is no email address."), remedy=gettext_noop("Write it whole.")
        ) from error
    if User.objects.filter(email=address).exists():
        raise UnusableAccount(
            gettext_noop("There is a user with this address already."),
            remedy=gettext_noop("Give another role with `oriundo user grant`."),
        )


def _must_be_strong(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise UnusableAccount(
            gettext_noop("This password cannot be used: %(why)s"),
            values={"why": " ".join(error.messages)},
        ) from error
