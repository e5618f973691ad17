"""Official catalogs that an operator has loaded: codes, names, people and points of municipalities.

A catalog lies in the catalogs folder as `<scheme>.csv`, with the columns code, name, admin1_code,
admin1_name, population, lat, lon. What it says goes over what packages say.
"""

from __future__ import annotations

import csv
from pathlib import Path

from oriundo.base.places.building.entries import Entries, Entry

COLUMNS = ("code", "name", "admin1_code", "admin1_name", "population", "lat", "lon")
# What a scheme is called -> (code of the country, whose codes these are in the gazetteer).
SCHEMES = {
    "inegi": ("MEX", "mx-inegi"),
    "ine-gt": ("GTM", "gt-ine"),
    "fips": ("USA", "us-fips"),
}


def scheme_of(name: str) -> tuple[str, str] | None:
    """The country and the code scheme of "inegi-2020" and the like, None when not known."""
    family = name if name in SCHEMES else name.rpartition("-")[0]
    return SCHEMES.get(family)


def add_catalog(entries: Entries, path: Path) -> None:
    """Lay one catalog over the entries."""
    known = scheme_of(path.stem)
    if known is None:
        raise ValueError(f"{path.name} belongs to no scheme")
    country, scheme = known
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            entry = entries.by_code(scheme, row["code"]) or _new(entries, country, scheme, row)
            if entry is not None:
                _lay_over(entry, row)


def _new(entries: Entries, country: str, scheme: str, row: dict[str, str]) -> Entry | None:
    """A municipality that no package has, in its state; None when the state is not known either."""
    state = entries.by_code(scheme, row["admin1_code"])
    if state is None:
        return None
    entry = Entry(
        key=f"{scheme}:{row['code']}",
        level="admin2",
        name=row["name"],
        country=country,
        code=row["code"],
        admin1=state.key,
        parent=state.key,
        codes={scheme: row["code"]},
    )
    entries.add(entry)
    return entry


def _lay_over(entry: Entry, row: dict[str, str]) -> None:
    if row["name"] != entry.name:
        entry.spellings.append(row["name"])
    if row["population"]:
        entry.population = entry.prominence = int(float(row["population"]))
    if row["lat"] and row["lon"]:
        entry.lat, entry.lon = float(row["lat"]), float(row["lon"])
