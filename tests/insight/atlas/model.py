"""The atlas, obviously right and slow: what the quick one must answer. Pure Python over rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import asin, atanh, cos, floor, inf, pi, radians, sin, sqrt

from oriundo.insight.atlas.question import SINCE, SINGLE, UNKNOWN, Box, Circle, Question
from oriundo.insight.atlas.row import Row

POINTS = ("address", "postal", "locality")
EARTH_KM = 6371.0088
Point = tuple[float, float]
Tile = tuple[int, int, int]


def chosen(rows: Iterable[Row], question: Question) -> list[Row]:
    """Those that fit all that is asked but the words."""
    return [row for row in rows if fits(row, question)]


def fits(row: Row, question: Question) -> bool:
    return (
        all(has(row, name, value) for name, value in question.filters.items())
        and (question.near is None or within(here(row), question.near))
        and (question.box is None or inside(here(row), question.box))
    )


def has(row: Row, name: str, value: str) -> bool:
    if name == SINCE:
        return (row.verified or "0001-01-01") >= value
    own = values(row, name)
    return not own if value == UNKNOWN else value in own


def values(row: Row, name: str) -> set[str]:
    """What a row has of a filter; empty when it is not known."""
    if name in SINGLE:
        found = {getattr(row, name)}
    elif name == "home_region":
        found = {home.region for home in row.homes}
    elif name == "hometown":
        found = {home.town for home in row.homes}
    else:
        found = set(getattr(row, name))
    return found - {""}


def counts(rows: Iterable[Row], question: Question, by: str) -> dict[str, int]:
    """Largest first, then by value."""
    counted = Counter(
        value for row in chosen(rows, question) for value in values(row, by) or ["unknown"]
    )
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def in_order_of_names(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (row.sort_key, row.public_id))


def here(row: Row) -> Point | None:
    if row.lat is None or row.lon is None or row.precision not in POINTS:
        return None
    return row.lat, row.lon


def homes(row: Row) -> dict[str, Point]:
    """The points of a row's hometowns, by town. A state is no point."""
    found: dict[str, Point] = {}
    seen = set()
    for home in row.homes:
        if home.town and home.town not in seen:
            seen.add(home.town)
            if home.lat is not None and home.lon is not None:
                found[home.town] = (home.lat, home.lon)
    return found


def points(rows: Iterable[Row], question: Question, side: str) -> list[Point]:
    """Every point of those that fit."""
    fitting = chosen(rows, question)
    if side == "from":
        return [point for row in fitting for point in homes(row).values()]
    return [point for row in fitting if (point := here(row))]


def within(point: Point | None, circle: Circle) -> bool:
    return point is not None and km(point, (circle.lat, circle.lon)) <= circle.km


def km(one: Point, other: Point) -> float:
    lat, lon, there_lat, there_lon = map(radians, (*one, *other))
    half = sin((lat - there_lat) / 2) ** 2
    half += cos(lat) * cos(there_lat) * sin((lon - there_lon) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(half, 1)))


def inside(point: Point | None, box: Box) -> bool:
    if point is None or not box.south <= point[0] <= box.north:
        return False
    if box.west > box.east:
        return point[1] >= box.west or point[1] <= box.east
    return box.west <= point[1] <= box.east


def tile_of(point: Point, z: int) -> Tile:
    """The tile that a point lies in; those beyond the edge of the map are on its edge."""
    lat, lon = point
    down = -inf if lat >= 90 else inf if lat <= -90 else 0.5 - atanh(sin(radians(lat))) / (2 * pi)
    return z, _step((lon + 180) / 360, z), _step(down, z)


def _step(share: float, z: int) -> int:
    side = 1 << z
    return floor(min(max(share * side, 0), side - 1))


def cells(of: Sequence[Point], tile: Tile, grid: int) -> dict[tuple[int, int], int]:
    """How many points lie in each cell of a tile that is halved `grid` times each way."""
    z, x, y = tile
    counted: Counter[tuple[int, int]] = Counter()
    for point in of:
        if tile_of(point, z) == tile:
            _, column, row = tile_of(point, z + grid)
            counted[column - (x << grid), row - (y << grid)] += 1
    return dict(counted)
