"""Which of the pairs that share a key are worth comparing.

Most are two organizations for sure: in two cities, or with names that have hardly a letter in
common. Of a long list only some of these are compared, each for many like it: weights and the share
of pairs that are one organization are estimated from how all pairs look, and without these they
would come out too high.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from oriundo.collect.matching.features.places import of_one_area
from oriundo.collect.matching.groups import mixed
from oriundo.collect.matching.table import Table
from oriundo.collect.matching.titles import Titles
from oriundo.collect.matching.vocabulary import Ends, Flags

_LEAST_ALIKE = np.float32(0.333)
_ALIKE_ENOUGH = np.array([0.7, 0.6, _LEAST_ALIKE], dtype=np.float32)
"""By how many words two names share, the least share of letters in common at which they may be one.
Without a word in common that is a name misspelled throughout."""
_ALL = 50_000
"""Records up to which all pairs are compared."""
MOST = 1_000
"""Pairs that one is compared for, at most."""


def stands_for(table: Table, left: Ends, right: Ends) -> npt.NDArray[np.int32]:
    """For how many pairs each is compared: 0, it is not; 1, for itself; more, also for those like
    it that are not."""
    alike, enough = _alike(table.titles, left, right)
    alike &= _in_one_region(table, left, right)
    likely = alike & enough
    rows = np.flatnonzero(likely)
    likely[rows] = ~_in_two_cities(table, left[rows], right[rows])
    rest = np.flatnonzero(~likely)
    likely[rest] = _told(table, left[rest], right[rest])
    every = min(1 + len(table) // _ALL, MOST)
    chosen = np.flatnonzero(alike & ~likely)
    chosen = chosen[mixed(left[chosen], right[chosen]) % np.uint64(every) == 0]
    times = likely.astype(np.int32)
    times[chosen] = every
    return times


def _told(table: Table, left: Ends, right: Ends) -> Flags:
    """Pairs that share a way to reach them, a number, an acronym or an address, or of which one
    has no name but an acronym."""
    bare = table.names.bare[table.names.rows[:, 0]]
    told = bare[left] | bare[right]
    for held in (table.phones, table.emails, table.sites, table.registrations, table.acronyms):
        told |= held.fewest(left, right) > 0
    streets = table.streets
    return np.asarray(told | (streets.given[left] & (streets.ids[left] == streets.ids[right])))


def _alike(titles: Titles, left: Ends, right: Ends) -> tuple[Flags, Flags]:
    """Names that have letters in common, two by two, in either of their sketches: some, and as
    many as they must have, the more, the fewer words they share."""
    share = np.zeros(len(left), dtype=np.float32)
    for sketch in titles.sketch.T:
        one, other = sketch[left], sketch[right]
        shorter = np.minimum(np.bitwise_count(one), np.bitwise_count(other))
        common = np.bitwise_count(one & other).astype(np.float32)
        share = np.maximum(share, np.where(shorter == 0, 1, common / np.maximum(shorter, 1)))
    words = np.bitwise_count(titles.said[left] & titles.said[right])
    least = _ALIKE_ENOUGH[np.minimum(words, len(_ALIKE_ENOUGH) - 1)]
    return share >= _LEAST_ALIKE, share >= least


def _in_one_region(table: Table, left: Ends, right: Ends) -> Flags:
    """Pairs in one country and state, or in one that nobody gives."""
    one = np.ones(len(left), dtype=np.bool_)
    for place in (table.country, table.region):
        one &= ~(place.given[left] & place.given[right]) | (place.ids[left] == place.ids[right])
    return one


def _in_two_cities(table: Table, left: Ends, right: Ends) -> Flags:
    """Pairs in cities that are neither one mistyped nor, as far as these tell, of one area: two
    clubs of one town in two cities are two."""
    city = table.city
    apart = city.given[left] & city.given[right] & (table.town[left] != table.town[right])
    apart &= ~table.city_spelled.near(city.ids[left], city.ids[right])
    rows = np.flatnonzero(apart)
    apart[rows] = ~of_one_area(table, left[rows], right[rows])
    return np.asarray(apart)
