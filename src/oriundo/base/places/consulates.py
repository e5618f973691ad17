"""Consular districts of all countries of origin, as an operator loaded them.

A file has the columns `consulate`, `origin`, `place` and optionally `level`, one row for each place
of each district (districts.py says what a place is); `origin` is the country whose consulate it is.
One file per country of origin is kept, in the folder of this installation.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import lru_cache
from io import StringIO
from pathlib import Path

from oriundo.base.core.csv_files import rows_of
from oriundo.base.core.language import gettext_noop
from oriundo.base.places.districts import (
    Districts,
    Numbered,
    UnusableDistricts,
    consulates_by_place,
)
from oriundo.base.places.folders import districts_folder
from oriundo.base.places.gazetteer import Gazetteer, Place, gazetteer
from oriundo.base.places.names import country_code

_COLUMNS = ("consulate", "origin", "place")
_KEPT = ("place", "consulate")

Loaded = Mapping[str, Mapping[str, str]]
"""Country of origin (alpha-3) → key of a place → the consulate that serves it."""


def read_consulates(path: Path, places: Gazetteer) -> Loaded:
    """The districts in a file; UnusableDistricts with the row, the column and the value."""
    by_origin: dict[str, list[Numbered]] = {}
    for number, row in enumerate(rows_of(path, _COLUMNS, UnusableDistricts), start=1):
        by_origin.setdefault(_origin(path, number, row), []).append((number, row))
    if not by_origin:
        raise UnusableDistricts(
            gettext_noop("%(file)s has no rows."),
            remedy=gettext_noop("Write one row for each place of each district."),
            values={"file": path.name},
        )
    return {
        origin: consulates_by_place(places, path, rows)
        for origin, rows in sorted(by_origin.items())
    }


def keep_consulates(loaded: Loaded) -> None:
    """Keep the districts of these countries of origin instead of those that were kept."""
    folder = districts_folder()
    folder.mkdir(parents=True, exist_ok=True)
    for origin, consulates in loaded.items():
        text = StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(_KEPT)
        writer.writerows(sorted(consulates.items()))
        new = folder / f"{origin}.csv.new"
        new.write_text(text.getvalue(), encoding="utf-8")
        new.replace(folder / f"{origin}.csv")


def consulates_for(place: Place) -> Mapping[str, Sequence[str]]:
    """Country of origin → its consulates that serve a place, that of the whole place first; only
    countries whose districts are loaded and hold the place or a part of it."""
    found = {
        origin: districts.in_or_around(place) for origin, districts in _installed(_stamp()).items()
    }
    return {origin: names for origin, names in found.items() if names}


def _origin(path: Path, number: int, row: Mapping[str, str]) -> str:
    given = (row["origin"] or "").strip()
    code = country_code(given)
    if code is None or len(code) != len("MEX"):
        raise UnusableDistricts(
            gettext_noop("%(file)s, row %(row)s, column origin: “%(value)s” is no country."),
            remedy=gettext_noop("Write the country of origin with three letters: MEX."),
            values={"file": path.name, "row": number, "value": given},
        )
    return code


def _stamp() -> tuple[tuple[Path, int], ...]:
    """The files that are kept and when they were written, so that new ones are read."""
    files = sorted(districts_folder().glob("*.csv"))
    return tuple((path, path.stat().st_mtime_ns) for path in files)


@lru_cache(maxsize=1)
def _installed(stamp: tuple[tuple[Path, int], ...]) -> Mapping[str, Districts]:
    return {path.stem: Districts(gazetteer(), _kept(path)) for path, _ in stamp}


def _kept(path: Path) -> Mapping[str, str]:
    rows = rows_of(path, _KEPT, UnusableDistricts)
    return {row["place"]: row["consulate"] for row in rows}
