"""`oriundo load`: reference data into the installation."""

from __future__ import annotations

from pathlib import Path

import click
from django.utils import timezone

from oriundo.base.core.language import gettext_noop
from oriundo.base.places.actions import load_gazetteer
from oriundo.base.places.building.build import build
from oriundo.base.places.consulates import keep_consulates, read_consulates
from oriundo.base.places.folders import catalogs_folder, gazetteer_folder, packages_folder
from oriundo.base.places.gazetteer import Gazetteer, gazetteer
from oriundo.base.places.official import read_catalog, save_catalog
from oriundo.insight.observatory.actions import keep_migrants
from oriundo.insight.observatory.stocks import read_stocks
from oriundo.interfaces.cli.database import bring_up_to_date
from oriundo.interfaces.cli.speech import Progress, report

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def load() -> None:
    """Load reference data: places, consular districts, stocks of migrants."""


@load.command()
@click.argument("file", type=_FILE, required=False)
@click.option("--scheme", default="", help="Codes of FILE: inegi-2020, ine-gt, fips.")
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
def places(file: Path | None, scheme: str, as_json: bool) -> None:
    """Lay the official catalog FILE over the gazetteer, and fill the table of places.

    Without FILE: build what has changed, and fill the table. Twice is once.
    """
    if (file is None) != (not scheme):
        raise click.UsageError("FILE and --scheme belong together.")
    bring_up_to_date()
    progress = Progress(quiet=as_json)
    rows = 0
    if file is not None:
        catalog = read_catalog(file, scheme, Gazetteer(gazetteer_folder()))
        rows = save_catalog(catalog, catalogs_folder() / f"{scheme}.csv")
    build(packages_folder(), catalogs_folder(), gazetteer_folder(), progress=progress)
    loaded = load_gazetteer(
        places=Gazetteer(gazetteer_folder()),
        at=timezone.now(),
        actor="command",
        progress=progress,
    )
    summary: dict[str, object] = {
        gettext_noop("new"): loaded.new,
        gettext_noop("places"): loaded.places,
        gettext_noop("withdrawn"): loaded.withdrawn,
    }
    if file is not None:
        summary[gettext_noop("rows of the catalog")] = rows
    report(summary, as_json=as_json)


@load.command()
@click.argument("file", type=_FILE)
@click.option("--source", required=True, help="Who counted: it stands beside every number.")
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
def migrants(file: Path, source: str, as_json: bool) -> None:
    """Load how many migrants live where, so that maps can show organizations per 100,000 of them.

    FILE is a CSV with the columns place (USA, US-CA or 06037), origin (MEX), year and people. A row
    takes the place of the one of the same place, origin and year.
    """
    stocks = read_stocks(file)
    bring_up_to_date()
    rows = keep_migrants(stocks=stocks, source=source, actor="command", at=timezone.now())
    report({gettext_noop("rows"): rows}, as_json=as_json)


@load.command()
@click.argument("file", type=_FILE)
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
def districts(file: Path, as_json: bool) -> None:
    """Load which consulate serves which place, to be said on the pages of places.

    FILE is a CSV with the columns consulate, origin (MEX), place (US-CA, 06059, USA) and, where a
    code could be another's, level. It takes the place of what was loaded of the same countries.
    """
    loaded = read_consulates(file, gazetteer())
    keep_consulates(loaded)
    consulates = sum(len(set(of.values())) for of in loaded.values())
    summary: dict[str, object] = {
        gettext_noop("countries of origin"): ", ".join(loaded),
        gettext_noop("consulates"): consulates,
        gettext_noop("places"): sum(map(len, loaded.values())),
    }
    report(summary, as_json=as_json)
