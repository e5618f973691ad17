"""A name as comparable words: folded, abbreviations expanded, Spanish, English and French made one.

"Federación de Clubes Zacatecanos del Sur de California" and "Federation of Zacatecan Clubs of
Southern California" give the same words: `k:federation k:club @MX-ZAC south @US-CA`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from oriundo.base.core.text import fold
from oriundo.collect.matching import lexicon
from oriundo.collect.matching.concepts import (
    KIND,
    LONG_PLACE,
    PLACE,
    SHORT,
    concepts,
    field,
    speller,
)
from oriundo.collect.matching.spelling import misread_articles

_RUN_TOGETHER = 8
_IN_BRACKETS = re.compile(r"[(\[]([^)\]]{1,60})[)\]]")
_ACRONYM = re.compile(r"^[A-ZÁÉÍÓÚÑ][A-ZÁÉÍÓÚÑ\d.&-]{1,11}$")
_POSSESSIVE = re.compile(r"['\u2019]s\b", re.IGNORECASE)
_CAPITAL_WITHIN = re.compile(r"(?<=[a-záéíóúñ])(?=[A-ZÁÉÍÓÚÑ])|#|(?<=[a-z]),(?=[A-Z])")
_EXEMPT = re.compile(r"\b\d{3}\s?[(.-]?\s?c\s?[).-]{0,2}\s?[(.-]?\s?3\b\)?", re.IGNORECASE)
_ORDINAL = re.compile(r"\d+(st|nd|rd|th|er|ro|ra|do|da|to|ta|mo|ma|vo|va|no|na|o|a|e|eme)$")
_MISREAD = str.maketrans("0145689", "olasobg")
_LEAST_LETTERS = 3
_CODES = (KIND, PLACE)
_NO_PHRASE: Mapping[str, int] = {}
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}")


class Wording(NamedTuple):
    """`words`: the comparable words in order; `forms`: the folded words that each came from;
    `plain`: all folded words without stop words and legal forms; `acronym`: lower case, "" when
    the name holds none; `legal_form`: "" when there is none."""

    words: tuple[str, ...]
    forms: tuple[str, ...]
    plain: tuple[str, ...]
    acronym: str
    legal_form: str

    @property
    def bag(self) -> frozenset[str]:
        """The comparable words, each once."""
        return frozenset(self.words)

    @property
    def literal(self) -> tuple[str, ...]:
        """The comparable words, but everyday ones as written: towns ("Los Pinos") are called so in
        every language, and "El Roble" is not "El Encino"."""
        field = lexicon.concepts_of_the_field()
        pairs = zip(self.words, self.forms, strict=True)
        return tuple(
            [word if word in field or word.startswith(_CODES) else form for word, form in pairs]
        )

    @property
    def own(self) -> frozenset[str]:
        """The words that are as written, so neither of the language nor of a known place."""
        return frozenset(w for w, form in zip(self.words, self.forms, strict=True) if w == form)


def wording(name: str) -> Wording:
    """Read a name into comparable words."""
    text, acronym = _without_acronym(_title(name))
    tokens = [token for chunk in _kind_first(text).split() for token in _tokens(chunk)]
    tokens, legal = _without_legal_form(tokens)
    words, forms = _canonical(tokens)
    plain = tuple([token.text for token in tokens if not token.stop])
    return Wording(tuple(words), tuple(forms), plain, acronym, legal)


class _Token(NamedTuple):
    """A folded word; `spelled`: mended when mistyped; `stop`: it tells nothing; `then`: the words
    that follow it in known phrases, with the most words of such a phrase; `alone`: what it stands
    for without the next words, None when it is no word of the language."""

    text: str
    spelled: str
    stop: bool
    then: Mapping[str, int]
    alone: tuple[str, ...] | None


@lru_cache(maxsize=1_000_000)
def _tokens(chunk: str) -> tuple[_Token, ...]:
    """The words of a piece of text without spaces; every piece is looked at once.

    "A.C." is one word; "women's" is "womens".
    """
    chunk = _saint(_parted(chunk))
    chunk = _POSSESSIVE.sub("s", chunk) if "'" in chunk or "\u2019" in chunk else chunk
    chunk = (
        _INITIALS.sub(lambda m: m.group().replace(".", "") + " ", chunk) if "." in chunk else chunk
    )
    words = [word for text in fold(chunk).split() for word in _run_together(text)]
    return tuple(map(_token, words))


def _run_together(text: str) -> tuple[str, ...]:
    """Two words of the language written as one, with a letter between them or without:
    "asociacionmexicana", "organizacionicomunitaria"."""
    if len(text) < _RUN_TOGETHER or text in concepts()[0]:
        return (text,)
    known = field()
    for cut in range(SHORT + 1, len(text) - SHORT):
        if text[:cut] in known:
            rest = next((r for r in (text[cut:], text[cut + 1 :]) if len(r) > 2 and r in known), "")
            if rest:
                return (text[:cut], rest)
    return (text,)


def _parted(chunk: str) -> str:
    """ "#ClubSocialJerez" -> "Club Social Jerez"; "McAllen" and "DeLand" stay as they are."""
    if chunk.islower() or chunk.isupper() or len(chunk) < LONG_PLACE:
        return chunk
    parts = _CAPITAL_WITHIN.sub(" ", chunk)
    return parts if chunk.startswith("#") or parts.count(" ") > 1 else chunk


def _saint(chunk: str) -> str:
    """ "S. Francisco" is a saint; so is "S.Francisco"."""
    return f"san {chunk[2:]}" if chunk.startswith("S.") and len(chunk.split(".")) < 3 else chunk


def _token(text: str) -> _Token:
    spelled = speller()(_letters_for_digits(text))
    stop = lexicon.words("stop_words")
    known, beginnings = concepts()
    then = beginnings.get(spelled, _NO_PHRASE)
    return _Token(text, spelled, text in stop or spelled in stop, then, known.get(spelled))


def _letters_for_digits(text: str) -> str:
    """ "c0ncordia" -> "concordia", "5an" -> "san": what machines that read paper take for digits.

    "3rd", "12a" and "mp3" stay: they are ordinals, or hold too few letters to be words.
    """
    if text.isalpha() or _ORDINAL.match(text):
        return text
    if text[1:].isalpha() and text[1:].isascii() and len(text) == _LEAST_LETTERS:
        return text.translate(_MISREAD) if text.translate(_MISREAD) in concepts()[0] else text
    return text.translate(_MISREAD) if sum(map(str.isalpha, text)) >= _LEAST_LETTERS else text


def _without_acronym(name: str) -> tuple[str, str]:
    """The name without an acronym in brackets, and that acronym folded to one word."""
    found = ""
    for match in _IN_BRACKETS.finditer(name) if "(" in name or "[" in name else ():
        inside = match.group(1).strip()
        if " " not in inside and len(inside) > 1 and (_ACRONYM.match(inside) or name.islower()):
            found = fold(inside).replace(" ", "")
            name = name.replace(match.group(), " ", 1)
    if not found and " " not in name.strip() and _ACRONYM.match(name.strip()):
        found = fold(name).replace(" ", "")
    return name, found


def _title(name: str) -> str:
    """The longest part of a page's title: "Club Jerez | Inicio" -> "Club Jerez"; and an exemption
    from tax, however mistyped ("051(c)(3)"), as one word."""
    name = _EXEMPT.sub(" 501c3", name) if "3" in name else name
    return max(name.split(" | "), key=len) if "|" in name else name


def _kind_first(name: str) -> str:
    """ "Pro Mejoras de Jerez, Comité" -> "Comité Pro Mejoras de Jerez": indexes turn names so.

    What stands after such a comma may end in a legal form ("Jerez, Club, A.C.").
    """
    if "," not in name:
        return name
    head, _, tail = name.rpartition(",")
    ending = ""
    if _is_legal(tail):
        ending = tail
        head, _, tail = head.rpartition(",")
    words = fold(tail).split()
    while words and head:
        if " ".join(words) in lexicon.kinds():
            return f"{' '.join(words)} {head} {ending}"
        words = words[:-1] if _is_legal(words[-1]) else []
    return name


def _is_legal(text: str) -> bool:
    return fold(text) in lexicon.words("legal_forms")


def _without_legal_form(tokens: list[_Token]) -> tuple[list[_Token], str]:
    """Legal forms dropped from the end: "A.C.", "Inc.", and "Ibc" or "A.CC." mistyped."""
    legal = ""
    endings = _legal_endings()
    while len(tokens) > 1 and tokens[-1].text in endings:
        for size in range(min(endings[tokens[-1].text], len(tokens) - 1), 0, -1):
            tail = " ".join(token.text for token in tokens[-size:])
            if tail in lexicon.words("legal_forms"):
                legal = tail
                tokens = tokens[:-size]
                break
        else:
            break
    if not legal and len(tokens) > 2 and _mistyped_legal_form(tokens[-1].text):
        return tokens[:-1], tokens[-1].text
    return tokens, legal


@cache
def _legal_endings() -> dict[str, int]:
    """Last word of a legal form -> the most words of any form that ends with it."""
    longest: dict[str, int] = defaultdict(int)
    for form in lexicon.words("legal_forms"):
        parts = form.split()
        longest[parts[-1]] = max(longest[parts[-1]], len(parts))
    return dict(longest)


@lru_cache(maxsize=100_000)
def _mistyped_legal_form(text: str) -> bool:
    """A last word of three or four letters that is no word of the language, and a legal form
    but for one letter, exchanged for another or with its neighbor ("ibc", "icn")."""
    if not 2 < len(text) < 5 or text in concepts()[0] or text in lexicon.words("stop_words"):
        return False
    return any(
        len(form) == len(text) and OSA.distance(text, form) == 1
        for form in lexicon.words("legal_forms")
    )


def _canonical(tokens: list[_Token]) -> tuple[list[str], list[str]]:
    """The comparable words, and the folded words each came from, the longest phrases first."""
    words: list[str] = []
    forms: list[str] = []
    count, place = len(tokens), 0
    while place < count:
        _, spelled, stop, then, alone = tokens[place]
        size = 0
        if then and place + 1 < count and (longest := then.get(tokens[place + 1].spelled)):
            size = _phrase(tokens, place, longest, words, forms)
        if not size:
            if alone is not None:
                words.extend(alone)
                forms.extend([spelled] * len(alone))
            elif not stop and not (len(spelled) < 5 and _stray(spelled, place, count)):
                words.append(spelled)
                forms.append(spelled)
        place += size or 1
    return words, forms


def _phrase(
    tokens: list[_Token], place: int, longest: int, words: list[str], forms: list[str]
) -> int:
    """Add what the longest phrase of two or more words that begins at a place stands for; its
    length, 0 where there is none. "Saint John" stands for two words, and each has its own form."""
    known = concepts()[0]
    for size in range(min(longest, len(tokens) - place), 1, -1):
        phrase = " ".join([token.spelled for token in tokens[place : place + size]])
        if (found := known.get(phrase)) is not None:
            words.extend(found)
            own = [token.spelled for token in tokens[place : place + size] if not token.stop]
            each = len(own) == len(found) and not found[0].startswith(KIND)
            forms.extend(own if each else [phrase] * len(found))
            return size
    return 0


def _stray(word: str, place: int, count: int) -> bool:
    """A single letter inside a name is what a typing error left of "de" or "of", and "cle" what a
    machine read for "de"; at its ends it may tell one from another ("Plan B", "DC")."""
    return 0 < place < count - 1 and (
        (len(word) == 1 and word.isalpha()) or word in misread_articles()
    )
