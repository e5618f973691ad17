"""A text as sentences, and a sentence as folded words that know where they stand in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from oriundo.base.core.text import fold

_WORD = re.compile(r"[^\W_]+(?:['’´][^\W_]+)*")
_END = re.compile(r"(?<=[.!?…])[\"”»)\]]*\s+|\s*[\n\r;•·|]+\s*")
_ABBREVIATED = re.compile(
    r"(?:\b(?:St|Sta|Sto|Dr|Dra|Sr|Sra|Ing|Lic|Prof|Mr|Ms|Mrs|Inc|Corp|No|Núm|Num|Av|Ave|Blvd|vs"
    r"|etc|Fed|Asoc|Assoc|Depto|Mpio|Gob)|\b[A-Za-zÑñ])\.$"
)
_SMALL_WORDS = {
    "es": "el la los las de del y en para con que por una un se su sus al somos nuestro nuestra",
    "en": "the of and to in for with a an we our is are that from their by at who its on as",
}


@dataclass(frozen=True, slots=True)
class Word:
    """`text`: folded. `start`, `end`: where it stands. `before`: the punctuation that parts it."""

    text: str
    start: int
    end: int
    before: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` is a piece of what was given, to the letter; `words` point into it."""

    text: str
    words: tuple[Word, ...]


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text; each one's `text` is a substring of it."""
    pieces, start = [], 0
    for end in _END.finditer(text):
        piece = text[start : end.start()]
        if not _ABBREVIATED.search(piece) or "\n" in end.group():
            pieces.append(piece)
            start = end.end()
    pieces.append(text[start:])
    return tuple(sentence(p.strip()) for p in pieces if _WORD.search(p))


def sentence(text: str) -> Sentence:
    """One sentence with its words; a word that folds to nothing is left out."""
    words, last = [], 0
    for found in _WORD.finditer(text):
        between = text[last : found.start()].strip()
        # "women's" is one word, as it is in a word list.
        for part in fold(re.sub(r"['’´]", "", found.group())).split():
            words.append(Word(part, found.start(), found.end(), between))
            between = ""
        last = found.end()
    return Sentence(text, tuple(words))


def language(text: str) -> str:
    """ "es" or "en", by the small words; "" when neither has more of them."""
    words = fold(text).split()
    counted = {
        code: sum(word in small.split() for word in words) for code, small in _SMALL_WORDS.items()
    }
    if counted["es"] == counted["en"]:
        return ""
    return max(counted, key=lambda code: counted[code])


def passage(given: Sentence, first: int, last: int, longest: int) -> str:
    """The sentence when it is short enough, else its words around `first` to `last`, cut at words.

    A substring of the sentence in either case.
    """
    if len(given.text) <= longest:
        return given.text
    words = given.words
    while words[last].end - words[first].start < longest:
        left, right = first - 1, last + 1
        room = longest - (words[last].end - words[first].start)
        if right < len(words) and words[right].end - words[last].end <= room:
            last = right
        elif left >= 0 and words[first].start - words[left].start <= room:
            first = left
        else:
            break
    return given.text[words[first].start : words[last].end]
