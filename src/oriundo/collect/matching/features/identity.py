"""Who two organizations are: hometown, origin, numbers, year of foundation."""

from __future__ import annotations

import numpy as np

from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.arrays import any_of, decide, in_common
from oriundo.collect.matching.features.levels import (
    NOTHING,
    Compared,
    Found,
    Level,
    first_of,
    sets,
)
from oriundo.collect.matching.features.places import typo

HOMETOWN_LEVELS = (
    NOTHING,
    Level(-5.0, gettext_noop("hometowns differ: %(left)s, %(right)s"), ask=True),
    Level(1.5, gettext_noop("the same hometown: %(left)s")),
    Level(-4.0, gettext_noop("hometowns in different states: %(left)s, %(right)s")),
    Level(2.0, gettext_noop("hometowns in the same state")),
)


def hometown(c: Compared) -> Found:
    """The town that the members come from, as the sources say it; where one names no town but a
    state or a country, these."""
    held = c.table.hometown
    one, other = held.ids[c.left], held.ids[c.right]
    given = held.given[c.left] & held.given[c.right]
    same = decide(one, other, given, lambda i, j: _same_town(held.texts[i], held.texts[j]))
    states = c.table.state
    both = states.given[c.left] & states.given[c.right]
    known = c.table.states
    fit = decide(
        states.ids[c.left], states.ids[c.right], both, lambda i, j: _fit(known[i], known[j])
    )
    return first_of((given, np.where(same > 0, 2, 1)), (fit == _APART, 3), (fit == _TOGETHER, 4))


_APART, _TOGETHER = 1, 2


def _fit(one: frozenset[str], other: frozenset[str]) -> int:
    """Two sets of states: apart, together, or 0 where a side names none."""
    if not (one and other):
        return 0
    return _APART if one.isdisjoint(other) else _TOGETHER


def _same_town(one: str, other: str) -> bool:
    """Equal, mistyped, or one with more said ("Jerez" and "Villa de Jerez")."""
    return one == other or typo(one, other) or one in other or other in one


ORIGIN_LEVELS = (
    NOTHING,
    Level(-6.0, gettext_noop("countries of origin differ: %(left)s, %(right)s")),
    Level(0.5, gettext_noop("the same country of origin")),
)


def origin(c: Compared) -> Found:
    """The countries that the members come from, as the sources say them."""
    return sets(c, c.table.origins)


NUMBER_LEVELS = (
    NOTHING,
    Level(-4.0, gettext_noop("registration numbers differ: %(left)s, %(right)s"), ask=True),
    Level(10.0, gettext_noop("the same registration number: %(same)s")),
)


def number(c: Compared) -> Found:
    """Registration numbers; two of different length are of different registers and say nothing."""
    held = c.table.registrations
    one, other = c.table.digits[c.left], c.table.digits[c.right]
    of_one_register = any_of(in_common(one, other)[0])
    return first_of((held.fewest(c.left, c.right) > 0, 2), (of_one_register, 1))


LISTING_LEVELS = (
    NOTHING,
    Level(-8.0, gettext_noop("one source lists them under two numbers of its own"), ask=True),
    Level(0.0, ""),
)


def listing(c: Compared) -> Found:
    """A source that numbers its organizations rarely gives two numbers to one.

    Two sources (level 2) say nothing of it.
    """
    columns = c.table.columns
    source = columns.source.codes
    numbered = np.array(columns.numbered.values, dtype=np.bool_)[columns.numbered.codes]
    both = numbered[c.left] & numbered[c.right]
    return first_of((source[c.left] != source[c.right], 2), (both & (c.once(number) != 2), 1))


FOUNDED_LEVELS = (
    NOTHING,
    Level(-3.0, gettext_noop("years of foundation differ: %(left)s, %(right)s")),
    Level(1.0, gettext_noop("years of foundation differ by one or two")),
    Level(3.0, gettext_noop("founded in the same year: %(left)s")),
)


def founded(c: Compared) -> Found:
    """Years of foundation."""
    left, right = c.table.founded[c.left], c.table.founded[c.right]
    apart = np.abs(left - right)
    return first_of(((left == 0) | (right == 0), 0), (apart == 0, 3), (apart <= 2, 2), otherwise=1)
