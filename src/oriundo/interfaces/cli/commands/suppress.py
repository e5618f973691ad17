"""`oriundo suppress`: organizations that asked not to be listed, out and back in."""

from __future__ import annotations

from pathlib import Path

import click
from django.utils import timezone
from django.utils.translation import gettext

from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching import queries
from oriundo.collect.matching.actions import drop_unreadable
from oriundo.collect.matching.models import Suppression
from oriundo.collect.sources.mapping import load_mapping
from oriundo.domain.directory import actions
from oriundo.domain.directory.assembly import assemble
from oriundo.domain.directory.inclusion import Scope
from oriundo.domain.directory.models import Listing
from oriundo.domain.directory.queries.organizations import by_public_id
from oriundo.insight.atlas.actions import refresh
from oriundo.interfaces.cli.database import bring_up_to_date
from oriundo.interfaces.cli.inputs import read_lists
from oriundo.interfaces.cli.registers import write_register
from oriundo.interfaces.cli.speech import Progress, report

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_NEW = click.Path(dir_okay=False, path_type=Path)
Summary = dict[str, object]


@click.command()
@click.argument("number", required=False)
@click.option(
    "--reason",
    type=click.Choice(Suppression.Reason.values),
    default=Suppression.Reason.ASKED.value,
    show_default=True,
    help="Why it is to stay out.",
)
@click.option("--lift", "lift_it", is_flag=True, help="Forget it, and bring it back.")
@click.option("--check", "checked", type=_FILE, help="Say which rows of a list would stay out.")
@click.option("--map", "mapping", type=_FILE, help="Columns of the list to check. Else guessed.")
@click.option("--export", "exported", type=_NEW, help="Write the register, hashes only.")
@click.option("--key", "show_key", is_flag=True, help="Print the secret that it is hashed with.")
@click.option("--drop-unreadable", "drop", is_flag=True, help="Give up those under a lost key.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
def suppress(
    number: str | None,
    reason: str,
    lift_it: bool,
    checked: Path | None,
    mapping: Path | None,
    exported: Path | None,
    show_key: bool,
    drop: bool,
    as_json: bool,
) -> None:
    """Take the organization with the public NUMBER out of the directory, for good and at once.

    It stays out of every later import under whatever spelling, language or order. What is kept
    are keyed hashes, so the register lists nobody.
    """
    asked = (number, checked, exported, show_key, drop)
    if sum(map(bool, asked)) != 1 or (lift_it and not number) or (mapping and not checked):
        raise click.UsageError(
            gettext("Give one of: a NUMBER (with or without --lift), --check, --export, --key.")
        )
    if show_key:
        click.echo(queries.keys()[0].secret)
        return
    bring_up_to_date()
    if number:
        answer = _lift(number) if lift_it else _suppress(number, reason)
        refresh(Progress(quiet=as_json))
    elif checked:
        answer = _check(checked, mapping, as_json=as_json)
    elif exported:
        answer = _export(exported)
    else:
        answer = {
            gettext_noop("organizations given up"): drop_unreadable(
                at=timezone.now(), actor="command"
            )
        }
    report(answer, as_json=as_json)


def _suppress(number: str, reason: str) -> Summary:
    organization = by_public_id(number)
    suppression = actions.suppress(
        organization=organization, reason=reason, by=None, at=timezone.now()
    )
    return {
        gettext_noop("taken out"): organization.public_id,
        gettext_noop("hashes kept"): suppression.values.count(),
    }


def _lift(number: str) -> Summary:
    organization = actions.lift(public_id=number, by=None, at=timezone.now())
    listed = Listing.objects.filter(organization=organization).exists()
    return {
        gettext_noop("brought back"): organization.public_id,
        gettext_noop("listed"): listed,
    }


def _check(path: Path, mapping: Path | None, *, as_json: bool) -> Summary:
    """Row numbers and nothing else: the answer may be sent to whoever made the list."""
    progress = Progress(quiet=as_json)
    register = queries.register()
    mappings = {path.name: load_mapping(mapping)} if mapping else {}
    [reading] = read_lists([path], mappings, progress)
    drafts = list(reading.drafts)
    asked = assemble(drafts, scope=Scope(), register=register, progress=progress).asked
    rows = sorted(draft.row for draft in drafts if draft.key in asked)
    return {
        gettext_noop("rows"): reading.rows_read,
        gettext_noop("rows kept out"): rows if as_json else ", ".join(map(str, rows)) or "–",
    }


def _export(path: Path) -> Summary:
    rows = queries.exported()
    write_register(path, rows)
    return {gettext_noop("hashes written"): len(rows)}
