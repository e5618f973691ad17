"""Stems of words in Spanish and in English, by Snowball."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

_LANGUAGES = ("spanish", "english")
_LEAST = 4


def stems(words: Sequence[str]) -> list[frozenset[str]]:
    """The stems of each folded word in either language; a word of three letters, or with a
    figure, has none.

    >>> sorted(stems(["clubes"])[0])
    ['club']
    """
    stemmed = [word for word in words if _has_one(word)]
    text = " ".join(stemmed)
    by_language = [_analyzer(language).analyze(text) for language in _LANGUAGES]
    found = {word: frozenset(own) for word, *own in zip(stemmed, *by_language, strict=True)}
    return [found.get(word, frozenset()) for word in words]


def _has_one(word: str) -> bool:
    return len(word) >= _LEAST and word.isalpha()


@cache
def _analyzer(language: str) -> TextAnalyzer:
    stemmer = Filter.stemmer(language)
    return TextAnalyzerBuilder(Tokenizer.whitespace()).filter(stemmer).build()
