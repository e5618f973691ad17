"""Places that ended or were renamed, with the last day of the old name: `former.csv`.

El Salvador's 262 municipios became districts of 44 on 2024-05-01, Connecticut's counties gave way
to planning regions on 2022-06-06, the Distrito Federal became Ciudad de México on 2016-01-30. The
column `source` says what the day rests on.
"""

from __future__ import annotations

import csv
from pathlib import Path

from oriundo.base.places.building.entries import Entries, Entry
from oriundo.base.places.forms import place_key


def add_former(entries: Entries, table: Path) -> None:
    """Add every former place under what it is part of today; link towns through it."""
    towns = _towns(entries)
    for row in _rows(table):
        today = _today(entries, row)
        if not today:
            raise ValueError(f"{table.name}: {row['now']} is no place of today ({row['name']})")
        entry = _former(entries, row, today)
        town = _town(towns, entry)
        if town is not None:
            entry.lat, entry.lon = town.lat, town.lon
            entry.population, entry.prominence = town.population, town.prominence
            if len(today) == 1 and not town.admin2:
                town.admin2 = town.parent = today[0].key
        entries.add(entry)


def _former(entries: Entries, row: dict[str, str], today: list[Entry]) -> Entry:
    first = today[0]
    within = first.admin1 if first.level == "admin2" else ""
    key = f"former:{row['country']}:{entries[within].code if within else ''}:{row['name']}"
    scheme, _, code = row["code"].partition(":")
    return Entry(
        key=key.replace(" ", "-"),
        level=first.level,
        name=row["name"],
        country=row["country"],
        code=code or key.replace(" ", "-"),
        admin1=within,
        parent=first.key if len(today) == 1 else within,
        spellings=[text for text in row["also"].split("|") if text],
        codes={scheme: code} if code else {},
        valid_to=row["until"],
    )


def _today(entries: Entries, row: dict[str, str]) -> list[Entry]:
    """The places of today that a former place is in: by code, or by name in their division."""
    found = []
    for now in row["now"].split("|"):
        coded = entries.by_code("iso-3166-2", now)
        within = entries.by_code("iso-3166-2", row["admin1"]) if row["admin1"] else None
        found += [coded] if coded else _named(entries, now, within)
    return found


def _named(entries: Entries, name: str, within: Entry | None) -> list[Entry]:
    if within is None:
        return []
    found = [
        area
        for area in entries.of_level("admin2")
        if area.admin1 == within.key and place_key(area.name) == place_key(name)
    ]
    for area in found:
        # The law writes Ahuachapán with its accent, the package does not.
        area.name = name
    return found


def _towns(entries: Entries) -> dict[tuple[str, str], Entry]:
    """(division, name) -> town, by its own name and then by other spellings."""
    found: dict[tuple[str, str], Entry] = {}
    listed = [t for t in entries.of_level("locality") if t.country in {"SLV"}]
    for town in listed:
        found.setdefault((town.admin1, place_key(town.name)), town)
    for town in listed:
        for name in town.spellings:
            found.setdefault((town.admin1, place_key(name)), town)
    return found


def _town(towns: dict[tuple[str, str], Entry], former: Entry) -> Entry | None:
    names = (former.name, *former.spellings)
    found = (towns.get((former.admin1, place_key(name))) for name in names)
    return next((town for town in found if town), None)


def _rows(table: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
