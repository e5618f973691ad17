"""`oriundo user`: who may sign in at the desk. A password is asked for, never an argument."""

from __future__ import annotations

import click
from django.utils import timezone
from django.utils.translation import gettext

from oriundo.base.accounts import actions
from oriundo.base.accounts.models import Role
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.base.places.names import REGIONS, country_code, division_forms
from oriundo.interfaces.cli.database import bring_up_to_date
from oriundo.interfaces.cli.speech import report

_ACTOR = "command"
_KIND = click.option(
    "--role", "kind", type=click.Choice(Role.Kind.values), required=True, help="What for."
)
_COUNTRY = click.option("--country", default="", help="Of which country of origin, e.g. MX.")
_DISTRICT = click.option(
    "--district",
    "districts",
    multiple=True,
    help="A state or province that the consulate serves, e.g. US-CA. Once per state.",
)


class NoSuchPlace(OriundoError):
    """A code names no country, or no state or province."""


@click.group()
def user() -> None:
    """Who may sign in at the desk, and as what."""


@user.command("add")
@click.argument("email")
@_KIND
@_COUNTRY
@_DISTRICT
def add(email: str, kind: str, country: str, districts: tuple[str, ...]) -> None:
    """Add a user with one role. The password is asked for."""
    bring_up_to_date()
    origin, regions = _country(country), _regions(districts)
    added = actions.add_user(
        email=email,
        password=_password(),
        kind=kind,
        country=origin,
        district=regions,
        at=timezone.now(),
        actor=_ACTOR,
    )
    report({gettext_noop("user"): added.pk, gettext_noop("role"): kind}, as_json=False)


@user.command("grant")
@click.argument("email")
@_KIND
@_COUNTRY
@_DISTRICT
def grant(email: str, kind: str, country: str, districts: tuple[str, ...]) -> None:
    """Give a user one more role."""
    bring_up_to_date()
    known = actions.user_of(email)
    actions.grant(
        user=known,
        kind=kind,
        country=_country(country),
        district=_regions(districts),
        at=timezone.now(),
        actor=_ACTOR,
    )
    report({gettext_noop("user"): known.pk, gettext_noop("role"): kind}, as_json=False)


@user.command("password")
@click.argument("email")
def password(email: str) -> None:
    """Give a user a new password, which is asked for. Whoever is signed in no longer is."""
    bring_up_to_date()
    known = actions.user_of(email)
    actions.set_password(user=known, password=_password(), at=timezone.now(), actor=_ACTOR)
    report({gettext_noop("user"): known.pk}, as_json=False)


@user.command("end")
@click.argument("email")
def end(email: str) -> None:
    """End a user's roles and account at once. What they decided stays."""
    bring_up_to_date()
    known = actions.user_of(email)
    actions.end_user(user=known, at=timezone.now(), actor=_ACTOR)
    report({gettext_noop("user"): known.pk}, as_json=False)


def _password() -> str:
    asked = click.prompt(
        gettext("Password"),
        hide_input=True,
        confirmation_prompt=gettext("The same again"),
        err=True,
    )
    return str(asked)


def _country(said: str) -> str:
    """ISO 3166-1 alpha-3 of a country given by its code or name; "" when none was given."""
    code = country_code(said) or ""
    if said and (not code or code in REGIONS):
        raise NoSuchPlace(
            gettext_noop("%(said)s is no country that is known here."),
            remedy=gettext_noop("Write its code, as in MX or MEX."),
            values={"said": said},
        )
    return code


def _regions(said: tuple[str, ...]) -> list[str]:
    regions = [code.strip().upper() for code in said]
    for code in regions:
        if code not in division_forms():
            raise NoSuchPlace(
                gettext_noop("%(said)s is no state or province that is known here."),
                remedy=gettext_noop("Write its ISO 3166-2 code, as in US-CA."),
                values={"said": code},
            )
    return regions
