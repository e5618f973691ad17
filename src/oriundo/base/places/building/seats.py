"""Points for areas that come without one: a town of the area, so that the point lies inside it."""

from __future__ import annotations

from collections import defaultdict
from math import cos, radians

from oriundo.base.places.building.entries import Entries, Entry
from oriundo.base.places.forms import place_key

# A town of the area's own name is its seat, unless it is a hamlet beside the real one.
_SEAT_SHARE = 0.2


def add_seats(entries: Entries) -> None:
    """Set the point of each area that has none, and how many people its towns hold.

    A municipality or county: its seat, which is the town of its name, else the largest. A
    division or country: the town nearest to the middle of its people.
    """
    inside: dict[str, list[Entry]] = defaultdict(list)
    for town in entries.of_level("locality"):
        if town.lat is None:
            continue
        for key in {town.admin1, town.admin2, town.country} - {""}:
            inside[key].append(town)
    for area in entries.of_level("admin2", "admin1", "country"):
        towns = inside.get(area.key, [])
        area.prominence = area.prominence or sum(town.population for town in towns)
        if area.lat is None and towns:
            seat = _seat(area, towns) if area.level == "admin2" else _middle(towns)
            area.lat, area.lon = seat.lat, seat.lon
    _follow_today(entries)


def _seat(area: Entry, towns: list[Entry]) -> Entry:
    largest = max(towns, key=lambda town: (town.population, town.key))
    names = {place_key(name) for name in (area.name, *area.spellings)}
    named = [town for town in towns if place_key(town.name) in names]
    best = max(named, key=lambda town: (town.population, town.key), default=largest)
    return best if best.population >= _SEAT_SHARE * largest.population else largest


def _middle(towns: list[Entry]) -> Entry:
    """The town nearest to the mean of all, each counted by its people."""
    weights = [town.population + 1 for town in towns]
    total = sum(weights)
    lat = sum((t.lat or 0.0) * w for t, w in zip(towns, weights, strict=True)) / total
    lon = sum((t.lon or 0.0) * w for t, w in zip(towns, weights, strict=True)) / total
    east = cos(radians(lat))
    return min(
        towns,
        key=lambda t: ((t.lat or 0.0) - lat) ** 2 + (((t.lon or 0.0) - lon) * east) ** 2,
    )


def _follow_today(entries: Entries) -> None:
    """A former place without a point has none of its own: `lat` stays None, its parent has one.

    A division that was only renamed lies where it lies today.
    """
    for former in entries:
        if former.valid_to and former.lat is None and former.level == "admin1":
            today = entries[former.parent]
            former.lat, former.lon = today.lat, today.lon
