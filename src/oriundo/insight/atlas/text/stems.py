"""Stems of words in Spanish and in English, by Snowball."""

from __future__ import annotations

from collections.abc import Sequence

from Stemmer import Stemmer

_LANGUAGES = ("spanish", "english")
_LEAST = 4


def stems(words: Sequence[str]) -> list[frozenset[str]]:
    """The stems of each folded word in either language; a word of three letters, or with a
    figure, has none.

    >>> sorted(stems(["clubes"])[0])
    ['club', 'clube']
    """
    stemmed = [word for word in words if _has_one(word)]
    # One for each call: a stemmer is not to be shared among threads.
    by_language = [Stemmer(language).stemWords(stemmed) for language in _LANGUAGES]
    found = {word: frozenset(own) for word, *own in zip(stemmed, *by_language, strict=True)}
    return [found.get(word, frozenset()) for word in words]


def _has_one(word: str) -> bool:
    return len(word) >= _LEAST and word.isalpha()
