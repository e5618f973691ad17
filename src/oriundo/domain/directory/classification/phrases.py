"""Lists of phrases (`words/*.csv`), and where they stand in a sentence.

A phrase is written folded. `*` at the end of a word stands for any ending ("educativ*"), `*`
alone for one to three words ("agrupa a * clubes").
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from oriundo.domain.directory.classification.sentences import Sentence, Word

_GAP = 3
_CONTRACTED = {"del": "de", "al": "a"}
_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class Phrase:
    """One row of a list: what it stands for, how much it weighs, its folded words."""

    code: str
    weight: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that stands in a sentence, from word `first` to word `last`."""

    phrase: Phrase
    first: int
    last: int


class PhraseList:
    """Phrases, found by the word that they begin with."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._whole: dict[str, list[Phrase]] = defaultdict(list)
        self._stems: dict[str, list[Phrase]] = defaultdict(list)
        for phrase in phrases:
            word = phrase.words[0]
            found = self._stems if word.endswith("*") else self._whole
            found[word.rstrip("*")].append(phrase)
        self._longest = max((len(stem) for stem in self._stems), default=0)

    def hits(self, sentence: Sentence) -> Iterator[Hit]:
        """The phrases from left to right. The longest at a word wins and takes its words.

        Phrases of different codes that are equally long are all given.
        """
        position = 0
        while position < len(sentence.words):
            found = list(self._at(sentence.words, position))
            last = max((hit.last for hit in found), default=position)
            # The lists of two languages share words: one code is said once.
            yield from {hit.phrase.code: hit for hit in found if hit.last == last}.values()
            position = last + 1

    def _at(self, words: tuple[Word, ...], position: int) -> Iterator[Hit]:
        text = words[position].text
        stems = range(_SHORTEST_STEM, min(len(text), self._longest) + 1)
        for known in (self._whole.get(text), *(self._stems.get(text[:n]) for n in stems)):
            for phrase in known or ():
                last = _end(phrase.words, words, position)
                if last is not None:
                    yield Hit(phrase, position, last)


def _end(pattern: Sequence[str], words: Sequence[Word], position: int) -> int | None:
    """The last word of a phrase that begins at `position`, or None when it does not stand there."""
    for number, part in enumerate(pattern):
        if part == "*":
            ends = (_end(pattern[number + 1 :], words, position + n) for n in range(1, _GAP + 1))
            return next((end for end in ends if end is not None), None)
        if position >= len(words) or not _is(part, words[position].text):
            return None
        position += 1
    return position - 1


def _is(part: str, word: str) -> bool:
    if part.endswith("*"):
        return word.startswith(part[:-1])
    return part in (word, _CONTRACTED.get(word))


@cache
def phrase_list(name: str) -> PhraseList:
    """The list `words/<name>.csv`: its first column is the code."""
    return PhraseList(tuple(_read(name)))


def _read(name: str) -> Iterator[Phrase]:
    text = files(__package__).joinpath("words", f"{name}.csv").read_text("utf-8")
    for row in csv.DictReader(text.splitlines()):
        yield Phrase(next(iter(row.values())), float(row["weight"]), tuple(row["words"].split()))
