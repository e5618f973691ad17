"""The languages that people write in a cell, as codes of ISO 639: of two letters where there is
one, else of three. Where ISO has codes for variants only, or for a family, one stands for all."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

from babel import Locale

from oriundo.collect.sources.normalizing.text import folded

_PARTS = re.compile(r"[;|\n,/+()\[\]]|\s+(?:y|e|and|et|&|-|–)\s+", re.IGNORECASE)
# Words around the name of a language that do not belong to it.
_AROUND = re.compile(r"^(?:idioma|lengua|lenguaje|variante|dialecto)s?\s+|\s+languages?$")
# Of several variants ("mixteco de la costa") the language is kept.
_VARIANT = re.compile(r"\s+(?:de|del|of|alto|bajo|central)\b.*$")


def language_codes(text: str) -> tuple[str, ...]:
    """The codes of the languages that a cell names, in order; what is no language is left out.

    "Español/Inglés" gives es, en; "mixteco de la costa" gives mix.
    """
    parts = _PARTS.split(text)
    codes = (_code(folded(part)) for part in parts)
    return tuple(dict.fromkeys(code for code in codes if code))


def language_name(code: str, language: str) -> str:
    """What a language is called in Spanish ("es") or English ("en"); its code when unknown."""
    own = _own().get(code)
    if own:
        return own[language]
    return str(Locale.parse(language).languages.get(code, code))


def _code(words: str) -> str:
    known = _known()
    for form in (words, _AROUND.sub("", words), _VARIANT.sub("", _AROUND.sub("", words))):
        if form in known:
            return known[form]
    return ""


@cache
def _own() -> dict[str, dict[str, str]]:
    text = files("oriundo.collect.sources.normalizing").joinpath("languages.csv")
    rows = csv.DictReader(text.read_text("utf-8").splitlines())
    return {row["code"]: row for row in rows}


@cache
def _known() -> dict[str, str]:
    """Folded name or code → code: ours before those that every language has of all others."""
    found: dict[str, str] = {}
    for code, row in _own().items():
        names = (code, row["es"], row["en"], *row["other"].split("|"))
        found |= {folded(name): code for name in names if name}
    for language in ("es", "en", "fr", "pt"):
        for code, name in Locale.parse(language).languages.items():
            if len(code) <= 3:
                found.setdefault(folded(str(name)), code)
                found.setdefault(code, code)
    return found
