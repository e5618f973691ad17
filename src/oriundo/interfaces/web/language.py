"""Numbers, dates and the ends of sentences in the reader's language.

Spanish numbers and dates are those of Mexico and Central America ("1,014", "3 de mayo de 2026"),
not those of Spain.
"""

from __future__ import annotations

from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from django.utils.translation import get_language

_REGIONAL = {"es": "es_419", "en": "en_US"}


def current() -> str:
    """The reader's language: "es" or "en"."""
    return "es" if (get_language() or "").startswith("es") else "en"


def sentence(text: str) -> str:
    """A reason as a line of its own: it begins with a capital and ends with a full stop."""
    if not text:
        return ""
    return f"{text[0].upper()}{text[1:]}{'' if text.endswith(('.', '!', '?')) else '.'}"


def number(value: float) -> str:
    """1014 → "1,014"."""
    return str(format_decimal(value, locale=_REGIONAL[current()]))


def rounded(value: float) -> str:
    """A number with two figures that count, when it is small: 0.0123 → "0.012", 35.2 → "35"."""
    locale = _REGIONAL[current()]
    return str(format_decimal(value, format="@@#" if value < 1 else "#,##0.#", locale=locale))


def percent(value: float) -> str:
    """A share from 0 to 1, with one decimal: 0.3584 → "35.8%"."""
    return str(format_percent(value, format="#,##0.0%", locale=_REGIONAL[current()]))


def day(value: date) -> str:
    """A date in words: "May 3, 2026", "3 de mayo de 2026"."""
    return str(format_date(value, format="long", locale=_REGIONAL[current()]))
