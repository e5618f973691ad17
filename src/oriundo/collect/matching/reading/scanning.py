"""One pass over a name: which known forms stand in it, and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from oriundo.base.core.text import fold
from oriundo.collect.matching.reading.vocabulary import Entry, speller, table

_ASCII_WORD = re.compile(r"[a-z0-9]+")
_WORD = re.compile(r"[^\W_]+")
_LEAST_SPELLED = 7


@dataclass(frozen=True, slots=True)
class Found:
    """A known form, from token `start` to before token `stop`."""

    form: str
    entry: Entry
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Scan:
    """`tokens`: the folded words, mended; `spans`: where each stands in `text`; `found`: known
    forms, never overlapping, in order."""

    text: str
    tokens: Sequence[str]
    spans: Sequence[tuple[int, int]]
    found: Sequence[Found]


def scan(text: str) -> Scan:
    """Read a text once; the longest known form that begins at a word wins."""
    tokens, spans = _words(text)
    known = table()
    tokens = [_mended(token) for token in tokens]
    found = []
    place, count = 0, len(tokens)
    while place < count:
        size = min(known.longest.get(tokens[place], 0), count - place)
        while size:
            form = tokens[place] if size == 1 else " ".join(tokens[place : place + size])
            entry = known.entries.get(form)
            if entry is not None:
                found.append(Found(form, entry, place, place + size))
                place += size
                break
            size -= 1
        else:
            place += 1
    return Scan(text, tokens, spans, found)


def _mended(token: str) -> str:
    if len(token) < _LEAST_SPELLED or token in table().longest:
        return token
    return speller()(token)


def _words(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    if text.isascii():
        matches = list(_ASCII_WORD.finditer(text.lower()))
        return [m.group() for m in matches], [m.span() for m in matches]
    tokens: list[str] = []
    spans: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        for token in fold(match.group()).split():
            tokens.append(token)
            spans.append(match.span())
    return tokens, spans
