"""`oriundo blur`: an organization asks that nobody find its door."""

from __future__ import annotations

import click
from django.utils import timezone

from oriundo.base.core.language import gettext_noop
from oriundo.domain.directory.queries.organizations import by_public_id
from oriundo.domain.reach.actions import blur as blur_organization
from oriundo.insight.atlas.actions import rewrite
from oriundo.interfaces.cli.database import bring_up_to_date
from oriundo.interfaces.cli.speech import Progress, report


@click.command()
@click.argument("number")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
def blur(number: str, as_json: bool) -> None:
    """Discard where the organization with the public NUMBER is, but for a cell of 5 km or its town.

    At once, in all its records of all lists, and at entry from now on. There is no way back.
    """
    bring_up_to_date()
    organization = by_public_id(number)
    done = blur_organization(organization=organization, by=None, at=timezone.now())
    rewrite(Progress(quiet=as_json))
    answer = {
        gettext_noop("blurred"): organization.public_id,
        gettext_noop("records written"): done,
    }
    report(answer, as_json=as_json)
