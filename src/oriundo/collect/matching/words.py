"""A name as comparable words: folded, abbreviations expanded, Spanish, English and French made one.

"Federación de Clubes Zacatecanos del Sur de California" and "Federation of Zacatecan Clubs of
Southern California" give the same words: `k:federation k:club @MX-ZAC south @US-CA`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from oriundo.base.core.text import fold
from oriundo.base.places.names import country_name, country_of_division, division_forms
from oriundo.collect.matching import lexicon
from oriundo.collect.matching.spelling import Speller

KIND = "k:"
PLACE = "@"
_SHORT = 3
_LONG_PLACE = 8
_IN_BRACKETS = re.compile(r"[(\[]([^)\]]{1,60})[)\]]")
_ACRONYM = re.compile(r"^[A-ZÁÉÍÓÚÑ][A-ZÁÉÍÓÚÑ.&-]{1,11}$")
_POSSESSIVE = re.compile(r"['\u2019]s\b", re.IGNORECASE)
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}")


@dataclass(frozen=True, slots=True)
class Wording:
    """`words`: the comparable words in order; `forms`: the folded words that each came from;
    `plain`: all folded words without stop words and legal forms; `letters`: these joined;
    `acronym`: lower case, "" when the name holds none; `bag`: the words, each once; `own`: those
    that are as written, so neither of the language nor of a known place."""

    words: tuple[str, ...]
    forms: tuple[str, ...]
    plain: tuple[str, ...]
    letters: str
    acronym: str
    legal_form: str
    bag: frozenset[str]
    own: frozenset[str]


@lru_cache(maxsize=100_000)
def wording(name: str) -> Wording:
    """Read a name into comparable words."""
    text, acronym = _without_acronym(_title(name))
    text = _kind_first(text)
    spaced = _INITIALS.sub(lambda m: m.group().replace(".", "") + " ", _POSSESSIVE.sub("s", text))
    tokens = fold(spaced).split()
    tokens, legal = _without_legal_form(tokens)
    spell = _speller()
    words = _canonical([spell(token) for token in tokens])
    plain = tuple(t for t in tokens if t not in lexicon.words("stop_words"))
    return Wording(
        words=tuple(word for word, _ in words),
        forms=tuple(form for _, form in words),
        plain=plain,
        letters="".join(plain),
        acronym=acronym,
        legal_form=legal,
        bag=frozenset(word for word, _ in words),
        own=frozenset(word for word, form in words if word == form),
    )


def _without_acronym(name: str) -> tuple[str, str]:
    """The name without an acronym in brackets, and that acronym folded to one word."""
    found = ""
    for match in _IN_BRACKETS.finditer(name):
        inside = match.group(1).strip()
        if " " not in inside and (_ACRONYM.match(inside) or name.islower()):
            found = fold(inside).replace(" ", "")
            name = name.replace(match.group(), " ", 1)
    if not found and " " not in name.strip() and _ACRONYM.match(name.strip()):
        found = fold(name).replace(" ", "")
    return name, found


def _title(name: str) -> str:
    """The longest part of a page's title: "Club Jerez | Inicio" -> "Club Jerez"."""
    return max(name.split(" | "), key=len)


def _kind_first(name: str) -> str:
    """ "Pro Mejoras de Jerez, Comité" -> "Comité Pro Mejoras de Jerez": indexes turn names so."""
    head, comma, tail = name.rpartition(",")
    if comma and fold(tail) in lexicon.kinds():
        return f"{tail.strip()} {head}"
    return name


def _without_legal_form(tokens: list[str]) -> tuple[list[str], str]:
    """Legal forms dropped from the end (and stop words left hanging by that)."""
    legal = ""
    forms = lexicon.words("legal_forms")
    while len(tokens) > 1:
        for size in (4, 3, 2, 1):
            tail = " ".join(tokens[-size:])
            if size < len(tokens) and tail in forms:
                legal = tail
                tokens = tokens[:-size]
                break
        else:
            break
    return tokens, legal


def _canonical(tokens: list[str]) -> list[tuple[str, str]]:
    """(comparable word, the folded words it came from), the longest known phrases first."""
    words: list[tuple[str, str]] = []
    concepts, starts = _concepts()
    stop = lexicon.words("stop_words")
    place = 0
    while place < len(tokens):
        token = tokens[place]
        for size in range(min(starts.get(token, 0), len(tokens) - place), 0, -1):
            phrase = " ".join(tokens[place : place + size])
            if phrase in concepts:
                words.extend((word, phrase) for word in concepts[phrase])
                place += size
                break
        else:
            if token not in stop:
                words.append((token, token))
            place += 1
    return words


@cache
def _concepts() -> tuple[dict[str, tuple[str, ...]], dict[str, int]]:
    """Form -> comparable words, and first word -> longest form that begins with it."""
    forms: dict[str, tuple[str, ...]] = {}
    for code, names in division_forms().items():
        forms.update({name: (f"{PLACE}{code}",) for name in names if len(name) > 3})
    for form, code in country_forms().items():
        forms[form] = (f"{PLACE}{code}",)
    forms.update({form: (concept,) for form, concept in lexicon.translations().items()})
    forms.update({form: (f"{PLACE}{code}",) for form, code in lexicon.demonyms().items()})
    forms.update({form: (f"{KIND}{kind.concept}",) for form, kind in lexicon.kinds().items()})
    for short, full in lexicon.abbreviations().items():
        expanded = tuple(w for part in full.split() for w in forms.get(part, (part,)))
        forms.setdefault(short, forms.get(full, expanded))
    return forms, lexicon.first_words(*sorted(forms))


@cache
def _speller() -> Speller:
    """Mends the words of kinds, translations and demonyms, and those of countries and divisions
    that are long: short ones are too near to other names ("Marina", "Cameron")."""
    concepts, _ = _concepts()
    tables = (lexicon.kinds(), lexicon.translations(), lexicon.demonyms())
    language = sorted({form for table in tables for form in table})
    places = (*country_forms(), *(form for forms in division_forms().values() for form in forms))
    meanings: dict[str, tuple[str, ...]] = {w: (w,) for form in language for w in form.split()}
    meanings.update({w: (w,) for form in places for w in form.split() if len(w) >= _LONG_PLACE})
    meanings.update({word: concepts[word] for word in meanings if word in concepts})
    known = {word for form in concepts for word in form.split()}
    return Speller(meanings, known | lexicon.words("stop_words") | lexicon.words("no_errors"))


@cache
def spellings() -> dict[str, tuple[str, ...]]:
    """Comparable word of the language -> the single words that lists write it with."""
    written: dict[str, list[str]] = defaultdict(list)
    for form, words in _concepts()[0].items():
        if " " not in form and len(words) == 1 and len(form) > _SHORT:
            written[words[0]].append(form)
    return {word: tuple(forms) for word, forms in written.items()}


@cache
def country_forms() -> dict[str, str]:
    """Folded names of the countries and regions that demonyms are known for -> code."""
    from_divisions = {country_of_division(code) for code in division_forms()}
    codes = {c for c in lexicon.demonyms().values() if "-" not in c or c.startswith("REG")}
    return {
        form: code
        for code in sorted(codes | from_divisions)
        for form in _names_of(code)
        if len(form) > 3
    }


def _names_of(code: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(country_name(code, lang)) for lang in ("es", "en", "fr")))
