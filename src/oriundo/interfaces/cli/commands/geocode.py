"""`oriundo geocode`: where the rows of a table are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

import click

from oriundo.base.core.language import gettext_noop
from oriundo.base.places.gazetteer import gazetteer
from oriundo.base.places.geocoder import geocode as geocode_address
from oriundo.base.places.given import with_given
from oriundo.base.places.levels import PRECISIONS
from oriundo.base.places.located import Address, Located
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
    point = [_degrees(_value(cells, mapping, name)) for name in ("lat", "lon")]
    if point[0] is not None and point[1] is not None:
        return with_given(gazetteer(), located, point[0], point[1])
    return located


def _value(cells: dict[str, str], mapping: Mapping, name: str) -> str:
    columns = mapping.columns.get(name, ())
    said = [cells[column] for column in columns if cells.get(column)]
    return mapping.joiner(name).join(said) or mapping.constants.get(name, "")


def _degrees(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


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
