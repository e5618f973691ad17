"""Names and codes of countries, of two regions, and of the first-level divisions of ten countries.

Countries are ISO 3166-1 alpha-3; their names come from Unicode CLDR through babel. Divisions are
ISO 3166-2; `divisions.csv` holds their names and the abbreviations found in lists, `countries.csv`
the ways of writing a country that CLDR does not hold, and `exonyms.csv` the towns that have another
name in Spanish.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from importlib import resources

from babel import Locale
from babel.core import get_global

from oriundo.base.core.text import fold

REGIONS: dict[str, dict[str, str]] = {
    "REG-CAM": {"es": "Centroamérica", "en": "Central America"},
    "REG-LAM": {"es": "América Latina", "en": "Latin America"},
}
_REGION_FORMS = {
    "REG-CAM": ("Centroamerica", "America Central", "Central America", "Amerique centrale"),
    "REG-LAM": ("America Latina", "Latinoamerica", "Latin America", "Amerique latine"),
}
_WITHDRAWN = frozenset({"ANT", "BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"})


def country_name(code: str, language: str) -> str:
    """The name of a country (alpha-3) or region in `language` ("es", "en"); the code if unknown."""
    if code in REGIONS:
        return REGIONS[code]["es" if language.startswith("es") else "en"]
    alpha2 = _alpha2_of().get(code, "")
    return str(Locale.parse(language, sep="-").territories.get(alpha2, code))


def country_code(text: str) -> str | None:
    """The alpha-3 code (or REG-CAM, REG-LAM) that `text` names or abbreviates, else None.

    >>> country_code("EE.UU."), country_code("Canadá"), country_code("MX")
    ('USA', 'CAN', 'MEX')
    """
    return _countries_by_form().get(fold(text))


def division_name(code: str, language: str) -> str:
    """The name of a first-level division in Spanish ("es") or English; the code if unknown."""
    row = _divisions().get(code)
    if row is None:
        return code
    return row["es" if language.startswith("es") else "en"]


def exonym(key: str) -> str:
    """What Spanish customarily calls the town of a key ("gn:4560349": "Filadelfia"); "" where that
    is the town's own name.
    """
    return _exonyms().get(key, "")


def division_code(text: str, country: str) -> str | None:
    """The ISO 3166-2 code of the division of `country` (alpha-3) that `text` names, else None.

    >>> division_code("Calif.", "USA"), division_code("Edo. Mex.", "MEX")
    ('US-CA', 'MX-MEX')
    """
    return _divisions_by_form().get(country, {}).get(fold(text))


def division_anywhere(text: str) -> str | None:
    """The one division that `text` names in any country held here; None if none or several.

    A text of one or two letters names a division of the United States or of Canada only, since
    that is where lists write them without a country.
    """
    form = fold(text)
    short = len(form.replace(" ", "")) <= 2
    countries = ("USA", "CAN") if short else tuple(_divisions_by_form())
    found = {forms[form] for c in countries if form in (forms := _divisions_by_form()[c])}
    return found.pop() if len(found) == 1 else None


def country_of_division(code: str) -> str:
    """The alpha-3 code of the country that a division's ISO 3166-2 code belongs to."""
    return _alpha3_of()[code.split("-", 1)[0]]


def residence(country: str, region: str) -> tuple[str, str]:
    """(alpha-3 or "", ISO 3166-2 or "") of an address's country and region as a source says them.

    The country is inferred from the region where that is unambiguous, never from a telephone.
    """
    code = country_code(country) or ""
    division = division_code(region, code) if code else division_anywhere(region)
    if division and not code:
        code = country_of_division(division)
    return code, division or ""


@cache
def division_forms() -> dict[str, tuple[str, ...]]:
    """ISO 3166-2 code -> every folded form of its name (abbreviations included)."""
    return {
        code: tuple(
            dict.fromkeys(
                fold(form) for form in (row["es"], row["en"], *row["others"].split("|")) if form
            )
        )
        for code, row in _divisions().items()
    }


@cache
def _alpha3_of() -> dict[str, str]:
    aliases = get_global("territory_aliases")
    return {
        alpha2[0]: alpha3
        for alpha3, alpha2 in aliases.items()
        if len(alpha3) == 3 and alpha3.isalpha() and alpha3 not in _WITHDRAWN and len(alpha2) == 1
    }


@cache
def _alpha2_of() -> dict[str, str]:
    return {alpha3: alpha2 for alpha2, alpha3 in _alpha3_of().items()}


@cache
def _countries_by_form() -> dict[str, str]:
    forms: dict[str, str] = {}
    for alpha2, alpha3 in _alpha3_of().items():
        names = (Locale.parse(lang).territories.get(alpha2, "") for lang in ("es", "en", "fr"))
        forms.update({fold(form): alpha3 for form in (alpha2, alpha3, *names) if form})
    for row in _rows("countries.csv"):
        forms.update({fold(form): row["code"] for form in row["also"].split("|") if form})
    for code, written in _REGION_FORMS.items():
        forms.update({fold(form): code for form in (code, *written)})
    return forms


@cache
def _exonyms() -> dict[str, str]:
    return {row["key"]: row["es"] for row in _rows("exonyms.csv")}


@cache
def _divisions() -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in _rows("divisions.csv")}


@cache
def _divisions_by_form() -> dict[str, dict[str, str]]:
    by_country: dict[str, dict[str, str]] = defaultdict(dict)
    for code, forms in division_forms().items():
        country = country_of_division(code)
        suffix = code.split("-", 1)[1]
        for form in (*forms, fold(suffix), fold(code)):
            by_country[country].setdefault(form, code)
            by_country[country].setdefault(form.replace(" ", ""), code)
    return dict(by_country)


def _rows(name: str) -> list[dict[str, str]]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
