"""Reading official catalogs of municipalities, as statistical offices and others publish them.

Columns are known by their usual names. What cannot be right is refused with the row and the cause,
above all a file whose state codes are not those of its scheme: GeoNames numbers four Mexican
states differently from INEGI, and a table joined by the wrong numbers puts Chiapas in Coahuila.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.base.core.text import fold
from oriundo.base.places.building.catalogs import COLUMNS, SCHEMES, scheme_of
from oriundo.base.places.forms import place_key
from oriundo.base.places.gazetteer import Gazetteer

# Our column -> headers that mean it, folded; the first that a file has counts.
_HEADERS: dict[str, tuple[str, ...]] = {
    "code": ("cvegeo", "cve mun", "region", "codigo muni", "fips", "geoid", "code", "codigo", "id"),
    "name": ("nom mun", "municipio name", "municipio", "nombre", "name", "county"),
    "admin1_name": ("nom ent", "state name official", "state name", "departamento", "estado"),
    "population": ("pob tot", "pobtot", "pop", "poblacion", "population"),
    "lat": ("lat", "latitud", "latitude"),
    "lon": ("lon", "long", "lng", "longitud", "longitude"),
}
# Figures of a code, and how many of them are those of the state.
_LENGTHS = {"mx-inegi": (5, 2), "gt-ine": (4, 2), "us-fips": (5, 2)}
Row = dict[str, str]


class UnusableCatalog(OriundoError):
    """A file is no catalog of its scheme."""


def read_catalog(path: Path, scheme: str, places: Gazetteer) -> list[Row]:
    """The rows of an official catalog, in our columns; lakes and other rows without code are not.

    UnusableCatalog for an unknown scheme, a missing column, a code of the wrong length, and state
    codes that are not those of the scheme.
    """
    known = scheme_of(scheme)
    if known is None:
        raise UnusableCatalog(
            gettext_noop("“%(scheme)s” is no scheme of codes that we know."),
            remedy=gettext_noop("Write one of %(known)s, with the year: inegi-2020."),
            values={"scheme": scheme, "known": ", ".join(SCHEMES)},
        )
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        columns = _columns(path, reader.fieldnames or ())
        rows = list(_rows(path, reader, columns, known[1]))
    _check_states(path, rows, known[1], places)
    return rows


def _columns(path: Path, headers: Iterable[str]) -> dict[str, str]:
    folded = {fold(header): header for header in headers}
    found = {
        name: folded[next(h for h in known if h in folded)]
        for name, known in _HEADERS.items()
        if any(h in folded for h in known)
    }
    for needed in ("code", "name"):
        if needed not in found:
            raise UnusableCatalog(
                gettext_noop("%(file)s has no column for the %(column)s of municipalities."),
                remedy=gettext_noop("It needs one of the columns %(columns)s."),
                values={
                    "file": path.name,
                    "column": needed,
                    "columns": ", ".join(_HEADERS[needed]),
                },
            )
    return found


def _rows(
    path: Path, reader: Iterable[dict[str, str]], columns: dict[str, str], scheme: str
) -> Iterator[Row]:
    length, state = _LENGTHS[scheme]
    for number, cells in enumerate(reader, start=1):
        values = {name: (cells[column] or "").strip() for name, column in columns.items()}
        code = values["code"].zfill(length)
        if not code.strip("0"):
            continue
        if len(code) != length or not code.isdecimal():
            raise UnusableCatalog(
                gettext_noop("%(file)s, row %(row)s: “%(value)s” is no code of %(scheme)s."),
                remedy=gettext_noop("Codes have %(length)s figures."),
                values={
                    "file": path.name,
                    "row": number,
                    "value": values["code"],
                    "scheme": scheme,
                    "length": length,
                },
            )
        yield dict.fromkeys(COLUMNS, "") | values | {"code": code, "admin1_code": code[:state]}


def _check_states(path: Path, rows: list[Row], scheme: str, places: Gazetteer) -> None:
    """Refuse a file that calls a state by another's code."""
    named = {row["admin1_code"]: row["admin1_name"] for row in rows if row["admin1_name"]}
    for code, name in named.items():
        state = places.by_code(scheme, code)
        if state is None:
            continue
        forms = {place_key(text) for text in (state.name, *places.spellings(state))}
        other = next((p for p in places.named(name) if p.level == "admin1"), None)
        if place_key(name) not in forms and other is not None and other.key != state.key:
            raise UnusableCatalog(
                gettext_noop("%(file)s: the code %(code)s is that of %(state)s, not of %(name)s."),
                remedy=gettext_noop("The codes of the states are those of another scheme."),
                values={"file": path.name, "code": code, "state": state.name, "name": name},
            )


def save_catalog(rows: list[Row], path: Path) -> int:
    """Write rows into the catalog at `path`, over those of the same code; how many it holds then.

    Files of one scheme complete each other: one has the people, the next the points.
    """
    kept: dict[str, Row] = {}
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            kept = {row["code"]: row for row in csv.DictReader(file)}
    for row in rows:
        said = {name: value for name, value in row.items() if value}
        kept[row["code"]] = kept.get(row["code"], dict.fromkeys(COLUMNS, "")) | said
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.writing")
    with draft.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept[code] for code in sorted(kept))
    draft.replace(path)
    return len(kept)
