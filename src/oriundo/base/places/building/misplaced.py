"""ZIP codes whose point is that of another town of the same name, put back into their county.

Some five hundred points of the package were looked up by the name of the town alone: Antioch in
Nashville lay beside another Antioch, 160 km away. The county, which the package has from the post,
and the neighbors by number tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from statistics import median

from oriundo.base.places.building.entries import Entries, Entry
from oriundo.base.places.forms import place_key
from oriundo.base.places.sphere import distance_km

# Beyond the towns of its county by more than this, a point is not in it.
_SLACK_KM = 40.0

Point = tuple[float, float]


def mend_points(entries: Entries, codes: Iterable[Entry]) -> int:
    """Move misplaced codes to the town of their name in their county; how many there were."""
    listed = [code for code in codes if code.admin2 and code.lat is not None]
    towns: dict[str, list[Entry]] = defaultdict(list)
    for town in entries.of_level("locality"):
        if town.country == "USA" and town.admin2:
            towns[town.admin2].append(town)
    neighbors = _middles(listed)
    moved = 0
    for code in listed:
        inside = towns.get(code.admin2)
        if inside and _is_outside(code, inside, neighbors[code.code[:3]]):
            home = _home(code, inside)
            code.lat, code.lon = home.lat, home.lon
            moved += 1
    return moved


def _middles(codes: list[Entry]) -> dict[str, Point]:
    """First three figures -> the middle of the codes that begin with them: a sorting center."""
    points: dict[str, list[Point]] = defaultdict(list)
    for code in codes:
        points[code.code[:3]].append(_point(code))
    return {
        prefix: (median(lat for lat, _ in each), median(lon for _, lon in each))
        for prefix, each in points.items()
    }


def _is_outside(code: Entry, towns: list[Entry], middle: Point) -> bool:
    """Whether a point lies outside its county, and the county lies nearer to the neighbors."""
    nearest = min(distance_km(*_point(code), *_point(town)) for town in towns)
    if nearest <= _SLACK_KM:
        return False
    home = _point(_home(code, towns))
    reach = max(distance_km(*home, *_point(town)) for town in towns)
    nearer = distance_km(*middle, *home) < distance_km(*middle, *_point(code))
    return nearest > _SLACK_KM + reach and nearer


def _home(code: Entry, towns: list[Entry]) -> Entry:
    """The town of a code's name in its county, else the largest."""
    names = {place_key(name) for name in (code.name, *code.spellings)}
    named = [town for town in towns if place_key(town.name) in names]
    return max(named or towns, key=lambda town: (town.population, town.key))


def _point(entry: Entry) -> Point:
    return entry.lat or 0.0, entry.lon or 0.0
