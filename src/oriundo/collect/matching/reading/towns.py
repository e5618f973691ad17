"""Which town the members come from: the towns named, against a gazetteer that is passed in.

Names of towns repeat: there are many San Pedros, some of them where migrants live. So each
possible town keeps its own confidence: the country that the name tells, the number of its
inhabitants, and the words before it speak for one rather than another.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from oriundo.base.core.language import gettext_noop
from oriundo.base.places.names import country_name
from oriundo.collect.matching import lexicon
from oriundo.collect.matching.reading.answers import Hometown
from oriundo.collect.matching.reading.mentions import Mentions
from oriundo.collect.matching.reading.scanning import Scan
from oriundo.collect.matching.reading.vocabulary import DIVISION, is_division

ONLY = gettext_noop("“%(word)s” is a town of %(place)s")
NAMED = gettext_noop("“%(word)s” is a town of %(place)s, the origin that the name tells")
ONE_OF = gettext_noop("“%(word)s” may be this town of %(place)s, or another of %(others)s")
WORDED = gettext_noop("the words after “%(word)s” name a place that no gazetteer here knows")

_HOSTS = frozenset({"USA", "CAN"})
_STAYING = frozenset({"in", "en", "au", "aux", "a"})
_TELLING = frozenset({"oriundos", "town_follows", "migrants", "host"})
_KINDS = frozenset({"club", "house", "hometown_association"})
_OF = frozenset({"de", "del", "d"})
_JOINING = frozenset({"de", "del", "d", "la", "las", "los", "el"})
_ARTICLES = frozenset({"del", "la", "las", "los", "el"})
_PARTING = re.compile(r"[(,;:/|–—-]")
_PART_OF_A_NAME = 0.4
_MOST = 0.95
_MOST_WORDS = 6
_OTHER_COUNTRY = 0.08
_OTHER_DIVISION = 0.1
_HOST = 0.1
_SHARED = 0.3
_NONE_OF_THEM = 0.15
_UNKNOWN_TOWN = 0.6
_LEAST_LETTERS = 4


class Town(Protocol):
    """One place of a gazetteer. `country`: alpha-3; `division`: ISO 3166-2 or ""; `population`: 0
    when unknown; `confidence`: how well its name fits the phrase, 0 to 1."""

    @property
    def name(self) -> str: ...
    @property
    def country(self) -> str: ...
    @property
    def division(self) -> str: ...
    @property
    def population(self) -> int: ...
    @property
    def confidence(self) -> float: ...


Towns = Callable[[str], Sequence[Town]]
"""Folded phrase -> the towns that it may name."""


def no_towns(phrase: str) -> Sequence[Town]:  # noqa: ARG001 - it has the shape of a gazetteer
    """The gazetteer that knows no town."""
    return ()


def hometowns(
    scan: Scan, named: Mentions, towns: Towns, residence: str, city: str
) -> tuple[tuple[Hometown, ...], tuple[int, int]]:
    """What the first town of origin named may be, the likeliest first, and its tokens.

    `residence`: alpha-3 of where the organization is; `city`: folded, never a hometown.
    """
    told, after, before = _places_to_look(scan, named)
    if not (told or after or before):
        return (), (0, 0)
    blocked = _blocked(scan, named, city)
    best: tuple[tuple[Hometown, ...], tuple[int, int]] = ((), (0, 0))
    for start, stop, phrase in _phrases(scan, blocked):
        if not (told or start in after or stop in before):
            continue
        trust = 1.0 if _alone(scan, named, blocked, start, stop) else _PART_OF_A_NAME
        ranked = _ranked(phrase, towns(phrase), named, residence, trust)
        if ranked and (not best[0] or ranked[0].confidence > best[0][0].confidence + 0.2):
            best = ranked, (start, stop)
    return best if best[0] else _worded(scan, blocked)


def _places_to_look(scan: Scan, named: Mentions) -> tuple[bool, set[int], set[int]]:
    """(anywhere, where a town may begin, where it may end): "Club Jerez", "Jerez Social Club"."""
    groups = {group for found in scan.found for group in found.entry.groups}
    anywhere = bool(named.origins) or bool(groups & {"oriundos", "spanish", "town_follows"})
    after = {f.stop for f in scan.found if f.entry.kind in _KINDS}
    if after:
        after |= {place + 1 for place, token in enumerate(scan.tokens) if token in _OF}
    before = {f.start for f in scan.found if "town_precedes" in f.entry.groups}
    return anywhere, after, before


def _alone(scan: Scan, named: Mentions, blocked: list[bool], start: int, stop: int) -> bool:
    """Whether a phrase is all of a place's name, and not a piece of one that is not known: of
    "San José de Tapia" no San José is known to be meant."""
    tokens, count = scan.tokens, len(scan.tokens)
    parted = {m.start for m in named.origins}
    after = stop
    while after < count and tokens[after] in _JOINING:
        after += 1
    if after < count and not (blocked[after] or after in parted or _ends(tokens[after])):
        between = scan.text[scan.spans[stop - 1][1] : scan.spans[after][0]]
        if not _PARTING.search(between):
            return False
    before = start - 1
    joined = before >= 0 and tokens[before] in _ARTICLES
    while before >= 0 and joined and tokens[before] in _JOINING:
        before -= 1
    free = before >= 0 and not blocked[before] and before not in parted
    return not (free and tokens[before] not in lexicon.words("stop_words"))


def _phrases(scan: Scan, blocked: list[bool]) -> Iterator[tuple[int, int, str]]:
    """Runs of words that may be a town, the longest at each place, never inside another."""
    stop_words = lexicon.words("stop_words")
    place, count = 0, len(scan.tokens)
    while place < count:
        if blocked[place] or scan.tokens[place] in stop_words - {"el", "la", "los", "las"}:
            place += 1
            continue
        if place and scan.tokens[place - 1] in _STAYING:
            place += 1
            continue
        for stop in range(min(place + _MOST_WORDS, count), place, -1):
            phrase = " ".join(scan.tokens[place:stop])
            if any(blocked[place:stop]) or len(phrase) < _LEAST_LETTERS:
                continue
            if scan.tokens[stop - 1] not in stop_words and not _only_context(scan, place, stop):
                yield place, stop, phrase
        place += 1


def _blocked(scan: Scan, named: Mentions, city: str) -> list[bool]:
    """Tokens that are no part of a hometown's name: kinds, peoples, countries, residences.

    A division stays free, since towns bear the same names, and so do words of context, which
    towns hold too ("La Independencia"); but not alone.
    """
    blocked = [False] * len(scan.tokens)
    free = {m.start for m in named.origins if m.sense.sort == DIVISION}
    for found in scan.found:
        entry = found.entry
        other = entry.kind or entry.sense or entry.friend or entry.residence or entry.noise
        if found.start not in free and (other or not entry.groups.isdisjoint(_TELLING)):
            blocked[found.start : found.stop] = [True] * (found.stop - found.start)
    here = city.split()
    for place in range(len(scan.tokens) - len(here) + 1 if here else 0):
        if scan.tokens[place : place + len(here)] == here:
            blocked[place : place + len(here)] = [True] * len(here)
    return blocked


def _only_context(scan: Scan, start: int, stop: int) -> bool:
    """Whether words of context make up a whole phrase: "cultural", "mujeres"."""
    return any(
        f.start <= start and stop <= f.stop and f.entry.groups and f.entry.sense is None
        for f in scan.found
    )


def _ranked(
    phrase: str, candidates: Sequence[Town], named: Mentions, residence: str, trust: float
) -> tuple[Hometown, ...]:
    origins = {c for m in named.origins for c in m.sense.countries if m.sense.sort != DIVISION}
    divisions = {
        code
        for mention in named.origins
        for code in mention.sense.codes
        if is_division(code) and mention.form not in phrase
    }
    origins |= {c for m in named.origins if m.form not in phrase for c in m.sense.countries}
    weighed = [(_fit(t, origins, divisions, residence), t) for t in candidates]
    if not origins and any(town.country in _HOSTS for town in candidates):
        weighed = [(w if t.country in _HOSTS else w * _SHARED, t) for w, t in weighed]
    total = sum(weight for weight, _ in weighed) + _NONE_OF_THEM
    ranked = sorted(weighed, key=lambda pair: (-pair[0], pair[1].country, pair[1].division))
    return tuple(
        Hometown(
            town.name,
            town.country,
            town.division,
            round(min(trust * weight / total, _MOST), 3),
            _why(phrase, town, origins, len(candidates)),
        )
        for weight, town in ranked
        if town.country not in _HOSTS and town.country != residence
    )


def _fit(town: Town, origins: set[str], divisions: set[str], residence: str) -> float:
    """How likely a town is meant, beside others of its name."""
    weight = town.confidence * math.log10(max(town.population, 1000)) / 5
    if origins and town.country not in origins:
        weight *= _OTHER_COUNTRY
    if divisions and town.division and town.division not in divisions:
        weight *= _OTHER_DIVISION
    if residence and town.country == residence:
        weight *= _HOST
    return weight


def _why(phrase: str, town: Town, origins: set[str], others: int) -> tuple[str, dict[str, object]]:
    values: dict[str, object] = {"word": phrase, "place": country_name(town.country, "en")}
    if town.country in origins:
        return NAMED, values
    if others == 1:
        return ONLY, values
    return ONE_OF, values | {"others": others - 1}


def _worded(scan: Scan, blocked: list[bool]) -> tuple[tuple[Hometown, ...], tuple[int, int]]:
    """The place after words that can only be followed by one ("oriundos de Piaxtla")."""
    marker = next((f for f in scan.found if "town_follows" in f.entry.groups), None)
    if marker is None:
        return (), (0, 0)
    start = marker.stop
    stop_words = lexicon.words("stop_words")
    while start < len(scan.tokens) and scan.tokens[start] in stop_words - {"el", "la", "los"}:
        start += 1
    stop = start
    while stop < len(scan.tokens) and not blocked[stop] and not _ends(scan.tokens[stop]):
        stop += 1
    while stop > start and scan.tokens[stop - 1] in stop_words:
        stop -= 1
    words = " ".join(scan.tokens[start:stop])
    if not words.replace(" ", "").isalpha() or stop - start > 4:
        return (), (0, 0)
    text = scan.text[scan.spans[start][0] : scan.spans[stop - 1][1]]
    named_so = text.title() if text.isupper() or text.islower() else text
    why = (WORDED, {"word": marker.form})
    return (Hometown(named_so, "", "", _UNKNOWN_TOWN, why),), (start, stop)


def _ends(token: str) -> bool:
    return token in _STAYING or token in lexicon.words("legal_forms")
