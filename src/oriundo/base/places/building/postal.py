"""Postal areas: ZIP codes of the United States, forward sortation areas of Canada."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from statistics import fmean
from typing import Any

from oriundo.base.places.building.areas import plain_name
from oriundo.base.places.building.entries import Entries, Entry
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
# A town farther from a code than this is another of the same name; nearer, where a small one is
# only sometimes called so.
_OTHER_KM = 40.0
_OTHERWISE_CALLED_KM = 15.0
_SMALL = 100_000

Listed = dict[str, Any]
Point = tuple[float, float]


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
            return _largest(found)
        return min(
            found,
            key=lambda t: (distance_km(lat, lon, t.lat or 0.0, t.lon or 0.0), t.key),
            default=None,
        )

    def in_county(self, county: str, name: str) -> Entry | None:
        """The town of a name in a county: of several, the largest."""
        found = self._by_name.get((self._entries[county].admin1, place_key(name)), ())
        return _largest(town for town in found if town.admin2 == county)

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


def _largest(towns: Iterable[Entry]) -> Entry | None:
    return max(towns, key=lambda town: (town.prominence, town.key), default=None)


def add_zip_codes(entries: Entries, packages: Packages) -> None:
    """Add the ZIP codes that lie somewhere: military post offices do not."""
    towns = Towns(entries, frozenset({"USA", *_TERRITORIES.values()}))
    counties = _counties(entries)
    listings = packages.zip_codes()
    shared = _shared_points(listings)
    added: list[tuple[Entry, list[str]]] = []
    for listed in listings:
        state = _state(entries, listed)
        if state is not None:
            point = _point(listed)
            known = None if point in shared else point
            entry = _zip_code(listed, known, state, towns, counties)
            entries.add(entry)
            added.append((entry, [listed["city"], *listed["acceptable_cities"]]))
    unknown: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry, cities in added:
        for city in cities if entry.admin2 else ():
            if not _is_known(towns, entry, city):
                unknown[entry.admin1, city].append(entry)
    _add_post_towns(entries, unknown)


def _shared_points(listings: Iterable[Listed]) -> frozenset[Point]:
    """Points that stand beside codes of different towns: that of the county, in place of theirs.

    The package has it for codes of boxes and of single receivers, which the census does not draw.
    """
    towns: dict[Point, set[str]] = defaultdict(set)
    for listed in listings:
        towns[_point(listed)].add(place_key(listed["city"]))
    return frozenset(point for point, names in towns.items() if len(names) > 1)


def _point(listed: Listed) -> Point:
    """Degrees as the package has them, 0, 0 where it has none."""
    return float(listed["lat"]), float(listed["long"])


def _is_known(towns: Towns, code: Entry, city: str) -> bool:
    """Whether a town that the post names is known near its code; without a point, in the state."""
    for form in variants(place_key(city)):
        town = towns.named(code.admin1, form, code.lat or 0.0, code.lon or 0.0)
        if town is not None:
            sure = place_key(town.name) == form or town.prominence >= _SMALL
            if not _is_apart(code, town, _OTHER_KM if sure else _OTHERWISE_CALLED_KM):
                return True
    return False


def _is_apart(code: Entry, town: Entry, km: float = _OTHER_KM) -> bool:
    if code.lat is None or code.lon is None or town.lat is None or town.lon is None:
        return False
    return distance_km(code.lat, code.lon, town.lat, town.lon) > km


def _state(entries: Entries, listed: Listed) -> Entry | None:
    code = str(listed["state"])
    if code in _TERRITORIES:
        return entries.by_code("iso-3166-1", _TERRITORIES[code])
    return entries.by_code("iso-3166-2", f"US-{code}")


def _zip_code(
    listed: Listed,
    point: Point | None,
    state: Entry,
    towns: Towns,
    counties: dict[tuple[str, str], Entry],
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
    named = _named_county(entry, str(listed["county"]), counties)
    if point is not None and any(point):
        entry.lat, entry.lon = point
        town = towns.named(entry.admin1, city, *point)
    elif named is not None and named.level == "admin2":
        town = towns.in_county(named.key, city)
    else:
        town = towns.named(entry.admin1, city, 0, 0)
    if town is not None and entry.lat is None:
        entry.lat, entry.lon = town.lat, town.lon
    county = named or _county_of(entry, town, towns)
    if county is not None:
        entry.admin1 = county.admin1 if county.level == "admin2" else county.key
        entry.admin2 = county.key if county.level == "admin2" else ""
    entry.parent = entry.admin2 or entry.admin1 or entry.country
    return entry


def _counties(entries: Entries) -> dict[tuple[str, str], Entry]:
    """(state, name) -> county; ("PRI", name) for Puerto Rico, whose first level municipios are."""
    found: dict[tuple[str, str], Entry] = {}
    for area in entries.of_level("admin1", "admin2"):
        if area.country in {"USA", "PRI"} and (area.level == "admin2" or area.country == "PRI"):
            for name in (*area.spellings, area.name):
                found[area.admin1 or area.country, place_key(name)] = area
    return found


def _named_county(entry: Entry, named: str, counties: dict[tuple[str, str], Entry]) -> Entry | None:
    """The county by its name. Connecticut's ended in 2022, so its codes follow their towns."""
    within = entry.admin1 or entry.country
    for name in (named, plain_name(named)):
        found = counties.get((within, place_key(name))) if name else None
        if found is not None and not found.valid_to:
            return found
    return None


def _county_of(entry: Entry, town: Entry | None, towns: Towns) -> Entry | None:
    """The county of a code's town, else of the nearest town of the state."""
    if town is None and entry.lat is not None and entry.lon is not None and entry.admin1:
        town = towns.nearest(entry.admin1, entry.lat, entry.lon)
    return towns.county(town) if town else None


def _add_post_towns(entries: Entries, unknown: dict[tuple[str, str], list[Entry]]) -> None:
    """Post towns that GeoNames lacks: in the middle of their codes, in the county of most.

    Codes that lie apart are of several towns of one name. Codes without a point give none.
    """
    for (state, city), codes in sorted(unknown.items()):
        first = f"us-post:{entries[state].code}:{place_key(city)}".replace(" ", "-")
        for together in _together(codes):
            county = _most([code.admin2 for code in together])
            key = first if first not in entries else f"{first}:{entries[county].code}"
            if key in entries:
                continue
            points = [(c.lat, c.lon) for c in together if c.lat is not None and c.lon is not None]
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
                    lat=fmean(lat for lat, _ in points) if points else None,
                    lon=fmean(lon for _, lon in points) if points else None,
                )
            )


def _together(codes: list[Entry]) -> list[list[Entry]]:
    """Codes in heaps, each near to the first of its heap; those without a point by their county."""
    heaps: list[list[Entry]] = []
    for code in codes:
        heap = next((heap for heap in heaps if _are_near(code, heap[0])), None)
        if heap is None:
            heaps.append([code])
        else:
            heap.append(code)
    return sorted(heaps, key=len, reverse=True)


def _are_near(code: Entry, other: Entry) -> bool:
    if code.lat is None or other.lat is None:
        return code.admin2 == other.admin2
    return not _is_apart(code, other)


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
