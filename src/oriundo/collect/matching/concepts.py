"""What the words of the language stand for: form -> comparable words, from `lexicon/`.

"asociación", "association" and "asoc." are `k:association`; "Zacatecas" is `@MX-ZAC`.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from oriundo.base.core.text import fold
from oriundo.base.places.names import country_name, country_of_division, division_forms
from oriundo.collect.matching import lexicon
from oriundo.collect.matching.spelling import Speller

KIND = "k:"
PLACE = "@"
SHORT = 3
LONG_PLACE = 8


@cache
def concepts() -> tuple[dict[str, tuple[str, ...]], dict[str, dict[str, int]]]:
    """Form -> comparable words; and, for forms of several words, the first word -> the second ->
    the most words of any form that begins with these two.

    Everyday words yield to all others: "montana" is the state.
    """
    forms = {**lexicon.everyday_words(), **field()}
    for short, full in lexicon.abbreviations().items():
        expanded = tuple(w for part in full.split() for w in forms.get(part, (part,)))
        forms.setdefault(short, forms.get(full, expanded))
    beginnings: dict[str, dict[str, int]] = defaultdict(dict)
    for first, second, *rest in (form.split() for form in forms if " " in form):
        seconds = beginnings[first]
        seconds[second] = max(seconds.get(second, 0), 2 + len(rest))
    return forms, dict(beginnings)


@cache
def field() -> dict[str, tuple[str, ...]]:
    """Form -> comparable words, of the words that belong to the field: kinds, what organizations
    do and for whom, peoples, countries and their divisions."""
    forms: dict[str, tuple[str, ...]] = {}
    for code, names in division_forms().items():
        forms.update({n: (f"{PLACE}{code}",) for n in names if len(n) > 3 and not _of_saint(n)})
    for form, code in country_forms().items():
        forms[form] = (f"{PLACE}{code}",)
    forms.update({form: (concept,) for form, concept in lexicon.translations().items()})
    forms.update({form: (f"{PLACE}{code}",) for form, code in lexicon.demonyms().items()})
    for form, kind in lexicon.kinds().items():
        forms[form] = (f"{KIND}{kind.concept}", *filter(None, (kind.also,)))
    return forms


def _of_saint(place: str) -> bool:
    """ "San José" and "Santa Ana" are departments, and a thousand towns."""
    saints = ("san", "santa", "santo", "saint")
    return place.count(" ") == 1 and place.split(" ", 1)[0] in saints


@cache
def speller() -> Speller:
    """Mends the words of kinds, translations and demonyms, and those of countries and divisions
    that are long: short ones are too near to other names ("Marina", "Cameron"). Everyday words are
    no errors, and none is mended into one: a town called "Palmar" is no palm."""
    known, _ = concepts()
    tables = (lexicon.kinds(), lexicon.translations(), lexicon.demonyms())
    language = sorted({form for table in tables for form in table})
    places = (*country_forms(), *(form for forms in division_forms().values() for form in forms))
    meanings: dict[str, tuple[str, ...]] = {w: (w,) for form in language for w in form.split()}
    meanings.update({w: (w,) for form in places for w in form.split() if len(w) >= LONG_PLACE})
    meanings.update({word: known[word] for word in meanings if word in known})
    right = {word for form in known for word in form.split()}
    return Speller(meanings, right | lexicon.words("stop_words") | lexicon.words("no_errors"))


@cache
def spellings() -> dict[str, tuple[str, ...]]:
    """Comparable word of the language -> the single words that lists write it with."""
    written: dict[str, list[str]] = defaultdict(list)
    for form, words in concepts()[0].items():
        if " " not in form and len(words) == 1 and len(form) > SHORT:
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
