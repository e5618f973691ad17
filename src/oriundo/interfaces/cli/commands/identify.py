"""`oriundo identify`: lists as found in, one directory out; no server, no database."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.engines.opening import ENGINES, LOCAL
from oriundo.collect.matching.keyed import NOBODY
from oriundo.collect.matching.match import DEFAULT
from oriundo.collect.sources.mapping import load_mapping
from oriundo.domain.directory.assembly import assemble
from oriundo.domain.directory.inclusion import Scope
from oriundo.interfaces.cli.inputs import origins_named, read_lists, rulings_from
from oriundo.interfaces.cli.outputs.folder import write_folder
from oriundo.interfaces.cli.outputs.funnel import stages
from oriundo.interfaces.cli.registers import read_register
from oriundo.interfaces.cli.speech import Progress, report

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("lists", nargs=-1, required=True, type=_FILE)
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path))
@click.option("--map", "maps", multiple=True, metavar="LIST=MAP.yaml", help="Columns of one list.")
@click.option("--judgments", type=_FILE, help="CSV of pairs that a person decided.")
@click.option("--suppressed", type=_FILE, help="Register of those who asked not to be listed.")
@click.option("--origins", default="", help="Countries of origin to keep, e.g. MX,SV.")
@click.option(
    "--engine", type=click.Choice(ENGINES), default=LOCAL, help="Where pairs are compared."
)
@click.option("--json", "as_json", is_flag=True, help="Print the funnel as JSON.")
def identify(
    lists: tuple[Path, ...],
    out: Path,
    maps: tuple[str, ...],
    judgments: Path | None,
    suppressed: Path | None,
    origins: str,
    engine: str,
    as_json: bool,
) -> None:
    """Find each organization once in LISTS (CSV, XLSX, ODS, JSON, GeoJSON, KML), and write to OUT:

    organizations.csv, organizations.geojson, links.csv (every record, once), excluded.csv,
    review.csv (pairs to decide, with reasons), issues.csv, funnel.csv, mappings/ and report.html.
    The same input gives the same bytes.
    """
    progress = Progress(quiet=as_json)
    mappings = {name: load_mapping(Path(path)) for name, path in _pairs(maps).items()}
    register = read_register(suppressed) if suppressed else NOBODY
    readings = read_lists(lists, mappings, progress)
    assembly = assemble(
        [draft for reading in readings for draft in reading.drafts],
        scope=Scope(origins=origins_named(origins)) if origins else Scope(),
        rulings=rulings_from(judgments) if judgments else (),
        register=register,
        settings=replace(DEFAULT, engine=engine),
        progress=progress,
    )
    write_folder(out, readings, assembly)
    progress(gettext_noop("Writing"), 1.0)
    report(dict(stages(readings, assembly)), as_json=as_json)


def _pairs(maps: tuple[str, ...]) -> dict[str, str]:
    pairs = [item.partition("=") for item in maps]
    if not all(separator for _, separator, _ in pairs):
        raise click.BadParameter("write it as list.csv=mapping.yaml", param_hint="--map")
    return {Path(name).name: path for name, _, path in pairs}
