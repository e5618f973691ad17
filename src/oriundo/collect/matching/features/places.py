"""Where two organizations are."""

from __future__ import annotations

import math

from rapidfuzz.distance import OSA

from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.features.levels import NOTHING, Compared, Level

_NEAR_KM = 30.0
SAME_CITY = 6

PLACE_LEVELS = (
    NOTHING,
    Level(-8.0, gettext_noop("in different countries")),
    Level(-7.0, gettext_noop("in different states or provinces: %(left)s, %(right)s")),
    Level(-5.0, gettext_noop("in different cities: %(left)s, %(right)s")),
    Level(-2.0, gettext_noop("in different cities of one area: %(left)s, %(right)s")),
    Level(0.5, gettext_noop("in the same state or province")),
    Level(1.5, gettext_noop("in the same city: %(left)s")),
)


def place(c: Compared) -> int:
    """Where the organizations are: country, state, city, and coordinates where cities differ.

    Two clubs of one town in two cities are two clubs.
    """
    a, b = c.a, c.b
    if a.country and b.country and a.country != b.country:
        return 1
    if a.region and b.region and a.region != b.region:
        return 2
    if a.city and b.city:
        return SAME_CITY if _same_city(a.city, b.city) else _near(c)
    return 5 if a.region and b.region else 0


def _same_city(one: str, other: str) -> bool:
    return one == other or typo(one, other)


def typo(one: str, other: str) -> bool:
    """Two names of places that differ by a typing error or two."""
    return min(len(one), len(other)) > 4 and OSA.distance(one, other, score_cutoff=2) <= 2


def _near(c: Compared) -> int:
    """Different names of cities: of one area (4) or apart (3)."""
    a, b = c.a, c.b
    if a.street and a.street == b.street and " " in a.street:
        return 4
    if a.point and b.point:
        return 4 if kilometers(a.point, b.point) < _NEAR_KM else 3
    return 4 if a.postal and a.postal[:3] == b.postal[:3] else 3


def kilometers(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance between two points (latitude, longitude in degrees)."""
    lat, lat2 = math.radians(one[0]), math.radians(other[0])
    half = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * (
        math.sin(math.radians(other[1] - one[1]) / 2) ** 2
    )
    return 12742.0 * math.asin(math.sqrt(min(1.0, half)))
