"""Invented names, in Spanish and English, from kinds, real towns, demonyms and proper parts."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass

from oriundo.base.core.text import fold
from oriundo.base.places.names import division_name
from oriundo.interfaces.demonstration.tables import Row, table

_CITY_STATES = ("US-CA", "US-TX", "US-IL")
_SMALL_WORDS = frozenset(
    ("de", "del", "la", "las", "los", "el", "y", "en", "a", "por", "para", "pro", "of", "the")
)
_ACRONYM_SHARE = 0.3
_TRIES = 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a name must fit. `home`: division or country that its demonym is taken from."""

    group: str
    objective: str
    origin: str
    home: str
    town: str
    division: str
    city: str


@dataclass(frozen=True, slots=True)
class Name:
    """One organization's name in Spanish and English, and its acronym ("" for most)."""

    es: str
    en: str
    acronym: str = ""


class Names:
    """Gives every organization a name that no other of its origin has in the same division."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._taken: set[tuple[str, str]] = set()
        self._proper: Counter[str] = Counter()
        self._proper_in: set[tuple[str, str]] = set()
        self._plain_in: set[tuple[str, str]] = set()
        self._acronyms: set[str] = set()

    def name(self, wanted: Wanted) -> Name:
        """An unused name; ValueError when the tables of words are used up."""
        patterns = [r for r in table("words/patterns.csv") if self._fits(r, wanted)]
        self._rng.shuffle(patterns)
        for pattern in patterns * _TRIES:
            made = self._made(pattern, wanted)
            key = (fold(made.es), "" if "{own}" in pattern["es"] else _where(wanted))
            if key not in self._taken:
                self._taken.add(key)
                return made
        raise ValueError(f"no unused name for {wanted}")

    def _fits(self, pattern: Row, wanted: Wanted) -> bool:
        groups = (wanted.group, "plain") if wanted.group == "people" else (wanted.group,)
        if pattern["group"] not in groups or pattern["objective"] != wanted.objective:
            return False
        if pattern["group"] != "plain":
            return True
        # One organization of an origin may be called after nothing but its city.
        return bool(wanted.city) and (wanted.origin, wanted.city) not in self._plain_in

    def _made(self, pattern: Row, wanted: Wanted) -> Name:
        own = self._own(wanted) if "{own}" in pattern["es"] else ""
        if pattern["group"] == "plain":
            self._plain_in.add((wanted.origin, wanted.city))
        words = _demonym(wanted.home) | {
            "town": wanted.town,
            "own": own,
            "city": wanted.city,
            "residence": _residence(wanted, "es"),
            "residence_en": _residence(wanted, "en"),
        }
        es, en = pattern["es"].format(**words), pattern["en"].format(**words)
        return Name(es, en, self._acronym(es, wanted))

    def _own(self, wanted: Wanted) -> str:
        """The least used proper part that no neighbor has."""
        parts = [row["proper"] for row in table("words/proper.csv")]
        self._rng.shuffle(parts)
        free = [p for p in parts if (p, wanted.division) not in self._proper_in]
        own = min(free, key=lambda part: self._proper[part])
        self._proper[own] += 1
        self._proper_in.add((own, wanted.division))
        return own

    def _acronym(self, name: str, wanted: Wanted) -> str:
        letters = "".join(w[0] for w in fold(name).split() if w not in _SMALL_WORDS).upper()
        if wanted.group == "town" or len(letters) < 4 or self._rng.random() > _ACRONYM_SHARE:
            return ""
        if letters in self._acronyms:
            return ""
        self._acronyms.add(letters)
        return letters


def _where(wanted: Wanted) -> str:
    return wanted.city or wanted.division


def _demonym(home: str) -> dict[str, str]:
    return dict(next(row for row in table("words/demonyms.csv") if row["code"] == home))


def _residence(wanted: Wanted, language: str) -> str:
    """What a federation calls its reach: a city in the large states, else the state."""
    if wanted.division in _CITY_STATES:
        return wanted.city
    return division_name(wanted.division, language)
