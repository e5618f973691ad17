"""The towns of the gazetteer, as the reader of names asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from oriundo.base.places.hometowns import places_named
from oriundo.collect.matching import lexicon

_ASKED = ("MEX", "GTM", "SLV", "HND", "NIC", "CRI", "PAN", "BLZ", "USA", "CAN")
"""The origins that are read down to the town, and the countries whose towns have the same names."""
_LEVELS = frozenset({"admin2", "locality"})
_ARTICLES = frozenset({"el", "la", "los", "las"})


@dataclass(frozen=True, slots=True)
class KnownTown:
    """A municipality or town: see `towns.Town`."""

    name: str
    country: str
    division: str
    population: int
    confidence: float = 1.0


@lru_cache(maxsize=100_000)
def known_towns(phrase: str) -> tuple[KnownTown, ...]:
    """The municipalities (former ones too, as clubs keep their names) and towns that a folded
    phrase names, likeliest first; none for words that are also towns ("Salud", "El Sitio")."""
    first, _, rest = phrase.partition(" ")
    if (rest if first in _ARTICLES and rest else phrase) in lexicon.words("everyday_towns"):
        return ()
    return tuple(
        KnownTown(place.name, place.country, place.admin1, place.population)
        for place in places_named(phrase, _ASKED)
        if place.level in _LEVELS
    )
