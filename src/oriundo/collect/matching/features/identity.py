"""Who two organizations are: hometown, origin, numbers, year of foundation."""

from __future__ import annotations

from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.features.levels import NOTHING, Compared, Level, sets
from oriundo.collect.matching.features.places import typo

HOMETOWN_LEVELS = (
    NOTHING,
    Level(-6.0, gettext_noop("hometowns differ: %(left)s, %(right)s")),
    Level(3.0, gettext_noop("the same hometown: %(left)s")),
)


def hometown(c: Compared) -> int:
    """The town that the members come from, as the sources say it."""
    left, right = c.a.hometown, c.b.hometown
    if not (left and right):
        return 0
    return 2 if left == right or typo(left, right) or left in right or right in left else 1


ORIGIN_LEVELS = (
    NOTHING,
    Level(-5.0, gettext_noop("countries of origin differ: %(left)s, %(right)s")),
    Level(0.5, gettext_noop("the same country of origin")),
)


def origin(c: Compared) -> int:
    """The countries that the members come from, as the sources say them."""
    return sets(c.a.origins, c.b.origins)


NUMBER_LEVELS = (
    NOTHING,
    Level(-8.0, gettext_noop("registration numbers differ: %(left)s, %(right)s"), ask=True),
    Level(12.0, gettext_noop("the same registration number: %(same)s")),
)


def number(c: Compared) -> int:
    """Registration numbers; two of different length are of different registers and say nothing."""
    left, right = c.a.registrations, c.b.registrations
    if not left.isdisjoint(right):
        return 2
    return 1 if {len(n) for n in left} & {len(n) for n in right} else 0


LISTING_LEVELS = (
    NOTHING,
    Level(-12.0, gettext_noop("one source lists them under two numbers of its own")),
    Level(0.0, ""),
)


def listing(c: Compared) -> int:
    """A source that numbers its organizations rarely gives two numbers to one.

    Two sources (level 2) say nothing of it.
    """
    if c.a.key[0] != c.b.key[0]:
        return 2
    same_number = not c.a.registrations.isdisjoint(c.b.registrations)
    return 1 if c.a.numbered and c.b.numbered and not same_number else 0


FOUNDED_LEVELS = (
    NOTHING,
    Level(-3.0, gettext_noop("years of foundation differ: %(left)s, %(right)s")),
    Level(0.0, gettext_noop("years of foundation differ by one or two")),
    Level(3.0, gettext_noop("founded in the same year: %(left)s")),
)


def founded(c: Compared) -> int:
    """Years of foundation."""
    left, right = c.a.founded, c.b.founded
    if left is None or right is None:
        return 0
    return 3 if left == right else 2 if abs(left - right) <= 2 else 1
