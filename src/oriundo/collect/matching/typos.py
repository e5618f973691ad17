"""Which words of two names are one word mistyped, cut or joined."""

from __future__ import annotations

from rapidfuzz.distance import OSA, Indel

from oriundo.collect.matching.profiles import Rarity
from oriundo.collect.matching.words import Wording, spellings

_SAME_LETTERS = 0.9
_SHORT_FORM = 3
_LONGEST_CUT = 4
_MOST_ERRORS = 2
_SAME_REST = 0.75
_FEW = 3
_MANY = 200
_RATIO = 20


def misspelled(
    left: dict[str, str], right: dict[str, str], rarity: Rarity
) -> list[tuple[str, str]]:
    """Pairs of words that differ by a typing error or a cut, the closest first, each word once."""
    close = sorted(
        (distance, one, other)
        for one, form in left.items()
        for other, other_form in right.items()
        if (distance := _distance(one, form, other, other_form, rarity)) is not None
    )
    pairs: list[tuple[str, str]] = []
    used: set[str] = set()
    for _, one, other in close:
        if one not in used and other not in used:
            pairs.append((one, other))
            used.update((one, other))
    return pairs


def _distance(one: str, form: str, other: str, other_form: str, rarity: Rarity) -> int | None:
    """Typing errors between two words as written; None when they are two different words.

    An abbreviation (a word that begins the other) counts as one error. Two words that are both
    known (of the lexicon, or held by several records) are never errors of one another.
    """
    short, long = (form, other_form) if len(form) <= len(other_form) else (other_form, form)
    if len(short) < _SHORT_FORM or len(long) < _SHORT_FORM + 1:
        return None
    own = (one == form, other == other_form)
    if own == (False, False):
        return None
    if all(own) and len(short) > _LONGEST_CUT and len(long) - len(short) > _MOST_ERRORS:
        return None
    if len(short) <= _LONGEST_CUT and len(long) > len(short) + 1 and long.startswith(short):
        return 1 if short in (one, other) else None
    if _both_known(_known(one, form, rarity), _known(other, other_form, rarity)):
        return None
    if not all(own) and _one_error(*((other, form) if own[0] else (one, other_form))):
        return 1
    allowed = 1 if len(short) < 7 else _MOST_ERRORS
    if len(long) - len(short) > allowed:
        return None
    distance = OSA.distance(short, long, score_cutoff=allowed)
    return distance if distance <= allowed and not (_digits(short) or _digits(long)) else None


def _one_error(known: str, written: str) -> bool:
    """`written` is one error away from some spelling of a word of the language: one name has
    "cívica" and the other "cvic", which is "civic" mistyped."""
    return len(written) > _SHORT_FORM and any(
        way[0] == written[0] and OSA.distance(written, way, score_cutoff=1) <= 1
        for way in spellings().get(known, ())
        if abs(len(way) - len(written)) < 2
    )


def _known(word: str, form: str, rarity: Rarity) -> int:
    """How many records hold a word; words of the lexicon count as held by many."""
    return rarity.counts[word] if word == form else _MANY


def _both_known(one: int, other: int) -> bool:
    """Both words are used too often, and too nearly as often, for one to be an error."""
    rarer, commoner = (one, other) if one < other else (other, one)
    return rarer > _FEW and rarer * _RATIO > commoner


def same_letters(
    a: Wording, b: Wording, left: dict[str, str], right: dict[str, str], rarity: Rarity
) -> bool:
    """The names are nearly the same letters in the same order (words joined, split or mistyped).

    The words left over on one side must be rare: errors are, other words need not be.
    """
    if min(len(a.letters), len(b.letters)) < 10:
        return False
    if Indel.normalized_similarity(a.letters, b.letters, score_cutoff=_SAME_LETTERS) == 0:
        return False
    if _digits(a.letters) != _digits(b.letters):
        return False
    rest = ["".join(sorted(side.values())) for side in (left, right)]
    if all(rest) and Indel.normalized_similarity(*rest) < _SAME_REST:
        return False
    return any(all(rarity.counts[w] <= _FEW for w in side) for side in (left, right))


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())
