"""`oriundo geocode`: where the rows of a table are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

import click

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.base.places.gazetteer import gazetteer
from oriundo.base.places.geocoder import geocode as geocode_address
from oriundo.base.places.given import with_written
from oriundo.base.places.levels import PRECISIONS
from oriundo.base.places.located import Address, Located
from oriundo.base.places.names import country_code
from oriundo.collect.sources.limits import Limits
from oriundo.collect.sources.mapping import Mapping, load_mapping
from oriundo.collect.sources.mapping.guessing import SAMPLE_ROWS, guess_mapping
from oriundo.collect.sources.mapping.model import fitted
from oriundo.collect.sources.reading import read_table
from oriundo.interfaces.cli.outputs.tables import write_table
from oriundo.interfaces.cli.speech import report
from oriundo.interfaces.speech import say

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_PARTS = ("address", "city", "region", "postal", "country")
_POINT = ("lat", "lon")
NO_ADDRESS = gettext_noop("No column of %(file)s is known to say where: it has %(columns)s.")
NAME_THEM = gettext_noop(
    "Name one with --map: a file with a line such as `city: Sede` "
    "(address, city, region, postal, country; with --points also lat and lon)."
)
POINTS_LEFT = gettext_noop(
    "%(file)s gives points, which are not looked at: --points keeps those that agree."
)
POINTS_FROM = gettext_noop("Points are read from the columns %(lat)s and %(lon)s.")
NO_POINTS = gettext_noop(
    "--points: no columns of %(file)s are known to hold points: it has %(columns)s."
)
NAME_POINTS = gettext_noop(
    "Name them with --map: a file with lines such as `lat: Latitud` and `lon: Longitud`, beside"
    " those of the address."
)
ADDED = (
    "geocoded_lat",
    "geocoded_lon",
    "precision",
    "country_code",
    "admin1_code",
    "admin2_code",
    "place_name",
    "reason",
)


class NoAddress(OriundoError):
    """A table of which no column says where its rows are."""


class NoPoints(OriundoError):
    """Points are asked for, and no columns are known to hold them."""


@click.command()
@click.argument("file", type=_FILE)
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--map", "mapping", type=_FILE, help="YAML: our field: their column. Else guessed.")
@click.option("--country", default="", help="Country of the rows that name none.")
@click.option("--points", is_flag=True, help="Keep points that FILE gives, where they agree.")
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
def geocode(
    file: Path, out: Path, mapping: Path | None, country: str, points: bool, as_json: bool
) -> None:
    """Write the rows of FILE to OUT, in their order, with where each one is and why.

    Nothing leaves this machine. A row of which only the country is known gets no point. Points
    that FILE gives are not looked at without --points.
    """
    table = read_table(file, limits=Limits.operator())
    first = list(islice(table.rows, SAMPLE_ROWS))
    chosen = (
        fitted(load_mapping(mapping), table.headers, file=file.name)
        if mapping
        else guess_mapping(table.headers, [row.cells for row in first])
    )
    _check(chosen, table.headers, file, points=points)
    counts: Counter[str] = Counter()

    def rows() -> Iterator[list[object]]:
        for row in chain(first, table.rows):
            located = locate(row.cells, chosen, country, points=points)
            counts[located.precision] += 1
            yield [*(row.cells.get(header, "") for header in table.headers), *_added(located)]

    write_table(out, (*table.headers, *ADDED), rows())
    summary = {gettext_noop("rows"): sum(counts.values())}
    report(summary | {each: counts[each] for each in PRECISIONS}, as_json=as_json)


def locate(cells: dict[str, str], mapping: Mapping, country: str, *, points: bool) -> Located:
    """Where one row is: by its address; with `points`, by the one it gives where that agrees."""
    parts = {name: _value(cells, mapping, name) for name in _PARTS}
    located = geocode_address(Address(**parts), country)
    if not points:
        return located
    lat, lon = (_value(cells, mapping, name) for name in _POINT)
    return with_written(gazetteer(), located, lat, lon, country_code(country) or "")


def _check(mapping: Mapping, headers: Sequence[str], file: Path, *, points: bool) -> None:
    """Refuse a table of which no column says where; say what else would help."""
    known = {*mapping.columns, *mapping.constants}
    if not known.intersection(_PARTS) and not (points and known.issuperset(_POINT)):
        raise NoAddress(
            NO_ADDRESS, remedy=NAME_THEM, values={"file": file.name, "columns": ", ".join(headers)}
        )
    if points and not known.issuperset(_POINT):
        raise NoPoints(
            NO_POINTS,
            remedy=NAME_POINTS,
            values={"file": file.name, "columns": ", ".join(headers)},
        )
    if known.issuperset(_POINT) and not points:
        click.echo(say(POINTS_LEFT, {"file": file.name}), err=True)
    if points:
        named = {name: ", ".join(mapping.columns.get(name, ())) for name in _POINT}
        click.echo(say(POINTS_FROM, named), err=True)


def _value(cells: dict[str, str], mapping: Mapping, name: str) -> str:
    columns = mapping.columns.get(name, ())
    said = [cells[column] for column in columns if cells.get(column)]
    return mapping.joiner(name).join(said) or mapping.constants.get(name, "")


def _added(located: Located) -> list[object]:
    return [
        located.lat,
        located.lon,
        located.precision,
        located.country,
        located.admin1,
        located.admin2,
        located.place.name if located.place else "",
        "; ".join(say(each.sentence, each.values) for each in located.reasons),
    ]
