"""Postal areas: ZIP codes of the United States, forward sortation areas of Canada."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from statistics import fmean
from typing import Any

from oriundo.base.places.building.areas import plain_name
from oriundo.base.places.building.entries import Entries, Entry
from oriundo.base.places.building.misplaced import mend_points
from oriundo.base.places.building.packages import Packages
from oriundo.base.places.forms import place_key
from oriundo.base.places.names import division_code
from oriundo.base.places.sphere import distance_km
from oriundo.base.places.towns import variants

_FSA = "select fsa, city, province, latitude, longitude from PostalCodes"
_PROVINCES = {"Northwest Territory": "CA-NT", "Nunavut Territory": "CA-NU"}
# Territories with ZIP codes that are countries of their own in ISO 3166-1.
_TERRITORIES = {
    "PR": "PRI",
    "VI": "VIR",
    "GU": "GUM",
    "AS": "ASM",
    "MP": "MNP",
    "FM": "FSM",
    "MH": "MHL",
    "PW": "PLW",
}
# Farther than any ZIP code reaches from the town it is named for: the point is somebody's mistake.
_TOO_FAR_KM = 100.0


class Towns:
    """Towns of a country by state and name."""

    def __init__(self, entries: Entries, countries: frozenset[str]) -> None:
        self._entries = entries
        self._by_name: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        self._in_state: dict[str, list[Entry]] = defaultdict(list)
        for town in entries.of_level("locality"):
            if town.country in countries:
                self._in_state[town.admin1].append(town)
                for form in {place_key(name) for name in (town.name, *town.spellings)}:
                    self._by_name[town.admin1, form].append(town)

    def named(self, state: str, name: str, lat: float, lon: float) -> Entry | None:
        """The town of a name in a state: of several, the nearest to a point, or the largest."""
        found = self._by_name.get((state, place_key(name)), ())
        if not (lat or lon):
            return max(found, key=lambda town: (town.prominence, town.key), default=None)
        return min(
            found,
            key=lambda t: (distance_km(lat, lon, t.lat or 0.0, t.lon or 0.0), t.key),
            default=None,
        )

    def county(self, town: Entry) -> Entry | None:
        return self._entries[town.admin2] if town.admin2 else None

    def nearest(self, state: str, lat: float, lon: float) -> Entry | None:
        """The nearest town of the state that has a county."""
        towns = [t for t in self._in_state[state] if t.admin2 and t.lat is not None]
        return min(
            towns,
            key=lambda t: ((t.lat or 0.0) - lat) ** 2 + ((t.lon or 0.0) - lon) ** 2,
            default=None,
        )


def add_zip_codes(entries: Entries, packages: Packages) -> None:
    """Add the ZIP codes that lie somewhere: military post offices do not."""
    towns = Towns(entries, frozenset({"USA", *_TERRITORIES.values()}))
    counties = _counties(entries)
    added: list[tuple[Entry, list[str]]] = []
    for listed in packages.zip_codes():
        state = _state(entries, listed)
        if state is not None:
            entry = _zip_code(listed, state, towns, counties)
            entries.add(entry)
            added.append((entry, [listed["city"], *listed["acceptable_cities"]]))
    mend_points(entries, (entry for entry, _ in added))
    unknown: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry, cities in added:
        for city in cities if entry.lat is not None and entry.admin2 else ():
            forms = variants(place_key(city))
            if not any(towns.named(entry.admin1, form, 0, 0) for form in forms):
                unknown[entry.admin1, city].append(entry)
    _add_post_towns(entries, unknown)


def _state(entries: Entries, listed: dict[str, Any]) -> Entry | None:
    code = str(listed["state"])
    if code in _TERRITORIES:
        return entries.by_code("iso-3166-1", _TERRITORIES[code])
    return entries.by_code("iso-3166-2", f"US-{code}")


def _zip_code(
    listed: dict[str, Any], state: Entry, towns: Towns, counties: dict[tuple[str, str], Entry]
) -> Entry:
    code, city = str(listed["zip_code"]), str(listed["city"])
    entry = Entry(
        key=f"zip:{code}",
        level="postal",
        name=city,
        country=state.country,
        code=code,
        admin1=state.key if state.level == "admin1" else "",
        spellings=[*listed["acceptable_cities"], *listed["unacceptable_cities"]],
        codes={"us-zip": code},
    )
    lat, lon = float(listed["lat"]), float(listed["long"])
    town = towns.named(entry.admin1, city, lat, lon)
    if lat or lon:
        entry.lat, entry.lon = lat, lon
    if town is not None and _is_far(entry, town):
        entry.lat, entry.lon = town.lat, town.lon
    county = _county(entry, str(listed["county"]), town, towns, counties)
    if county is not None:
        entry.admin1 = county.admin1 if county.level == "admin2" else county.key
        entry.admin2 = county.key if county.level == "admin2" else ""
    entry.parent = entry.admin2 or entry.admin1 or entry.country
    return entry


def _is_far(entry: Entry, town: Entry) -> bool:
    """Whether a code has no point, or one too far from its own town."""
    if entry.lat is None or entry.lon is None:
        return True
    if town.lat is None or town.lon is None:
        return False
    return distance_km(entry.lat, entry.lon, town.lat, town.lon) > _TOO_FAR_KM


def _counties(entries: Entries) -> dict[tuple[str, str], Entry]:
    """(state, name) -> county; ("PRI", name) for Puerto Rico, whose first level municipios are."""
    found: dict[tuple[str, str], Entry] = {}
    for area in entries.of_level("admin1", "admin2"):
        if area.country in {"USA", "PRI"} and (area.level == "admin2" or area.country == "PRI"):
            for name in (*area.spellings, area.name):
                found[area.admin1 or area.country, place_key(name)] = area
    return found


def _county(
    entry: Entry,
    named: str,
    town: Entry | None,
    towns: Towns,
    counties: dict[tuple[str, str], Entry],
) -> Entry | None:
    """The county by its name, else of the code's town, else of the nearest town of the state.

    Connecticut's counties ended in 2022, so its codes follow their towns.
    """
    within = entry.admin1 or entry.country
    for name in (named, plain_name(named)):
        found = counties.get((within, place_key(name))) if name else None
        if found is not None and not found.valid_to:
            return found
    if town is None and entry.lat is not None and entry.lon is not None and entry.admin1:
        town = towns.nearest(entry.admin1, entry.lat, entry.lon)
    return towns.county(town) if town else None


def _add_post_towns(entries: Entries, unknown: dict[tuple[str, str], list[Entry]]) -> None:
    """Post towns that GeoNames lacks: in the middle of their codes, in the county of most."""
    for (state, city), codes in sorted(unknown.items()):
        key = f"us-post:{entries[state].code}:{place_key(city)}".replace(" ", "-")
        if key in entries:
            continue
        county = _most([code.admin2 for code in codes])
        entries.add(
            Entry(
                key=key,
                level="locality",
                name=city,
                country="USA",
                code=key,
                admin1=state,
                admin2=county,
                parent=county or state,
                lat=fmean(code.lat for code in codes if code.lat is not None),
                lon=fmean(code.lon for code in codes if code.lon is not None),
            )
        )


def _most(values: Iterable[str]) -> str:
    listed = list(values)
    return max(sorted(set(listed)), key=listed.count)


def add_sortation_areas(entries: Entries, packages: Packages) -> None:
    """Add the forward sortation areas of Canada: the first three characters of a postal code."""
    for fsa, city, province, lat, lon in packages.query(
        "pypostalcode", "pypostalcode/postalcodes.db", _FSA
    ):
        iso = _PROVINCES.get(province) or division_code(province, "CAN") or ""
        area = entries.by_code("iso-3166-2", iso)
        if area is None or f"fsa:{fsa}" in entries:
            continue
        entries.add(
            Entry(
                key=f"fsa:{fsa}",
                level="postal",
                name=city,
                country="CAN",
                code=fsa,
                admin1=area.key,
                parent=area.key,
                lat=float(lat),
                lon=float(lon),
                spellings=re.findall(r"[^()/]+", city),
                codes={"ca-fsa": fsa},
            )
        )
