"""`oriundo atlas`: what the public sees, as files: build them, look at them, check them."""

from __future__ import annotations

import sys

import click
from django.utils.translation import gettext

from oriundo.base.core.language import gettext_noop
from oriundo.insight.atlas.actions import State, check, is_due, refresh, standing
from oriundo.interfaces.cli.database import bring_up_to_date
from oriundo.interfaces.cli.speech import Progress, report

Told = dict[str, object]
_JSON = click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")


@click.group()
def atlas() -> None:
    """The files from which searches and maps are answered, made from what is published.

    They are brought up to date by whatever publishes and by the site itself, and repair
    themselves: these commands are for looking, and for building ahead of the first reader.
    """


@atlas.command()
@click.option("--anew", is_flag=True, help="Build all of it, even if it is up to date.")
@_JSON
def build(anew: bool, as_json: bool) -> None:
    """Bring it up to date, or build it if there is none."""
    bring_up_to_date()
    told = _told(refresh(Progress(quiet=as_json), anew=anew))
    report(told if as_json else _in_words(told), as_json=as_json)


@atlas.command()
@_JSON
def status(as_json: bool) -> None:
    """Say what stands, and whether the database has something newer."""
    bring_up_to_date()
    generation = standing()
    if generation is None:
        none: Told = {gettext_noop("atlas"): gettext_noop("none")}
        report(none if as_json else _in_words(none), as_json=as_json)
        return
    told = _described(State("nothing", generation))
    told[gettext_noop("up to date")] = not is_due(generation.manifest)
    report(told, as_json=as_json)


@atlas.command("check")
@_JSON
def check_(as_json: bool) -> None:
    """Compare it with the database, organization by organization; exit status 1 if they differ."""
    bring_up_to_date()
    found = check()
    report(
        {
            gettext_noop("organizations listed"): found.listed,
            gettext_noop("organizations in the atlas"): found.held,
            gettext_noop("missing"): found.missing,
            gettext_noop("left over"): found.left_over,
            gettext_noop("files damaged"): found.damaged,
        },
        as_json=as_json,
    )
    if not found.is_right:
        sys.exit(1)


def _in_words(told: Told) -> Told:
    """What was done, in the reader's language."""
    return told | {"atlas": gettext(str(told["atlas"]))}


def _told(state: State) -> Told:
    done = {
        "nothing": gettext_noop("it was up to date"),
        "advanced": gettext_noop("what changed was put in"),
        "built": gettext_noop("built anew"),
    }
    return {gettext_noop("atlas"): done[state.did], **_described(state)}


def _described(state: State) -> Told:
    manifest = state.generation.manifest
    return {
        gettext_noop("organizations in the atlas"): manifest.organizations,
        gettext_noop("folder"): str(state.generation.folder),
        gettext_noop("bytes"): manifest.size,
        gettext_noop("built at"): manifest.built_at,
    }
