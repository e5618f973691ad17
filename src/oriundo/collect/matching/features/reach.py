"""Ways to reach two organizations: acronym, telephone, email, website, street."""

from __future__ import annotations

import numpy as np

from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.arrays import Sets
from oriundo.collect.matching.features.levels import NOTHING, Compared, Found, Level, first_of, sets
from oriundo.collect.matching.features.naming import name
from oriundo.collect.matching.features.places import NAMED_CITY, SAME_CITY, place, streets
from oriundo.collect.matching.vocabulary import Flags

CONTACT = 3
"""The level at which two records have a telephone, an email address or a website in common that
few others have."""
DIFFER = (1, 4)

_CROWD = 2
_FEW_PLACES = 3
_SAME_NAME = (5, 8, 9, 11, 12)
_SAME_PLACE = (SAME_CITY, NAMED_CITY)

ACRONYM_LEVELS = (
    NOTHING,
    Level(-1.5, gettext_noop("the acronyms differ: %(left)s, %(right)s")),
    Level(1.0, gettext_noop("the same acronym: %(same)s")),
)


def acronym(c: Compared) -> Found:
    """The acronyms that the sources give."""
    return sets(c, c.table.acronyms)


PHONE_LEVELS = (
    NOTHING,
    Level(-2.0, gettext_noop("different telephone numbers")),
    Level(4.0, gettext_noop("a telephone number that several organizations share")),
    Level(5.5, gettext_noop("the same telephone number")),
    Level(-0.5, gettext_noop("another telephone number, under a name that few share")),
)


def phone(c: Compared) -> Found:
    """Telephone numbers; one that many records share tells less."""
    level = c.once(_phones)
    return first_of(((level == 1) & _moved(c), 4), otherwise=level)


def _phones(c: Compared) -> Found:
    return _contact(c, c.table.phones)


EMAIL_LEVELS = (
    NOTHING,
    Level(-2.0, gettext_noop("different email addresses")),
    Level(3.0, gettext_noop("an email address that several organizations share")),
    Level(7.0, gettext_noop("the same email address")),
)


def email(c: Compared) -> Found:
    """Email addresses; one that many records share tells less."""
    return _contact(c, c.table.emails)


SITE_LEVELS = (
    NOTHING,
    Level(-2.0, gettext_noop("different websites")),
    Level(1.0, gettext_noop("a website that several organizations share")),
    Level(7.0, gettext_noop("the same website: %(same)s")),
)


def site(c: Compared) -> Found:
    """Web hosts, and pages on platforms; one that many records share tells less."""
    return _contact(c, c.table.sites)


def _contact(c: Compared, held: Sets) -> Found:
    fewest = held.fewest(c.left, c.right)
    return first_of(
        (~held.given(c.left, c.right), 0), (fewest == 0, 1), (fewest > _CROWD, 2), otherwise=CONTACT
    )


STREET_LEVELS = (
    NOTHING,
    Level(-2.5, gettext_noop("different street addresses")),
    Level(3.0, gettext_noop("the same house number")),
    Level(3.0, gettext_noop("a street address that several organizations share")),
    Level(4.5, gettext_noop("the same street address")),
    Level(-0.5, gettext_noop("another street address, under a name that few share")),
    Level(4.0, gettext_noop("a few houses apart in one street")),
)


def street(c: Compared) -> Found:
    """House number and street; one that many records share tells less."""
    level = c.once(streets)
    return first_of(((level == 1) & _moved(c), 5), otherwise=level)


def _moved(c: Compared) -> Flags:
    """Only the street or only the telephone differs, in one city, under a name that is found
    there at so few addresses and telephones that it is likely one that moved or changed its
    number. A name found at many is that of a chain."""
    t = c.table
    few = np.ones(len(c), dtype=np.bool_)
    for counts in (t.addresses, t.numbers):
        few &= np.maximum(counts[c.left], counts[c.right]) <= _FEW_PLACES
    rare = (c.names.shared >= t.rarity.few) & (c.names.telling >= t.rarity.few / 2)
    same = np.isin(c.once(name), _SAME_NAME) & np.isin(c.once(place), _SAME_PLACE)
    both = (c.once(streets) == 1) & (c.once(_phones) == 1)
    return np.asarray(few & rare & same & ~both)
