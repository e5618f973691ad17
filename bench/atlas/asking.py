"""Searches for known organizations, as people type them, and which answers are right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from string import ascii_lowercase

from bench.identification.generated.chance import Chance
from oriundo.base.core.text import fold
from oriundo.insight.atlas.row import Row

KINDS = (
    "exact", "one typo", "accents dropped", "acronym", "translated", "hometown + city",
)  # fmt: skip
_LEAST_TYPED = 5


@dataclass(frozen=True, slots=True)
class Search:
    """`right`: public ids of the organizations that are meant; any of them will do, since several
    may be called the same, or be from one town in one city."""

    kind: str
    words: str
    right: frozenset[str]


class Draw:
    """Draws rows for each kind of search from a stream, and notes who else would be right."""

    def __init__(self, each: int, seed: int) -> None:
        self._each = each
        self._chance = Chance(seed)
        self._named: dict[str, set[str]] = defaultdict(set)
        self._acronyms: dict[str, set[str]] = defaultdict(set)
        self._settled: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._drawn: dict[str, list[tuple[float, Row]]] = {kind: [] for kind in KINDS}

    def see(self, row: Row) -> None:
        for name in (row.name, _called(row)):
            self._named[fold(name)].add(row.public_id)
        for acronym in row.texts.acronyms:
            self._acronyms[fold(acronym)].add(row.public_id)
        for pair in _settled(row):
            self._settled[pair].add(row.public_id)
        for kind, drawn in self._drawn.items():
            if _fits(kind, row):
                _keep(drawn, self._each, self._chance.random(), row)

    def searches(self) -> Iterator[Search]:
        for kind, drawn in self._drawn.items():
            for _, row in sorted(drawn, key=lambda pair: pair[0]):
                words, right = self._asked(kind, row)
                yield Search(kind, words, frozenset(right))

    def _asked(self, kind: str, row: Row) -> tuple[str, set[str]]:
        if kind == "acronym":
            return row.texts.acronyms[0], self._acronyms[fold(row.texts.acronyms[0])]
        if kind == "hometown + city":
            pair = next(_settled(row))
            return " ".join(pair), self._settled[pair]
        words = _words(kind, row, self._chance)
        return words, self._named[fold(_called(row))] | self._named.get(fold(words), set())


def searches(rows: Iterable[Row], each: int, seed: int = 7) -> list[Search]:
    """So many searches of each kind, for organizations drawn by chance."""
    draw = Draw(each, seed)
    for row in rows:
        draw.see(row)
    return list(draw.searches())


def hidden(rows: Iterable[Row], asked: Iterable[Search]) -> Iterator[Row]:
    """The rows, those that are searched for in translation without their translations: what is
    written in both languages would be found as written."""
    bare = {one for search in asked if search.kind == "translated" for one in search.right}
    for row in rows:
        if row.public_id in bare:
            yield replace(row, texts=replace(row.texts, alternates=()))
        else:
            yield row


def _keep(drawn: list[tuple[float, Row]], most: int, number: float, row: Row) -> None:
    """The rows of the smallest numbers, in no order."""
    if len(drawn) < most:
        drawn.append((number, row))
        return
    worst = max(range(most), key=lambda at: drawn[at][0])
    if number < drawn[worst][0]:
        drawn[worst] = (number, row)


def _settled(row: Row) -> Iterator[tuple[str, str]]:
    for city in row.texts.residence:
        for hometown in row.texts.hometowns:
            yield hometown.rpartition(",")[0], city


def _typo(row: Row, chance: Chance) -> str:
    """One slip inside of one of the longer words of the name."""
    words = _called(row).split()
    long = [at for at, word in enumerate(words) if len(word) >= _LEAST_TYPED and word.isalpha()]
    at = chance.pick(long)
    words[at] = _slipped(words[at], chance)
    return " ".join(words)


def _slipped(word: str, chance: Chance) -> str:
    place = chance.between(1, len(word) - 2)
    letter = chance.pick(ascii_lowercase)
    head, tail = word[:place], word[place:]
    ways = (
        head + tail[1:],
        head + letter + tail,
        head + letter + tail[1:],
        head + tail[1] + tail[0] + tail[2:],
    )
    return chance.pick([way for way in ways if way != word])


def _called(row: Row) -> str:
    """The name without its acronym in brackets."""
    return row.name.partition(" (")[0]


def _says_more(row: Row) -> bool:
    """The other name is no short form of the first."""
    return not set(fold(row.texts.alternates[0]).split()) <= set(fold(row.name).split())


def _may_be_mistyped(row: Row) -> bool:
    return any(len(word) >= _LEAST_TYPED and word.isalpha() for word in _called(row).split())


def _fits(kind: str, row: Row) -> bool:
    """Whether an organization can be searched for in this way."""
    if kind == "one typo":
        return _may_be_mistyped(row)
    if kind == "accents dropped":
        return not _called(row).isascii()
    if kind == "translated":
        return bool(row.texts.alternates) and _says_more(row)
    if kind == "hometown + city":
        return any(_settled(row))
    return kind == "exact" or bool(row.texts.acronyms)


def _words(kind: str, row: Row, chance: Chance) -> str:
    """What is typed by someone who knows the name."""
    if kind == "one typo":
        return _typo(row, chance)
    if kind == "translated":
        return row.texts.alternates[0]
    return fold(_called(row)) if kind == "accents dropped" else _called(row)
