"""Acronyms made as organizations make them: of first letters, and of first syllables."""

from __future__ import annotations


def stands_for(acronym: str, words: tuple[str, ...]) -> bool:
    """An acronym made of the beginnings of `words` in order: "cotsa" of "comunidades
    transnacionales salvadorenas". Every word gives at least a letter; at most one is passed over.
    """
    if len(acronym) < 3 or len(words) < 2 or len(words) > len(acronym) + 1:
        return False
    return _spelled(acronym, words, 1)


def _spelled(acronym: str, words: tuple[str, ...], passes: int) -> bool:
    """`acronym` is made of `words` in order, of which `passes` may be passed over."""
    if not acronym:
        return len(words) <= passes
    if not words:
        return False
    most = _common_beginning(acronym, words[0])
    if any(_spelled(acronym[size:], words[1:], passes) for size in range(most, 0, -1)):
        return True
    return passes > 0 and _spelled(acronym, words[1:], passes - 1)


def _common_beginning(one: str, other: str) -> int:
    for place, (first, second) in enumerate(zip(one, other, strict=False)):
        if first != second:
            return place
    return min(len(one), len(other))
