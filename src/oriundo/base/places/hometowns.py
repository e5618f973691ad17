"""Reading where an organization's people come from: the place of origin in its name.

"Club Oriundos de Jerez, Zacatecas en Los Ángeles" comes from Jerez, and lives in Los Angeles. The
caller says which countries it may be about; which tokens are demonyms is known higher up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from oriundo.base.core.text import fold
from oriundo.base.places import sayings
from oriundo.base.places.forms import written_out
from oriundo.base.places.gazetteer import Gazetteer, Place, gazetteer
from oriundo.base.places.levels import LEVELS
from oriundo.base.places.located import Reason
from oriundo.base.places.names import country_code
from oriundo.base.places.namesakes import Names
from oriundo.base.places.phrases import LONGEST, marker_before, words
from oriundo.base.places.regions import Regions
from oriundo.base.places.towns import Towns

_CENTRAL = ("BLZ", "CRI", "SLV", "GTM", "HND", "NIC", "PAN")
_SOUTHERN = ("ARG", "BOL", "BRA", "CHL", "COL", "ECU", "PER", "PRY", "URY", "VEN")
_ISLANDS = ("CUB", "DOM", "HTI", "PRI")
ORIGINS: dict[str, tuple[str, ...]] = {
    "": ("MEX", *_CENTRAL),
    "REG-CAM": _CENTRAL,
    "REG-LAM": ("MEX", *_CENTRAL, *_SOUTHERN, *_ISLANDS),
}
_MOST = 5
# A place this large is known by its name alone, without a word such as "de" before it.
_KNOWN = 20_000
_COUNTRY, _ADMIN1 = LEVELS.index("country"), LEVELS.index("admin1")


@dataclass(frozen=True, slots=True)
class Hometown:
    """A place that an organization may come from, with how sure that is (0 to 1) and why.

    `phrase` are the folded words that name it.
    """

    place: Place
    confidence: float
    phrase: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Mention:
    """Words that name places, between two positions of a text."""

    start: int
    end: int
    places: tuple[Place, ...]


class Hometowns:
    """Places of origin by folded phrase, in the countries that an organization may come from."""

    def __init__(self, places: Gazetteer) -> None:
        self._g = places
        self._towns = Towns(places)
        self._names = Names(places, Regions(places), self._towns)
        self.lookup = lru_cache(maxsize=262144)(self._lookup)

    def _lookup(self, phrase: str, countries: tuple[str, ...]) -> tuple[Place, ...]:
        """The places of `countries` (alpha-3) that a folded phrase names, the likeliest first.

        A town and the municipality of which it is the seat count once, as the town.
        """
        form = written_out(phrase)
        if len(form) < 3:
            return ()
        numbers = [n for code in countries for n in self._in(form, code)]
        numbers.sort(key=lambda n: (self._g.levels[n] > _ADMIN1, -self._g.prominence[n], n))
        kept: list[int] = []
        for number in numbers:
            if not any(self._names.holds(number, other) for other in kept):
                kept.append(number)
        return tuple(self._g.place(self._seat(number, numbers)) for number in kept)

    def _in(self, form: str, country: str) -> Iterator[int]:
        area = self._g.number_of("iso-3166-1", country)
        if area is not None:
            yield from self._g.numbers(form, area)

    def _seat(self, number: int, numbers: list[int]) -> int:
        return self._towns.finer(number, numbers)

    def read(
        self, name: str, description: str = "", origin: Iterable[str] = (), residence: str = ""
    ) -> list[Hometown]:
        """See `read_hometown`."""
        countries = countries_of(origin)
        found = list(self._read(name, countries, fold(residence), 1.0))
        if not found and description:
            found = list(self._read(description, countries, fold(residence), 0.8))
        best: dict[str, Hometown] = {}
        for each in sorted(found, key=lambda h: -h.confidence):
            best.setdefault(each.place.key, each)
        return list(best.values())[:_MOST]

    def _read(
        self, text: str, countries: tuple[str, ...], residence: str, trust: float
    ) -> Iterator[Hometown]:
        tokens = fold(text).split()
        mentions = list(self._mentions(tokens, countries))
        for at, mention in enumerate(mentions):
            following = mentions[at + 1] if at + 1 < len(mentions) else None
            state = _state_after(tokens, mention, following)
            previous = mentions[at - 1] if at else None
            if previous is not None and _state_after(tokens, previous, mention):
                continue
            phrase = " ".join(tokens[mention.start : mention.end])
            marker = marker_before(tokens, mention.start)
            if phrase == residence or (marker in words("residence") and state is None):
                continue
            yield from self._candidates(mention, phrase, marker, state, trust)

    def _mentions(self, tokens: list[str], countries: tuple[str, ...]) -> Iterator[_Mention]:
        """The longest phrases that name places, from left to right."""
        at = 0
        while at < len(tokens):
            for end in range(min(len(tokens), at + LONGEST), at, -1):
                phrase = " ".join(tokens[at:end])
                if end - at == 1 and phrase in words("everyday"):
                    continue
                if country_code(phrase) is not None:
                    # "San Pedro, Guatemala": the country was asked for already.
                    at = end - 1
                    break
                places = self.lookup(phrase, countries)
                if places:
                    yield _Mention(at, end, places)
                    at = end - 1
                    break
            at += 1

    def _candidates(
        self, mention: _Mention, phrase: str, marker: str, state: Place | None, trust: float
    ) -> Iterator[Hometown]:
        places, reasons = mention.places, []
        sure = _sureness(marker, phrase)
        if state is not None:
            inside = [p for p in places if p.admin1 == state.admin1 and p.level != "admin1"]
            if inside:
                places, sure = tuple(inside), 0.95
                reasons.append(Reason(sayings.BEFORE_STATE, {"state": state.name}))
        if marker:
            reasons.append(Reason(sayings.AFTER_WORD, {"word": marker}))
        largest = self._prominence(places[0])
        if not reasons and largest < _KNOWN:
            return
        if state is None and marker not in words("origin") and self._is_abroad(phrase, largest):
            return
        if len(places) > 1:
            reasons.append(Reason(sayings.NAMESAKES, {"count": len(places)}))
        weights = [self._prominence(place) + 100 for place in places]
        total = sum(weights)
        for place, weight in list(zip(places, weights, strict=True))[:_MOST]:
            told = (Reason(sayings.NAMED, {"name": place.name}), *reasons)
            yield Hometown(place, round(trust * sure * weight / total, 3), phrase, told)

    def _prominence(self, place: Place) -> int:
        return self._g.prominence[place.number]

    def _is_abroad(self, phrase: str, largest: int) -> bool:
        """Whether a name alone rather means a city where migrants live than its namesakes."""
        abroad = self.lookup(phrase, ("USA", "CAN"))
        return bool(abroad) and self._prominence(abroad[0]) > max(_KNOWN, 4 * largest)


def countries_of(origin: Iterable[str]) -> tuple[str, ...]:
    """The countries (alpha-3) that codes of origin stand for; none: Mexico and Central America."""
    codes = tuple(dict.fromkeys(c for o in origin for c in ORIGINS.get(o, (o,))))
    return codes or ORIGINS[""]


def _sureness(marker: str, phrase: str) -> float:
    if marker in words("origin"):
        return 0.9
    weak = 0.75 if marker in words("naming") else 0.5
    return weak * (0.6 if phrase in words("everyday") else 1.0)


def _state_after(tokens: list[str], mention: _Mention, following: _Mention | None) -> Place | None:
    """The state that stands right behind a place ("Jerez, Zacatecas", "Jerez de Zacatecas")."""
    if following is None:
        return None
    between = tokens[mention.end : following.start]
    if between not in ([], ["de"], ["in"], ["en"], ["estado", "de"]):
        return None
    state = next((p for p in following.places if p.level == "admin1"), None)
    if state is None or mention.places[0].level == "country":
        return None
    return state if any(p.admin1 == state.admin1 for p in mention.places) else None


@cache
def hometowns() -> Hometowns:
    """The reader of hometowns over the gazetteer of this installation."""
    return Hometowns(gazetteer())


def read_hometown(
    name: str, description: str = "", origin: Iterable[str] = (), *, residence: str = ""
) -> list[Hometown]:
    """Places that an organization may come from, the likeliest first, at most five.

    `origin` are the codes of the countries that it may come from (alpha-3, REG-CAM, REG-LAM; none:
    Mexico and Central America); `residence` is the town where it is, which is no origin. The
    description is read where the name says nothing.
    """
    return hometowns().read(name, description, origin, residence)


def places_named(phrase: str, countries: Iterable[str]) -> tuple[Place, ...]:
    """Places of origin countries (alpha-3 or region) that a folded phrase names, likeliest first.

    Remembered, so that readers of names may ask for each phrase of each name.
    """
    return hometowns().lookup(phrase, countries_of(countries))
