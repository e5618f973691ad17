"""Who two organizations are: hometown, origin, numbers, year of foundation."""

from __future__ import annotations

import numpy as np

from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.arrays import decide
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
    Level(-6.0, gettext_noop("hometowns differ: %(left)s, %(right)s")),
    Level(3.0, gettext_noop("the same hometown: %(left)s")),
)


def hometown(c: Compared) -> Found:
    """The town that the members come from, as the sources say it."""
    held = c.table.hometown
    one, other = held.ids[c.left], held.ids[c.right]
    given = held.given[c.left] & held.given[c.right]
    same = decide(one, other, given, lambda i, j: _same_town(held.texts[i], held.texts[j]))
    return first_of((~given, 0), (same > 0, 2), otherwise=1)


def _same_town(one: str, other: str) -> bool:
    """Equal, mistyped, or one with more said ("Jerez" and "Jerez, Zacatecas")."""
    return one == other or typo(one, other) or one in other or other in one


ORIGIN_LEVELS = (
    NOTHING,
    Level(-5.0, gettext_noop("countries of origin differ: %(left)s, %(right)s")),
    Level(0.5, gettext_noop("the same country of origin")),
)


def origin(c: Compared) -> Found:
    """The countries that the members come from, as the sources say them."""
    return sets(c, c.table.origins)


NUMBER_LEVELS = (
    NOTHING,
    Level(-8.0, gettext_noop("registration numbers differ: %(left)s, %(right)s"), ask=True),
    Level(12.0, gettext_noop("the same registration number: %(same)s")),
)


def number(c: Compared) -> Found:
    """Registration numbers; two of different length are of different registers and say nothing."""
    held = c.table.registrations
    lengths = np.append([len(text) for text in held.texts], 0).astype(np.int16)
    one, other = lengths[held.ids[c.left]], lengths[held.ids[c.right]]
    of_one_register = (one[:, :, None] == other[:, None, :]) & (one > 0)[:, :, None]
    return first_of((held.fewest(c.left, c.right) > 0, 2), (of_one_register.any(axis=(1, 2)), 1))


LISTING_LEVELS = (
    NOTHING,
    Level(-12.0, gettext_noop("one source lists them under two numbers of its own")),
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
    Level(0.0, gettext_noop("years of foundation differ by one or two")),
    Level(3.0, gettext_noop("founded in the same year: %(left)s")),
)


def founded(c: Compared) -> Found:
    """Years of foundation."""
    left, right = c.table.founded[c.left], c.table.founded[c.right]
    apart = np.abs(left - right)
    return first_of(((left == 0) | (right == 0), 0), (apart == 0, 3), (apart <= 2, 2), otherwise=1)
