"""Where two organizations are."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA

from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.arrays import among, any_of, decide
from oriundo.collect.matching.features.levels import NOTHING, Compared, Found, Level, first_of
from oriundo.collect.matching.table import Table
from oriundo.collect.matching.vocabulary import NONE, Ends, Flags

_NEAR_KM = 30.0
_SHORT = 5
_LONG = 7
_EARTH_KM = 12742.0
_CROWD = 2
_FEW_HOUSES = 20
SAME_CITY = 6
NAMED_CITY = 7
SAME_STREET = (2, 3, 4, 6)

PLACE_LEVELS = (
    NOTHING,
    Level(-9.0, gettext_noop("in different countries")),
    Level(-9.0, gettext_noop("in different states or provinces: %(left)s, %(right)s")),
    Level(-5.0, gettext_noop("in different cities: %(left)s, %(right)s")),
    Level(1.5, gettext_noop("in different cities of one area: %(left)s, %(right)s")),
    Level(2.0, gettext_noop("in the same state or province")),
    Level(4.0, gettext_noop("in the same city: %(left)s")),
    Level(5.5, gettext_noop("one name says the city of the other: %(city)s")),
)


def place(c: Compared) -> Found:
    """Where the organizations are: country, state, city, and coordinates where cities differ.

    Two clubs of one town in two cities are two clubs.
    """
    t, left, right = c.table, c.left, c.right
    countries = t.country.given[left] & t.country.given[right]
    regions = t.region.given[left] & t.region.given[right]
    cities = t.city.given[left] & t.city.given[right]
    apart = (countries & (t.country.ids[left] != t.country.ids[right])) | (
        regions & (t.region.ids[left] != t.region.ids[right])
    )
    same_city = cities & ~apart & _same_city(c, cities & ~apart)
    return first_of(
        (countries & (t.country.ids[left] != t.country.ids[right]), 1),
        (apart, 2),
        (same_city, SAME_CITY),
        (cities, np.where(_near(c, cities & ~apart & ~same_city), 4, 3)),
        (_named(c, ~cities & ~apart), NAMED_CITY),
        (regions, 5),
    )


def _same_city(c: Compared, where: Flags) -> Flags:
    ids, names, spelled = c.table.city.ids, c.table.city.texts, c.table.city_spelled
    one, other = ids[c.left], ids[c.right]
    differ = where & (one != other) & spelled.near(one, other)
    mistyped = decide(one, other, differ, lambda i, j: typo(names[i], names[j]))
    return np.asarray((one == other) | mistyped.astype(np.bool_))


def typo(one: str, other: str) -> bool:
    """Two names of places that differ by a typing error or two, spaces aside; short ones by one."""
    one, other = one.replace(" ", ""), other.replace(" ", "")
    short = min(len(one), len(other))
    most = 0 if short < _SHORT else 1 if short < _LONG else 2
    return OSA.distance(one, other, score_cutoff=most) <= most


def _named(c: Compared, where: Flags) -> Flags:
    """Both names hold all words of the city that one record gives: "Club Jerez de Chicago" and
    "Club Jerez, Chicago" of a list that gives no cities."""
    found = np.zeros(len(c), dtype=np.bool_)
    town = c.table.city_words
    for record, side in ((c.left, c.names.b), (c.right, c.names.a)):
        rows = np.flatnonzero(where & (town[record, 0] != NONE))
        words = town[record[rows]]
        there = among(words, side.words[rows]) | (words == NONE)
        found[rows] |= ~any_of(~there)
    return found


def _near(c: Compared, where: Flags) -> Flags:
    """Cities of different names that are of one area: one street, near points, one postal area."""
    rows = np.flatnonzero(where)
    t, left, right = c.table, c.left[rows], c.right[rows]
    street = t.streets.given[left] & (t.streets.ids[left] == t.streets.ids[right])
    one_street = street & t.named[t.streets.ids[left]]
    found = np.zeros(len(c), dtype=np.bool_)
    found[rows] = one_street | of_one_area(t, left, right)
    return found


def of_one_area(t: Table, left: Ends, right: Ends) -> Flags:
    """Records at near points or, where one has none, in one postal area."""
    apart = kilometers(t.lat[left], t.lon[left], t.lat[right], t.lon[right])
    area = t.area.given[left] & (t.area.ids[left] == t.area.ids[right])
    return np.asarray(np.where(np.isnan(apart), area, apart < _NEAR_KM))


def kilometers(
    lat: npt.NDArray[np.float64],
    lon: npt.NDArray[np.float64],
    lat2: npt.NDArray[np.float64],
    lon2: npt.NDArray[np.float64],
) -> npt.NDArray[np.float64]:
    """Great-circle distances between points in degrees; NaN where one is unknown."""
    one, other = np.radians(lat), np.radians(lat2)
    half = np.sin((other - one) / 2) ** 2 + np.cos(one) * np.cos(other) * (
        np.sin(np.radians(lon2 - lon) / 2) ** 2
    )
    return np.asarray(_EARTH_KM * np.arcsin(np.sqrt(np.minimum(1.0, half))))


def streets(c: Compared) -> Found:
    t = c.table
    one, other = t.streets.ids[c.left], t.streets.ids[c.right]
    given = t.streets.given[c.left] & t.streets.given[c.right]
    # An organization has both a box and a street.
    given &= t.boxes[one] == t.boxes[other]
    house = given & (t.house.ids[c.left] == t.house.ids[c.right])
    texts = t.streets.texts
    alike = given & (one == other)
    near = given & ~house & _few_houses(c)
    by_words = decide(one, other, (house & ~alike) | near, lambda i, j: _alike(texts[i], texts[j]))
    alike |= house & (by_words > 0)
    shared = t.streets.counts[one] > _CROWD
    return first_of(
        (~given, 0),
        (near & (by_words > 0), 6),
        (~house, 1),
        (~alike, 2),
        (shared, 3),
        otherwise=4,
    )


def _few_houses(c: Compared) -> Flags:
    """House numbers that differ, and by little."""
    number, house = c.table.numbered, c.table.house.ids
    one, other = number[house[c.left]], number[house[c.right]]
    return np.asarray((one >= 0) & (other >= 0) & (np.abs(one - other) <= _FEW_HOUSES))


def _alike(left: str, right: str) -> bool:
    first, second = set(left.split()[1:]), set(right.split()[1:])
    return any(len(word) > 2 for word in first & second) or any(
        typo(one, other) for one in first for other in second
    )
