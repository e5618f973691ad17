"""Telephone numbers as E.164, from cells that hold one, several, or one with an extension."""

from __future__ import annotations

import re
from functools import lru_cache

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

from oriundo.collect.sources.faults import Fault

# Country calling code 1: ten digits, the area and the exchange never begin with 0 or 1.
NANP = frozenset(["US", "CA", "PR", "DO", "JM", "BS", "BB", "TT"])
_NANP_NUMBER = re.compile(
    r"(?<![\d+])(?:\+?1[\s.\-–/]*)?\(?\s*([2-9]\d{2})\s*\)?[\s.\-–/]*([2-9]\d{2})[\s.\-–/]*(\d{4})(?!\d)"
)
USUAL_NUMBER = r"^(?:\+?1[\s.-]?)?\(?([2-9]\d{2})\)?[\s./-]*([2-9]\d{2})[\s./-]*(\d{4})$"
"""The usual case: one North American number and nothing else, its digits in three groups."""
_USUAL_NUMBER = re.compile(USUAL_NUMBER, re.ASCII)
# Written as only North Americans write, where the row does not tell the country.
_NANP_STYLE = re.compile(
    r"(?<![\d+])(?:\+?1[\s.-]*)?(?:\([2-9]\d{2}\)\s*-?\s*|[2-9]\d{2}[./-])[2-9]\d{2}[.\s-]?\d{4}(?!\d)"
)
_EXTENSION = re.compile(
    r"[,;]?\s*\(?(?<![^\W\d_])(?:extensi[oó]n|ext|extn|exts|anexo|poste|interno|int|x)"
    r"\s*[.:#]?\s*\d{1,6}\b(?:\s*(?:y|o|and|or|,|/)\s*\d{1,5}\b(?![-.\s]*\d))*\)?",
    re.IGNORECASE,
)
_APART = re.compile(r"[;|\n]|\s/\s|,|\s+(?:y|o|and|or|et|ou|/)\s+|/(?=\s*[+(]?\d{6,})", re.I)
_NO_DIGIT = re.compile(r"\D+")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_SHORTEST = 7

Read = tuple[tuple[str, ...], tuple[Fault, ...]]


def phones_in(text: str, *, country: str, column: str) -> Read:
    """The E.164 numbers in a cell, in order; extensions and words between them are dropped.

    `country` is an ISO 3166-1 alpha-2 code or "". Without it only numbers with a country code or
    written in the North American way are read. A piece with seven digits or more that gives no
    number is a fault; words and short numbers beside a number are not.
    """
    usual = _USUAL_NUMBER.fullmatch(text) if country in NANP else None
    if usual:
        return ("+1" + "".join(usual.groups()),), ()
    text = _EXTENSION.sub(" ", text)
    if country in NANP or (not country and _NANP_STYLE.search(text)):
        numbers, rest = _north_american(text)
    else:
        numbers, rest = (), text
    faults: list[Fault] = []
    if rest.strip(" \t\r\n;,./()-"):
        more, faults = _others(rest, country, column)
        numbers += more
    if not numbers and not faults and text.strip(" ;,./()-"):
        faults = [Fault("phone", column, text.strip())]
    return tuple(dict.fromkeys(numbers)), tuple(faults)


def _north_american(text: str) -> tuple[tuple[str, ...], str]:
    """The fast path: numbers of ten digits, and what is left of the text without them."""
    numbers = tuple(f"+1{a}{b}{c}" for a, b, c in _NANP_NUMBER.findall(text))
    return numbers, _NANP_NUMBER.sub(" ", text) if numbers else text


def _others(text: str, country: str, column: str) -> tuple[tuple[str, ...], list[Fault]]:
    numbers: list[str] = []
    faults: list[Fault] = []
    for piece in _APART.split(text):
        if len(_NO_DIGIT.sub("", piece)) < _SHORTEST:
            continue
        number = _parsed(_WORDS.sub(" ", piece).strip(" .:-"), country)
        if number:
            numbers.append(number)
        else:
            code = "phone" if country or "+" in piece else "phone-country"
            faults.append(Fault(code, column, piece.strip()))
    return tuple(numbers), faults


@lru_cache(maxsize=16_384)
def _parsed(text: str, country: str) -> str:
    """E.164, or "" when it is no valid number of the country nor has its own country code."""
    if text.startswith("00"):
        text = "+" + text[2:]
    try:
        number = phonenumbers.parse(text, country or None)
    except NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(number):
        return _without_old_prefix(text, country)
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def _without_old_prefix(text: str, country: str) -> str:
    """Mexican numbers with the prefixes that were abolished in 2019: 044, 045, 01, +52 1."""
    digits = _NO_DIGIT.sub("", text)
    if country == "MX" or text.startswith("+52"):
        national = re.sub(r"^(?:52)?(?:044|045|01|1)?(?=\d{10}$)", "", digits)
        bare = f"+52{national}"
        if len(national) == 10 and text != bare:
            return _parsed(bare, "MX")
    return ""
