"""The terms of a document: its folded words, each with the fields that say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from zlib import crc32

from oriundo.base.core.text import fold
from oriundo.collect.matching import lexicon
from oriundo.collect.matching.concepts import PLACE
from oriundo.insight.atlas.row import Row

NAME, ALTERNATES, ACRONYMS, HOMETOWNS, RESIDENCE, DOING, FIRST = (1 << n for n in range(7))
"""Bits of the fields; FIRST: it is the first word of the name."""

LONGEST = 24
"""Letters by which words are compared; what comes after does not count."""

_INITIALS = re.compile(r"\b(?:\w\.[ ]?){2,}(?!\w)|\b(?:\w\.){2,}\w\b")
_IN_BRACKETS = re.compile(r"[(\[][^)\]]{1,60}[)\]]")


def words_of(text: str) -> list[str]:
    """Folded words; "F.C.Z.S.C." is one word."""
    if "." in text:
        text = _INITIALS.sub(lambda m: re.sub(r"[. ]", "", m.group()) + " ", text)
    return [word[:LONGEST] for word in fold(text).split()]


def telling(words: Iterable[str]) -> list[str]:
    """The words without "de", "of", "the": they are in every name and tell nothing."""
    stop = lexicon.words("stop_words")
    return [word for word in words if word not in stop]


def place_term(code: str) -> str:
    """The term of all that is in or from a country or division: "US-CA" → "@us-ca"."""
    return f"{PLACE}{code.lower()}"


def terms(row: Row) -> dict[str, int]:
    """Term → bits of the fields that say it."""
    found: dict[str, int] = {}
    name = telling(words_of(row.name))
    if name:
        found[name[0]] = FIRST
    for bit, words in _fields(row, name):
        for word in words:
            found[word] = found.get(word, 0) | bit
    return found


def called(name: str) -> list[str]:
    """The words that an organization is called by: without those that tell nothing, legal forms,
    and what stands in brackets."""
    legal = lexicon.words("legal_forms")
    words = telling(words_of(_IN_BRACKETS.sub(" ", name)))
    return [word for word in words if word not in legal]


def signature(words: Iterable[str]) -> int:
    """A number for words in their order."""
    return crc32(" ".join(words).encode())


def name_length(row: Row) -> int:
    """How many telling words the name has: 1 to 255."""
    return min(255, max(1, len(telling(words_of(row.name)))))


def _fields(row: Row, name: list[str]) -> Iterator[tuple[int, Iterable[str]]]:
    texts = row.texts
    yield NAME, name
    for text in texts.alternates:
        yield ALTERNATES, telling(words_of(text))
    for text in texts.acronyms:
        yield ACRONYMS, _acronym(text)
    for text in texts.hometowns:
        yield HOMETOWNS, _often(text)
    for text in texts.residence:
        yield RESIDENCE, _often(text)
    for text in texts.doing:
        yield DOING, _often(text)
    codes = (row.origin, *(code for home in row.homes for code in (home.country, home.region)))
    yield HOMETOWNS, (place_term(code) for code in codes if code)
    yield RESIDENCE, (place_term(code) for code in (row.country, row.region) if code)


def _acronym(text: str) -> tuple[str, ...]:
    """As one word and, where it is written in several, as those: "CLUB UNO" → "clubuno"."""
    words = words_of(text)
    return tuple(dict.fromkeys((*words, "".join(words)[:LONGEST]))) if words else ()


@lru_cache(maxsize=100_000)
def _often(text: str) -> tuple[str, ...]:
    return tuple(telling(words_of(text)))
