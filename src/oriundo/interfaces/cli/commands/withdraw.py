"""`oriundo withdraw`: the emergency switch."""

from __future__ import annotations

import click
from django.utils import timezone
from django.utils.translation import gettext

from oriundo.base.core.language import gettext_noop
from oriundo.domain.directory import actions
from oriundo.domain.directory.queries.organizations import by_public_id
from oriundo.insight.atlas.actions import refresh
from oriundo.interfaces.cli.database import bring_up_to_date
from oriundo.interfaces.cli.speech import Progress, report


@click.command()
@click.argument("number", required=False)
@click.option("--country", default="", help="All of a country of origin: MEX, GTM, SLV.")
@click.option("--all", "everything", is_flag=True, help="The whole directory.")
@click.option("--undo", is_flag=True, help="Take it back, and publish what may be public now.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
def withdraw(number: str | None, country: str, everything: bool, undo: bool, as_json: bool) -> None:
    """Pull an organization (its public NUMBER), a country or everything from the public, at once.

    Policies and choices stay as they are. Nothing of it is published until it is taken back.
    """
    if sum(map(bool, (number, country, everything))) != 1:
        raise click.UsageError(gettext("Give one of: a NUMBER, --country, --all."))
    bring_up_to_date()
    extent = actions.Extent(
        organization=by_public_id(number) if number else None, country=country.upper()
    )
    at = timezone.now()
    if undo:
        published = actions.restore(extent=extent, at=at, actor="command")
        answer = {gettext_noop("organizations listed"): published.listed}
    else:
        gone = actions.withdraw(extent=extent, at=at, actor="command")
        answer = {gettext_noop("organizations taken out"): gone}
    refresh(Progress(quiet=as_json))
    report(answer, as_json=as_json)
