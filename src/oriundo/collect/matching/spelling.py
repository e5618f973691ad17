"""Typing errors in the words of the language: "Oriudnos" is read as "oriundos".

Proper names are left alone: only a word that is nearly one of the vocabulary is mended, and only
where errors fall: inside it. A first letter is rarely mistyped ("sierra" is no "tierra"), and a
last letter is more often another ending of the same word or a surname ("santos").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from rapidfuzz.distance import OSA

from oriundo.collect.matching import lexicon

_LEAST = 6
_LEAST_EXCHANGED = 8
_LOOKS = 6
_LOOK = str.maketrans("aceofijltbhuvygq", "oooolllllhhuuugg")
_MISREAD = (("d", "cl"), ("e", "c"), ("h", "b"), ("f", "t"), ("l", "i"), ("a", "o"))
_LOOK_CLOSELY = str.maketrans("ceiljfthbvygq", "ccllltthhvvgg")


class Speller:
    """Reads a mistyped word as the one word of a vocabulary that it is one error away from.

    `concepts`: word of the vocabulary -> what it means; words that mean the same never compete.
    `known`: words that are no errors, whatever they look like.
    """

    def __init__(self, concepts: Mapping[str, object], known: Iterable[str]) -> None:
        self._concepts = concepts
        self._known = frozenset(known) | concepts.keys()
        self._near: dict[str, list[str]] = defaultdict(list)
        self._alike: dict[str, list[str]] = defaultdict(list)
        self._read: dict[str, str] = {}
        for word in sorted(concepts):
            if len(word) >= _LEAST - 1 and word.isalpha():
                self._alike[_parted(word).translate(_LOOK_CLOSELY)].append(word)
                for cut in _cuts(word):
                    self._near[cut].append(word)

    def __call__(self, word: str) -> str:
        """The word of the vocabulary that is meant; `word` itself when that is not certain."""
        if len(word) < _LEAST or word in self._known:
            return word
        found = self._read.get(word)
        if found is None:
            found = self._read[word] = self._meant(word)
        return found

    def _meant(self, word: str) -> str:
        near = {n for cut in _cuts(word) for n in self._near.get(cut, ()) if _slip(word, n)}
        near = {n for n in near if not _exchanged(word, n)} or near or self._misread(word)
        meanings = {self._concepts[n] for n in near}
        return min(near) if len(meanings) == 1 and word.isalpha() else word

    def _misread(self, word: str) -> set[str]:
        """The words that machines that read paper take for this one: "fecleracion", "niieva".

        Vowels that such machines mistake are left alone: most often they are other words, or
        another gender ("campesina", "Santena").
        """
        return set(self._alike.get(_parted(word).translate(_LOOK_CLOSELY), ()))


def shape(word: str) -> str:
    """How a word looks, for machines that read paper: words that look alike have one shape.

    "" for words too short for that to tell. Taken for one another: m and rn, d and cl, w and vv,
    u and ii; a, c, e and o; f, i, j, l and t; b and h; u, v and y; g and q.
    """
    return _parted(word).translate(_LOOK) if len(word) >= _LOOKS and word.isalpha() else ""


@cache
def misread_articles() -> frozenset[str]:
    """What machines that read paper make of the short words that stand inside names: "cle" and
    "dc" of "de", "thc" and "tbe" of "the"."""
    short = ("de", "del", "la", "las", "los", "el", "of", "the", "and")
    misread = (
        word.replace(letter, look, 1)
        for word in short
        for letter, look in _MISREAD
        if letter in word
    )
    return frozenset(misread) - lexicon.words("stop_words")


def _parted(word: str) -> str:
    """Two letters that look like one are one."""
    for two, one in (("rn", "m"), ("cl", "d"), ("vv", "w"), ("ii", "u")):
        word = word.replace(two, one)
    return word


def _cuts(word: str) -> set[str]:
    """The word, and the word without each of its letters: two words one error apart share one."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _slip(word: str, meant: str) -> bool:
    """One letter more, less, other or exchanged with its neighbor, and not the first or last.

    Another letter in a short word gives a real word too often ("prayer", "player").
    """
    if word[0] != meant[0] or word[:-1] == meant[:-1] or meant in (word[:-1], word + meant[-1]):
        return False
    if len(word) < _LEAST_EXCHANGED and _exchanged(word, meant):
        return False
    return OSA.distance(word, meant, score_cutoff=1) <= 1


def _exchanged(word: str, meant: str) -> bool:
    """One letter stands for another: the least likely error, the likeliest other word."""
    return len(word) == len(meant) and sorted(word) != sorted(meant)
