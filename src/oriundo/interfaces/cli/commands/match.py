"""`oriundo match`: link the rows of any table of organizations, diaspora or not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from oriundo.base.core.language import gettext_noop
from oriundo.base.core.processes import keep_memory, uncollected
from oriundo.collect.matching.engines.opening import ENGINES, LOCAL
from oriundo.collect.matching.match import ANY_TABLE
from oriundo.collect.matching.match import match as match_records
from oriundo.collect.sources.columns import together
from oriundo.collect.sources.mapping import load_mapping
from oriundo.interfaces.cli.inputs import read_tables
from oriundo.interfaces.cli.outputs.links import links_by_first, write_links
from oriundo.interfaces.cli.speech import Progress, report

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("tables", nargs=-1, required=True, type=_FILE, metavar="TABLE...")
@click.option("--map", "mapping", type=_FILE, help="YAML: our field: their column. Else guessed.")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--engine", type=click.Choice(ENGINES), default=LOCAL, help="Where pairs are compared."
)
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
def match(
    tables: tuple[Path, ...], mapping: Path | None, out: Path, engine: str, as_json: bool
) -> None:
    """Write source, record_id, organization_id for every row of TABLE to OUT.

    Rows with the same organization_id are one organization. Every record stands there once.
    """
    keep_memory()
    with uncollected():
        progress = Progress(quiet=as_json)
        chosen = load_mapping(mapping) if mapping else None
        mappings = {table.name: chosen for table in tables} if chosen else {}
        readings = read_tables(tables, mappings, progress)
        columns = together([reading.columns for reading in readings])
        matched = match_records(
            columns, settings=replace(ANY_TABLE, engine=engine), progress=progress
        )
        write_links(out, links_by_first(*matched.firsts()))
    summary = {
        gettext_noop("rows"): sum(reading.rows_read for reading in readings),
        gettext_noop("records"): len(columns),
        gettext_noop("refused"): sum(reading.refused for reading in readings),
        gettext_noop("organizations"): matched.organizations,
        gettext_noop("review"): matched.asked,
    }
    report(summary, as_json=as_json)
