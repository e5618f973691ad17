"""`oriundo import`: take a file in as a release of a source."""

from __future__ import annotations

from pathlib import Path

import click
from django.utils import timezone

from oriundo.base.core.language import gettext_noop
from oriundo.collect.sources.actions import register_source
from oriundo.collect.sources.mapping import load_mapping
from oriundo.collect.sources.models import Source
from oriundo.collect.sources.queries import difference, earlier
from oriundo.domain.directory.actions import take_in
from oriundo.interfaces.cli.database import bring_up_to_date
from oriundo.interfaces.cli.speech import Progress, report

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("import")
@click.argument("file", type=_FILE)
@click.option("--source", "slug", required=True, help="Short name of who says so, e.g. ime-2026.")
@click.option("--name", help="Its full name (default: the short name).")
@click.option("--kind", type=click.Choice(Source.Kind.values), default="ngo", show_default=True)
@click.option("--publisher", default="", help="Who publishes it.")
@click.option("--license", "license_", default="", help="Under which license.")
@click.option(
    "--visibility",
    type=click.Choice(Source.Visibility.values),
    default="authority",
    show_default=True,
    help="Whether its rows may become public.",
)
@click.option("--map", "mapping", type=_FILE, help="YAML: our field: their column. Else guessed.")
@click.option(
    "--coarse",
    is_flag=True,
    help="Its addresses may be homes: keep no more than a cell of 5 km or the town. For good.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
def import_(
    file: Path,
    slug: str,
    name: str | None,
    kind: str,
    publisher: str,
    license_: str,
    visibility: str,
    mapping: Path | None,
    coarse: bool,
    as_json: bool,
) -> None:
    """Keep every row of FILE as a record, or say why not. All of it, or none of it.

    The same file twice changes nothing; a newer one is compared with the one before. The
    description of a source is only set the first time.
    """
    bring_up_to_date()
    at = timezone.now()
    source = Source.objects.filter(slug=slug).first() or register_source(
        slug=slug,
        at=at,
        actor="command",
        name=name or slug,
        kind=kind,
        publisher=publisher,
        license=license_,
        visibility=visibility,
    )
    imported = take_in(
        source=source,
        path=file,
        at=at,
        actor="command",
        mapping=load_mapping(mapping) if mapping else None,
        homes=coarse,
        progress=Progress(quiet=as_json),
    )
    release = imported.release
    summary: dict[str, object] = {
        gettext_noop("source"): slug,
        gettext_noop("new"): imported.created,
        gettext_noop("rows"): release.rows_read,
        gettext_noop("records"): release.rows_kept,
        gettext_noop("refused"): release.rows_refused,
        gettext_noop("issues"): release.issues.count(),
    }
    before = earlier(release)
    if before:
        changes = difference(before, release)
        summary |= {
            gettext_noop("appeared"): len(changes.appeared),
            gettext_noop("changed"): len(changes.changed),
            gettext_noop("vanished"): len(changes.vanished),
        }
    report(summary, as_json=as_json)
