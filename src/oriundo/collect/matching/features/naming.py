"""What two names say: how much is the same, and which words keep them apart."""

from __future__ import annotations

from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching import lexicon
from oriundo.collect.matching.acronyms import stands_for
from oriundo.collect.matching.features.levels import NOTHING, Compared, Level
from oriundo.collect.matching.features.places import place
from oriundo.collect.matching.profiles import Profile
from oriundo.collect.matching.words import KIND, PLACE

_RARE = 9.5

NAME_LEVELS = (
    NOTHING,
    Level(-8.0, gettext_noop("the names differ"), ask=True),
    Level(-4.0, gettext_noop("the names have little in common"), ask=True),
    Level(-1.0, gettext_noop("the names share some words")),
    Level(2.0, gettext_noop("one name is part of the other")),
    Level(4.0, gettext_noop("the names share most words")),
    Level(6.0, gettext_noop("the same words, all common: “%(left)s”")),
    Level(8.0, gettext_noop("one name is the acronym of the other")),
    Level(9.5, gettext_noop("the same name but for spelling: “%(left)s” and “%(right)s”")),
    Level(11.5, gettext_noop("the same name: “%(left)s”")),
    Level(9.5, gettext_noop("the same name, and nothing else to tell: “%(left)s”"), ask=True),
)


def name(c: Compared) -> int:
    """How much of the names is the same, whatever the language, the order of words or the spelling.

    Rare words count for more than common ones (the term frequencies of the lists compared).
    """
    if (c.names.overlap < 0.7) and _is_acronym(c):
        return 7
    if not (c.names.left and c.names.right) and _only_places(c):
        if c.names.shared < _RARE:
            return 6
        if _nothing_else(c):
            return 10
        return 8 if c.names.typos else 9
    if c.names.overlap >= 0.75:
        return 5
    if c.names.contained >= 0.99 and c.names.overlap >= 0.35:
        return 4
    if c.names.overlap >= 0.45:
        return 3
    return 2 if c.names.overlap >= 0.2 else 1


def _nothing_else(c: Compared) -> bool:
    """No place to compare and no contact point, town, acronym or number in common: a name alone
    ("Main Office") proves nothing. With the same origin and the same country of residence it does:
    few organizations of one diaspora abroad are called the same."""
    a, b = c.a, c.b
    if a.country and a.country == b.country and a.origins & b.origins:
        return False
    if place(c) or (a.hometown and b.hometown) or (a.street and a.street == b.street):
        return False
    return all(
        left.isdisjoint(right)
        for left, right in (
            (a.acronyms, b.acronyms),
            (a.phones, b.phones),
            (a.emails, b.emails),
            (a.sites, b.sites),
            (a.registrations, b.registrations),
        )
    )


def _only_places(c: Compared) -> bool:
    """What one name adds, if anything, is where the club is or the state its town is in."""
    here = c.a.residence | c.b.residence
    return all(word[0] == PLACE or word in here for word in c.names.left + c.names.right)


def _is_acronym(c: Compared) -> bool:
    return _abbreviates(c.a, c.b) or _abbreviates(c.b, c.a)


def _abbreviates(short: Profile, long: Profile) -> bool:
    """One record is known by an acronym alone, and it is that of the other."""
    name = short.names[0]
    if name.plain != (name.acronym,):
        return False
    if name.acronym in long.acronyms:
        return True
    return any(stands_for(name.acronym, n.plain) for n in long.names)


WORDING_LEVELS = (
    NOTHING,
    Level(-0.5, gettext_noop("one name says more: %(extra)s")),
    Level(-3.0, gettext_noop("one name has a telling word more: %(extra)s")),
    Level(-5.0, gettext_noop("each name has a word that the other lacks: %(left)s, %(right)s")),
    Level(-5.0, gettext_noop("different kinds of organization: %(left)s, %(right)s"), ask=True),
    Level(-8.0, gettext_noop("a part, a branch or a sister organization: %(extra)s"), ask=True),
    Level(-12.0, gettext_noop("the numbers in the names differ: %(extra)s"), ask=True),
    Level(-9.0, gettext_noop("the names name different places: %(left)s, %(right)s"), ask=True),
)


def wording(c: Compared) -> int:
    """What the words say that only one of two otherwise similar names has."""
    left, right = c.names.left, c.names.right
    if not (left or right) or c.names.overlap < 0.2:
        return 0
    extra = left + right
    if any(any(ch.isdigit() for ch in word) for word in extra if word[0] != PLACE):
        return 6
    if any(w[0] == PLACE for w in left) and any(w[0] == PLACE for w in right):
        return 7
    groups = lexicon.group_of("differences")
    if any(word.removeprefix(KIND) in groups for word in extra):
        return 5
    if any(w.startswith(KIND) for w in left) and any(w.startswith(KIND) for w in right):
        return 4
    here = c.a.residence | c.b.residence
    if all(word in here for word in extra):
        return 0
    telling = [tuple(w for w in side if w not in here and w[0] != PLACE) for side in (left, right)]
    if all(telling):
        return 3
    rest = telling[0] + telling[1]
    return 2 if any(not w.startswith(KIND) and c.rarity.bits(w) > 4 for w in rest) else 1
