"""Values of records in the one form in which they are compared."""

from __future__ import annotations

import re
from functools import lru_cache

from oriundo.base.core.text import fold
from oriundo.base.places.names import residence
from oriundo.collect.matching import lexicon
from oriundo.collect.matching.concepts import PLACE
from oriundo.collect.matching.words import wording

BOX = "box"
_SHORT_CITY = 13
_LEVELS = frozenset({"municipio", "municipality", "department", "departamento", "state", "county"})
_UNIT = re.compile(r"^\s*#?\w+\s*[-,]\s*(\d+\b)")
_BEFORE = re.compile(r"^\s*(calle|av|avenida|blvd|col|calz\w*|carr\w*)\.?\s", re.IGNORECASE)
_BOX = re.compile(
    r"\b(?:p\.?\s*o\.?\s*box|post office box|apartado(?: postal)?|apdo\.?(?: postal)?|casilla"
    r"(?: postal)?|case postale)\W*(?:no\.?|num\.?|#)?\s*(\d+)",
    re.IGNORECASE,
)
_OF_PLATFORMS = frozenset({"pg", "pages", "groups"})


def site(website: str) -> str:
    """What identifies an organization in a web address: "casa.org/en" -> "casa.org".

    On platforms that many share it is the host and the page's name; a mailbox provider's host
    identifies nobody.
    """
    host, _, path = website.lower().removeprefix("https://").removeprefix("http://").partition("/")
    host = host.removeprefix("www.")
    if host not in lexicon.hosts("platform"):
        return host
    parts = (part for part in path.split("?")[0].split("/") if part not in _OF_PLATFORMS)
    page = next(parts, "")
    return f"{host}/{page}" if page else ""


def street(address: str) -> str:
    """House number and the first two telling words of the street, whatever the language.

    "" when the address has no number; a post office box is BOX and its number, joined.
    "503-1030, rue de Cherrier" gives "1030 cherrier".
    """
    if not address:
        return ""
    if ("o" in address or "O" in address or "ap" in address.lower()) and (
        box := _BOX.search(address)
    ):
        return BOX + box.group(1)
    known = lexicon.street_words()
    words = [known.get(word, word) for word in fold(_UNIT.sub(r"\1", address)).split()]
    number = next((i for i, word in enumerate(words) if word[0].isdigit()), None)
    if number is None:
        return ""
    dull = _dull()
    before = [w for w in words[:number] if w not in dull][-2:]
    after = [w for w in words[number + 1 :] if w not in dull or w[0].isdigit()][:2]
    return " ".join((words[number], *(before if _BEFORE.match(address) else after)))


@lru_cache(maxsize=1)
def _dull() -> frozenset[str]:
    """Words of addresses that do not tell one street from another."""
    return lexicon.words("stop_words") | frozenset(lexicon.street_words().values())


def postal(code: str) -> str:
    """The first five letters and digits of a postal code."""
    return fold(code).replace(" ", "")[:5]


def number(registration: str) -> str:
    """A registration number without its punctuation."""
    return fold(registration).replace(" ", "")


@lru_cache(maxsize=1_000_000)
def place_words(place: str) -> tuple[str, ...]:
    """The comparable words of the name of a place."""
    return wording(place).words if place else ()


@lru_cache(maxsize=1_000_000)
def _called(place: str) -> tuple[str, ...]:
    return wording(place).literal if place else ()


def city(name: str) -> str:
    """A city's name in comparable words: "Ciudad de Nueva York", "New York City" and "NYC" are
    one.

    The everyday words in it are not translated: "La Palma" and "Las Palmas" are two.
    """
    return " ".join(word for word in _called(full_city(name)) if word != "city")


def full_city(name: str) -> str:
    """ "LA" -> "los angeles"; other names as they are. Only where a city is asked for: in names of
    organizations "LA" is an article, or Louisiana."""
    return lexicon.cities().get(fold(name), name) if len(name) <= _SHORT_CITY else name


@lru_cache(maxsize=50_000)
def country_and_region(country: str, region: str) -> tuple[str, str]:
    """(alpha-3, ISO 3166-2) of an address, where known; the folded region where it is not."""
    code, division = residence(country, region)
    return code, division or fold(region)


def hometown(said: str) -> str:
    """The town of "Mpio. Jerez, Zacatecas, México": "jerez"; "" when only a state is named."""
    return " ".join(word for word in _called(said) if word[0] != PLACE and word not in _LEVELS)


def state(said: str) -> str:
    """The state and country of a hometown, as codes."""
    return " ".join(sorted({word for word in place_words(said) if word[0] == PLACE}))
