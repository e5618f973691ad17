"""Who comes to the desk, and how the test client becomes them."""

from __future__ import annotations

from django.utils import timezone

from oriundo.base.accounts.models import Role, User
from tests.factories import NOON

PASSWORD = "jacarandas en mayo"


def person(name, kind="", country="", district=""):
    """Someone with a password, and with one role when `kind` is given."""
    user = User.objects.create_user(f"{name}@example.org", PASSWORD)
    if kind:
        Role.objects.create(
            user=user, kind=kind, country=country, district=district, granted_at=NOON
        )
    return user


def signed_in(client, user):
    """The client, signed in a moment ago."""
    client.force_login(user)
    session = client.session
    session["since"] = session["seen"] = int(timezone.now().timestamp())
    session.save()
    return client
