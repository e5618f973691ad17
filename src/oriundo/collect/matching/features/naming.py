"""What two names say: how much is the same, and which words keep them apart."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from oriundo.base.core.language import gettext_noop
from oriundo.collect.matching.acronyms import stands_for
from oriundo.collect.matching.arrays import any_of, in_common
from oriundo.collect.matching.features.levels import NOTHING, Compared, Found, Level, first_of
from oriundo.collect.matching.features.places import SAME_STREET, place, streets
from oriundo.collect.matching.likeness import Side
from oriundo.collect.matching.table import Table
from oriundo.collect.matching.vocabulary import NONE, Bits, Flags, Vocabulary

_RARE = 9.5
_TELLING = 4
_HELD = 0.7
_LITTLE = 0.2

SAME_NAME = (8, 9, 10, 11, 13, 14)
"""Levels of NAME_LEVELS at which the names are the same, in whatever spelling."""
ALIKE = (5, 6, *SAME_NAME, 12)
NO_OTHER = (0, 1, 2)
"""Levels of WORDING_LEVELS at which nothing says that these are two."""

NAME_LEVELS = (
    NOTHING,
    Level(-7.0, gettext_noop("the names differ"), ask=True),
    Level(0.0, gettext_noop("the names have little in common")),
    Level(1.0, gettext_noop("the names share some words")),
    Level(1.5, gettext_noop("one name is part of the other")),
    Level(2.5, gettext_noop("the names share most words")),
    Level(4.0, gettext_noop("the same words, all common: “%(left)s”")),
    Level(2.5, gettext_noop("one name is the acronym of the other")),
    Level(6.5, gettext_noop("the same name but for spelling: “%(left)s” and “%(right)s”")),
    Level(6.0, gettext_noop("the same name: “%(left)s”")),
    Level(4.5, gettext_noop("the same name, and nothing else to tell: “%(left)s”"), ask=True),
    Level(4.5, gettext_noop("the same name but for the kind: “%(left)s” and “%(right)s”")),
    Level(2.5, gettext_noop("one name is part of the other, and few share it: “%(left)s”")),
    Level(
        1.5, gettext_noop("the same name, found in several cities, and one does not say its city")
    ),
    Level(
        6.0,
        gettext_noop("the same name, found in one city only, and one does not say its city"),
        ask=True,
    ),
)


def name(c: Compared) -> Found:
    """How much of the names is the same, whatever the language, the order of words or the spelling.

    Rare words count for more than common ones (the term frequencies of the lists compared).
    """
    n = c.names
    left_a, left_b = any_of(n.a.left), any_of(n.b.left)
    whole = ~(left_a & left_b) & _only_places(c)
    but_for_kind = _but_for_kind(c) & (n.shared >= _RARE)
    somewhere, cities = c.once(place) > 0, _cities(c)
    return first_of(
        ((n.overlap < 0.7) & _is_acronym(c), 7),
        ((whole | but_for_kind) & ~somewhere & (cities > 1), 13),
        (_nothing_else(c, whole | but_for_kind), np.where(cities == 1, 14, 10)),
        (whole & (n.shared < _RARE), 6),
        (whole, np.where(n.typos, 8, 9)),
        (but_for_kind, 11),
        (n.overlap >= 0.75, 5),
        ((n.contained >= 0.99) & (n.overlap >= 0.35) & (n.telling >= c.table.rarity.few), 12),
        ((n.contained >= 0.99) & (n.overlap >= 0.35), 4),
        (n.overlap >= 0.45, 3),
        (n.overlap >= _LITTLE, 2),
        otherwise=1,
    )


def _nothing_else(c: Compared, where: Flags) -> Flags:
    """No place to compare and no contact point, town, acronym or number in common: a name alone
    ("Main Office") proves nothing. With the same origin and the same country of residence it does:
    few organizations of one diaspora abroad are called the same, unless all its words are common.
    """
    street = np.isin(c.once(streets), SAME_STREET)
    rows = np.flatnonzero(where & (c.once(place) == 0) & ~street)
    t, left, right = c.table, c.left[rows], c.right[rows]
    one_diaspora = (
        t.country.given[left]
        & (t.country.ids[left] == t.country.ids[right])
        & (t.origins.fewest(left, right) > 0)
    )
    towns = t.hometown.given[left] & t.hometown.given[right]
    told = (one_diaspora | towns) & (c.names.shared[rows] >= _RARE)
    for held in (t.acronyms, t.phones, t.emails, t.sites, t.registrations):
        told |= held.fewest(left, right) > 0
    found = np.zeros(len(c), dtype=np.bool_)
    found[rows] = ~told
    return found


def _cities(c: Compared) -> npt.NDArray[np.int64]:
    """In how many cities the names of each pair are found.

    A record that does not say where it is may be any organization of its name: where these are in
    k cities, it is the one in question once in k times. They are counted in the list itself, so a
    name tells the less, the longer a list is in which it recurs. Two names that are one to the
    letter are compared with those spelled so, not with all of the same few words.
    """
    t, left, right = c.table, c.left, c.right
    to_the_letter = t.names.rows[left, 0] == t.names.rows[right, 0]
    titled = np.maximum(t.cities[left], t.cities[right])
    return np.asarray(np.where(to_the_letter, t.spelled[left], titled))


def _only_places(c: Compared) -> Flags:
    """What one name adds, if anything, is where the club is or the state its town is in."""
    place_word = c.table.words.place
    return ~_on(
        [side.left & ~side.near & ~place_word[side.words] for side in (c.names.a, c.names.b)],
        either=True,
    )


def _but_for_kind(c: Compared) -> Flags:
    """One name adds nothing but what kind of organization it is."""
    v = c.table.words
    plain_kind = v.plain_kind
    sides = (c.names.a, c.names.b)
    left = [side.left & ~side.near for side in sides]
    kinds = [
        np.asarray(rest & plain_kind[side.words]) for rest, side in zip(left, sides, strict=True)
    ]
    rest_is_kind = ~_on([a & ~b for a, b in zip(left, kinds, strict=True)], either=True)
    return np.asarray(rest_is_kind & ~_on(kinds, either=False))


def _is_acronym(c: Compared) -> Flags:
    """One record is known by an acronym alone, and it is that of the other."""
    names = c.table.names
    one, other = names.rows[c.left, 0], names.rows[c.right, 0]
    where = np.flatnonzero(names.bare[one] | names.bare[other])
    found = np.zeros(len(c), dtype=np.bool_)
    for k in where.tolist():
        left, right = c.at(k)
        found[k] = _abbreviates(c, left, right) or _abbreviates(c, right, left)
    return found


def _abbreviates(c: Compared, short: int, long: int) -> bool:
    names = c.table.names
    row = names.rows[short, 0]
    if not names.bare[row]:
        return False
    acronym = names.acronym[row]
    if acronym in c.table.acronyms.of(long):
        return True
    said = (names.plain[i] for i in names.rows[long].tolist() if i != NONE)
    return any(stands_for(acronym, tuple(plain.split())) for plain in said)


WORDING_LEVELS = (
    NOTHING,
    Level(0.0, gettext_noop("one name says more: %(extra)s")),
    Level(0.0, gettext_noop("one name has a telling word more: %(extra)s")),
    Level(-2.0, gettext_noop("each name has a word that the other lacks: %(left)s, %(right)s")),
    Level(-5.5, gettext_noop("different kinds of organization: %(left)s, %(right)s"), ask=True),
    Level(-7.0, gettext_noop("a part, a branch or a sister organization: %(extra)s"), ask=True),
    Level(-5.5, gettext_noop("the numbers in the names differ: %(extra)s"), ask=True),
    Level(-7.5, gettext_noop("the names name different places: %(left)s, %(right)s"), ask=True),
    Level(-1.5, gettext_noop("one name says what is done there: %(extra)s")),
    Level(-3.0, gettext_noop("different work is done there: %(left)s, %(right)s")),
    Level(-12.0, gettext_noop("a committee, a team or a fund of the other: %(extra)s"), ask=True),
)


def wording(c: Compared) -> Found:
    """What the words say that only one of two otherwise similar names has."""
    n = c.names
    rows = np.flatnonzero((any_of(n.a.left) | any_of(n.b.left)) & (n.overlap >= _LITTLE))
    found = np.zeros(len(c), dtype=np.int8)
    found[rows] = _said_by_one(c.table, (n.a.at(rows), n.b.at(rows)), n.contained[rows])
    return found


def _said_by_one(t: Table, sides: tuple[Side, Side], contained: Bits) -> Found:
    v = t.words
    kind, place_word, digits, parting, work = (
        [flags[s.words] & s.left & ~s.near for s in sides]
        for flags in (v.kind, v.place, v.digits, v.parting, v.work)
    )
    telling = [s.left & ~s.near & ~p for s, p in zip(sides, place_word, strict=True)]
    rare = [
        said & ~k & (t.rarity.bits[s.words] > _TELLING)
        for s, said, k in zip(sides, telling, kind, strict=True)
    ]
    return first_of(
        (_on(digits, either=True), 6),
        (_on(place_word, either=False) | _of_two_peoples(v, sides), 7),
        (_of_the_other(v, sides) & (contained >= _HELD), 10),
        (_on(parting, either=True), 5),
        (_on(work, either=False), 9),
        (_on(kind, either=False), 4),
        (_on(work, either=True), 8),
        (_only_near(sides), 0),
        (_on(telling, either=False), 3),
        (_on(rare, either=True), 2),
        otherwise=1,
    )


def _of_two_peoples(v: Vocabulary, sides: tuple[Side, Side]) -> Flags:
    """One name says one country or state of origin, and the other says another of the same rank,
    even if each is what its own record says elsewhere."""
    peoples, states = (
        [np.where(s.left, rank[s.words], NONE) for s in sides] for rank in (v.nation, v.division)
    )
    two_peoples = _on([side != NONE for side in peoples], either=False)
    return np.asarray(two_peoples | any_of(in_common(*states)[0]))


def _of_the_other(v: Vocabulary, sides: tuple[Side, Side]) -> Flags:
    """One name adds a body of its own: a women's committee, a soccer team."""
    tells = np.maximum(v.body, v.parting.astype(np.int8))
    own, other = (
        any_of(left & (v.body[side.words] > 0))
        & (np.where(left, tells[side.words], 0).sum(axis=1) > 1)
        for side in sides
        for left in [side.left & ~side.near]
    )
    return np.asarray(own ^ other)


def _only_near(sides: tuple[Side, Side]) -> Flags:
    """What is left of both names says where the organization is."""
    return np.logical_not(_on([side.left & ~side.near for side in sides], either=True))


def _on(sides: list[npt.NDArray[np.bool_]], *, either: bool) -> Flags:
    """A word of the kind is left on one side, or (not `either`) on both."""
    one, other = map(any_of, sides)
    return np.asarray(one | other if either else one & other)


def left_over(c: Compared, side: Side, pair: int) -> tuple[str, ...]:
    """The words of one name of a pair that the other lacks, sorted."""
    return tuple(sorted(c.table.words.texts[n] for n in side.words[pair][side.left[pair]].tolist()))
