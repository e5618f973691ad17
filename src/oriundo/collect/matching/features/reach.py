"""Ways to reach two organizations: acronym, telephone, email, website, street."""

from __future__ import annotations

from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.features.levels import NOTHING, Compared, Level, sets
from oriundo.collect.matching.features.naming import name
from oriundo.collect.matching.features.places import SAME_CITY, place
from oriundo.collect.matching.profiles import BOX

_CROWD = 4

ACRONYM_LEVELS = (
    NOTHING,
    Level(-1.5, gettext_noop("the acronyms differ: %(left)s, %(right)s")),
    Level(3.0, gettext_noop("the same acronym: %(same)s")),
)


def acronym(c: Compared) -> int:
    """The acronyms that the sources give."""
    return sets(c.a.acronyms, c.b.acronyms)


PHONE_LEVELS = (
    NOTHING,
    Level(-1.0, gettext_noop("different telephone numbers")),
    Level(2.5, gettext_noop("a telephone number that several organizations share")),
    Level(5.5, gettext_noop("the same telephone number")),
    Level(-0.1, gettext_noop("another telephone number, under a name that few share")),
)


def phone(c: Compared) -> int:
    """Telephone numbers; one that many records share tells less."""
    level = _contact(c, c.a.phones, c.b.phones)
    return 4 if level == 1 and _moved(c) else level


EMAIL_LEVELS = (
    NOTHING,
    Level(-0.5, gettext_noop("different email addresses")),
    Level(3.0, gettext_noop("an email address that several organizations share")),
    Level(6.0, gettext_noop("the same email address")),
)


def email(c: Compared) -> int:
    """Email addresses; one that many records share tells less."""
    return _contact(c, c.a.emails, c.b.emails)


SITE_LEVELS = (
    NOTHING,
    Level(-2.0, gettext_noop("different websites")),
    Level(2.0, gettext_noop("a website that several organizations share")),
    Level(5.0, gettext_noop("the same website: %(same)s")),
)


def site(c: Compared) -> int:
    """Web hosts, and pages on platforms; one that many records share tells less."""
    return _contact(c, c.a.sites, c.b.sites)


def _contact(c: Compared, left: frozenset[str], right: frozenset[str]) -> int:
    if not (left and right):
        return 0
    shared = left & right
    if not shared:
        return 1
    return 2 if min(c.shared_by[value] for value in shared) > _CROWD else 3


STREET_LEVELS = (
    NOTHING,
    Level(-1.0, gettext_noop("different street addresses")),
    Level(1.0, gettext_noop("the same house number")),
    Level(2.0, gettext_noop("a street address that several organizations share")),
    Level(5.0, gettext_noop("the same street address")),
    Level(-0.1, gettext_noop("another street address, under a name that few share")),
)


def street(c: Compared) -> int:
    """House number and street; one that many records share tells less."""
    level = _streets(c)
    return 5 if level == 1 and _moved(c) else level


def _streets(c: Compared) -> int:
    left, right = c.a.street, c.b.street
    if not (left and right):
        return 0
    if left.startswith(BOX) != right.startswith(BOX):
        return 0  # An organization has both a box and a street.
    if left.split(" ", 1)[0] != right.split(" ", 1)[0]:
        return 1
    if left != right and not _alike(left, right):
        return 2
    return 3 if c.shared_by[left] > _CROWD else 4


def _alike(left: str, right: str) -> bool:
    first, second = set(left.split()[1:]), set(right.split()[1:])
    return any(len(word) > 2 for word in first & second)


def _moved(c: Compared) -> bool:
    """Only the street or only the telephone differs, in one city, under a name that so few
    organizations have that two of them are likely one that moved or changed its number."""
    if c.names.telling < c.rarity.few or place(c) != SAME_CITY or name(c) not in (8, 9):
        return False
    return not (_streets(c) == 1 and _contact(c, c.a.phones, c.b.phones) == 1)
