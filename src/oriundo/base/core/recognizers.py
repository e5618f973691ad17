"""Finding in free text what is never stored, and what is not published without asking.

Identity numbers, cards, telephone numbers, addresses of email, and words about migration status.
A finding says where, never what: its text is not to be logged or kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """`kind` of datum found in text[start:end]."""

    start: int
    end: int
    kind: str


def _luhn(text: str) -> bool:
    """Whether the digits pass the check of payment cards (ISO/IEC 7812)."""
    digits = [int(c) for c in text if c.isdigit()]
    doubled = [d if i % 2 == 0 else d * 2 - 9 * (d > 4) for i, d in enumerate(reversed(digits))]
    return len(set(digits)) > 1 and sum(doubled) % 10 == 0


def _dpi(text: str) -> bool:
    """Whether 13 digits are a CUI of Guatemala: check digit, department 1 to 22."""
    digits = [int(c) for c in text if c.isdigit()]
    check = sum(d * (i + 2) for i, d in enumerate(digits[:8])) % 11
    return check == digits[8] and 1 <= digits[9] * 10 + digits[10] <= 22


def _no_years(text: str) -> bool:
    """Whether 8 digits are not two years: 1998-2014."""
    years = re.findall(r"\d{4}", text)
    return not (len(years) == 2 and all(1800 <= int(y) <= 2100 for y in years))


def _long_enough(text: str) -> bool:
    digits = sum(c.isdigit() for c in text)
    return 10 <= digits <= 15


def _always(_text: str) -> bool:
    return True


_PASSPORT_WORDS = r"(?:passport|pasaporte|passaporte|passeport|paspò|paspo)"
_STATUS_WORDS = (
    r"indocumentad[oa]s?|undocumented|sin\s+papeles|sin\s+documentos\s+migratorios|sans[-\s]papiers?"
    r"|sem\s+(?:papéis|papeis|documentos)|san\s+papye"
    r"|(?:estatus|status|situación|situacion|condición|condicion|calidad|situação)\s+"
    r"(?:migratori[oa]|imigratóri[oa])|(?:immigration|migration|migratory)\s+status"
    r"|statut\s+(?:migratoire|d['’]immigration)"
    r"|migrantes?\s+(?:irregular(?:es)?|ilegal(?:es)?)|(?:illegal|unauthorized)\s+(?:im)?migrants?"
    r"|illegal\s+aliens?|(?:green\s+card|DACA|TPS)\s+(?:holders?|recipients?|beneficiari\w+)"
    r"|beneficiari[oa]s?\s+(?:de\s+)?(?:DACA|TPS)"
)
_PATTERNS: tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...] = tuple(
    (kind, re.compile(pattern, flags), check)
    for kind, pattern, flags, check in (
        ("email", r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}", 0, _always),
        ("curp", r"\b[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d\b", re.I, _always),
        ("rfc", r"\b[A-ZÑ&]{4}-?\d{6}-?[A-Z0-9]{3}\b", re.I, _always),
        (
            "passport",
            rf"{_PASSPORT_WORDS}\W*(?:(?:number|no|num|núm|número|numero|n[°º])\b\W*)?(?:\w+\W+)?"
            r"\b(?=\w*\d{4})[A-Z]{0,3}-?\d{6,9}\b",
            re.I,
            _always,
        ),
        ("ssn", r"\b(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}\b", 0, _always),
        (
            "ssn",
            r"\b(?:SSN|social security(?: number| no\.?)?|seguro social)\W{0,3}"
            r"\d{3}[ -]?\d{2}[ -]?\d{4}\b",
            re.I,
            _always,
        ),
        ("a_number", r"\bA[-# ]{0,2}\d{3}[- ]?\d{3}[- ]?\d{2,3}\b", 0, _always),
        (
            "a_number",
            r"\b(?:A-?number|alien (?:registration )?number|USCIS)\W{0,4}"
            r"\d{3}[- ]?\d{3}[- ]?\d{2,3}\b",
            re.I,
            _always,
        ),
        ("rtn", r"\b[01]\d{3}-?\d{4}-?\d{6}\b", 0, _always),
        ("card", r"\b\d(?:[ -]?\d){12,18}\b", 0, _luhn),
        ("dpi", r"\b\d{4}[ -]?\d{5}[ -]?\d{4}\b", 0, _dpi),
        ("dpi", r"\b(?:DPI|CUI)\W{0,5}\d{4}[ -]?\d{5}[ -]?\d{4}\b", re.I, _always),
        ("dui", r"\b\d{8}-\d\b", 0, _always),
        ("dui", r"\bDUI\W{0,5}\d{8}-?\d\b", re.I, _always),
        ("phone", r"(?<![\w.])(?:\+|00)?\(?\d[\d ().-]{7,}\d\b", 0, _long_enough),
        ("phone", r"(?<![\w.-])[267]\d{3}[- ]\d{4}(?![\w-])", 0, _no_years),
        ("phone", r"(?<![\w.-])[2-9]\d{2}[-.]\d{4}(?![\w-])", 0, _always),
        ("status", rf"\b(?:{_STATUS_WORDS})\b", re.I, _always),
    )
)
_WORTH_A_LOOK = re.compile(rf"\d{{3}}|@|{_STATUS_WORDS}", re.I)


def findings(text: str) -> tuple[Finding, ...]:
    """What stands in `text`, in order, without overlaps; the more specific kind wins.

    Kinds: a_number, curp, rfc (of a person), dui, dpi, rtn, ssn, passport, card, phone, email,
    and status (words about migration status).
    """
    if not _WORTH_A_LOOK.search(text):
        return ()
    found: list[Finding] = []
    for kind, pattern, check in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            free = all(end <= other.start or other.end <= start for other in found)
            if free and check(match.group()):
                found.append(Finding(start, end, kind))
    return tuple(sorted(found))
