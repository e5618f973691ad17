"""`oriundo publish`: from the records to the public directory."""

from __future__ import annotations

import click
from django.utils import timezone

from oriundo.base.core.language import gettext_noop
from oriundo.domain.directory import actions
from oriundo.insight.atlas.actions import refresh
from oriundo.interfaces.cli.database import bring_up_to_date
from oriundo.interfaces.cli.speech import Progress, report


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
def publish(as_json: bool) -> None:
    """Match all records, rebuild the organizations and publish what may be public.

    Only organizations whose country of origin has a policy that allows it become public.
    """
    bring_up_to_date()
    progress = Progress(quiet=as_json)
    rebuilt = actions.rebuild(at=timezone.now(), actor="command", progress=progress)
    published = actions.publish(at=timezone.now(), actor="command", progress=progress)
    refresh(progress)
    summary = {
        gettext_noop("records"): rebuilt.records,
        gettext_noop("records excluded"): rebuilt.excluded_records,
        gettext_noop("records kept out on request"): rebuilt.asked_records,
        gettext_noop("organizations identified"): rebuilt.organizations,
        gettext_noop("organizations listed"): published.listed,
        gettext_noop("organizations not public"): published.withheld,
        gettext_noop("pairs to review"): rebuilt.review,
    }
    report(summary, as_json=as_json)
