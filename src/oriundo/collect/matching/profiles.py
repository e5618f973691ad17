"""A record made ready for comparison: every value in the one form in which it is compared."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from oriundo.base.core.text import fold
from oriundo.base.places.names import residence
from oriundo.collect.matching import lexicon
from oriundo.collect.matching.words import KIND, PLACE, Wording, wording
from oriundo.collect.sources.drafts import Draft, RecordKey

_UNIT = re.compile(r"^\s*#?\w+\s*[-,]\s*(\d+\b)")
_BEFORE = re.compile(r"^\s*(calle|av|avenida|blvd|col|calz\w*|carr\w*)\.?\s", re.IGNORECASE)
BOX = "box"
_BOX = re.compile(
    r"\b(?:p\.?\s*o\.?\s*box|post office box|apartado(?: postal)?|apdo\.?(?: postal)?|casilla"
    r"(?: postal)?|case postale)\W*(?:no\.?|num\.?|#)?\s*(\d+)",
    re.IGNORECASE,
)
_OF_PLATFORMS = frozenset({"pg", "pages", "groups"})
_BASE = 1000
_FEW_BITS = 3.0
_KIND_COUNT = 100
_PLACE_COUNT = 30
_CONCEPT_COUNT = 20


@dataclass(frozen=True, slots=True)
class Profile:
    """What two records are compared by. Empty text, tuple or None: the source does not say.

    `names` holds the wording of the name and of each alternate name. `residence` holds the words
    that name where the organization is, and the state and country of its hometown, so that
    "in Chicago" or "Jalisco" after the town's name weigh little. `sites` are
    web hosts, or host and first path part on platforms that many share. `street` is the house
    number and the first two words of the street. `numbered`: the source has ids of its own.
    """

    key: RecordKey
    numbered: bool
    names: tuple[Wording, ...]
    acronyms: frozenset[str]
    phones: frozenset[str]
    emails: frozenset[str]
    sites: frozenset[str]
    street: str
    postal: str
    city: str
    city_said: str
    region: str
    country: str
    residence: frozenset[str]
    hometown: str
    origins: frozenset[str]
    registrations: frozenset[str]
    founded: int | None
    point: tuple[float, float] | None


def profile(draft: Draft, *, numbered: bool = False) -> Profile:
    """The comparable form of one record; `numbered`: its id tells it from others of its source."""
    names = tuple(dict.fromkeys(wording(n) for n in (draft.name, *draft.alternate_names) if n))
    country, region = _residence(draft.country, draft.region)
    origins = frozenset(lexicon.origin_code(said) for said in draft.origins)
    acronyms = {name.acronym for name in names if name.acronym}
    return Profile(
        key=draft.key,
        numbered=numbered,
        names=names or (wording(draft.name),),
        acronyms=frozenset(acronyms | {fold(draft.acronym).replace(" ", "")} - {""}),
        phones=frozenset(draft.phones),
        emails=frozenset(draft.emails),
        sites=frozenset(filter(None, map(site, draft.websites))),
        street=street(draft.address),
        postal=fold(draft.postal).replace(" ", "")[:5],
        city=_city(draft.city),
        city_said=fold(draft.city),
        region=region or fold(draft.region),
        country=country,
        residence=frozenset(
            (
                *_place_words(draft.city),
                *_place_words(draft.region),
                PLACE + country,
                PLACE + (region or country),
                *(word for word in _place_words(draft.hometown) if word[0] == PLACE),
                *(PLACE + code for code in origins),
            )
        ),
        hometown=fold(draft.hometown),
        origins=origins,
        registrations=frozenset(fold(n).replace(" ", "") for n in draft.registration_numbers),
        founded=draft.founded,
        point=None if draft.lat is None or draft.lon is None else (draft.lat, draft.lon),
    )


def site(website: str) -> str:
    """What identifies an organization in a web address: "casa.org/en" -> "casa.org"."""
    host, _, path = website.lower().removeprefix("https://").removeprefix("http://").partition("/")
    host = host.removeprefix("www.")
    if host not in lexicon.hosts("platform"):
        return host
    parts = (part for part in path.split("?")[0].split("/") if part not in _OF_PLATFORMS)
    page = next(parts, "")
    return f"{host}/{page}" if page else ""


@lru_cache(maxsize=100_000)
def street(address: str) -> str:
    """House number and the first two telling words of the street, whatever the language.

    "" when the address has no number; a post office box is BOX and its number, joined.
    "503-1030, rue de Cherrier" gives "1030 cherrier".
    """
    if box := _BOX.search(address):
        return BOX + box.group(1)
    known = lexicon.street_words()
    words = [known.get(word, word) for word in fold(_UNIT.sub(r"\1", address)).split()]
    number = next((i for i, word in enumerate(words) if word[0].isdigit()), None)
    if number is None:
        return ""
    dull = lexicon.words("stop_words") | frozenset(known.values())
    before = [w for w in words[:number] if w not in dull][-2:]
    after = [w for w in words[number + 1 :] if w not in dull or w[0].isdigit()][:2]
    return " ".join((words[number], *(before if _BEFORE.match(address) else after)))


@lru_cache(maxsize=10_000)
def _residence(country: str, region: str) -> tuple[str, str]:
    return residence(country, region)


@lru_cache(maxsize=50_000)
def _place_words(place: str) -> tuple[str, ...]:
    return wording(place).words if place else ()


@lru_cache(maxsize=50_000)
def _city(city: str) -> str:
    return " ".join(word for word in _place_words(city) if word != "city")


class Rarity:
    """How much a word tells: bits, log2 of how few records hold it.

    Words of the language (kinds, places, translated concepts) start as common, so that a list of
    two records does not take "Club Social" for a rare name. `few`: the bits of words that stand
    together in some eight records.
    """

    def __init__(self, profiles: Sequence[Profile]) -> None:
        counts: Counter[str] = Counter()
        for p in profiles:
            counts.update({word for name in p.names for word in name.words})
        self.counts = counts
        self._total = len(profiles) + _BASE
        self._bits: dict[str, float] = {}
        self._of: dict[frozenset[str], float] = {}
        self.few = math.log2(self._total) - _FEW_BITS

    def bits(self, word: str) -> float:
        """Bits of one word, from 0.5 up."""
        known = self._bits.get(word)
        if known is None:
            count = self.counts[word] + _expected(word) * self._total / _BASE
            known = self._bits[word] = max(0.5, math.log2(self._total / (count + 0.5)))
        return known

    def of(self, bag: frozenset[str]) -> float:
        """Bits of a name's words together, kept for the next time."""
        known = self._of.get(bag)
        if known is None:
            known = self._of[bag] = self.total(bag)
        return known

    def total(self, words: Iterable[str]) -> float:
        """Bits of several words together, the same to the last digit in whatever order."""
        return math.fsum(map(self.bits, words))


def _expected(word: str) -> float:
    """How many of 1,000 organizations are expected to hold a word of the language."""
    if word.startswith(KIND):
        return _KIND_COUNT
    if word.startswith(PLACE):
        return _PLACE_COUNT
    return _CONCEPT_COUNT if word in _concepts() else 0.0


@cache
def _concepts() -> frozenset[str]:
    return frozenset(lexicon.translations().values())
