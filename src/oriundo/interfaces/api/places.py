"""Places of the gazetteer, as machines are told of them."""

from __future__ import annotations

import numpy as np

from oriundo.base.places.gazetteer import Place, gazetteer
from oriundo.interfaces.api.answers import Json

MOST = 50


def found(words: str, country: str, level: str) -> list[Place]:
    """Places that the words name today, the most populous first."""
    named = [place for place in gazetteer().named(words) if not place.until]
    fitting = [
        place for place in named if country in ("", place.country) and level in ("", place.level)
    ]
    return fitting[:MOST]


def children(place: Place) -> list[Place]:
    """What a place is divided into today, by name: states of a country, counties of a state."""
    known = gazetteer()
    # A country and a state hold all that is inside them in one range of numbers.
    whole = place.level in ("country", "admin1")
    start, end = (place.number, known.end[place.number]) if whole else (0, len(known))
    numbers = np.flatnonzero(np.asarray(known.parent[start:end]) == place.number) + start
    parts = [known.place(int(number)) for number in numbers]
    return sorted((p for p in parts if not p.until), key=lambda p: (p.name, p.key))


def as_json(place: Place, language: str) -> Json:
    known = gazetteer()
    parent = known.parent_of(place)
    names = known.names(place)
    return {
        "key": place.key,
        "level": place.level,
        "name": names.get(language, place.name),
        "names": names,
        "code": place.code,
        "codes": known.codes(place),
        "country": place.country,
        "region": place.admin1,
        "population": place.population or None,
        "latitude": place.lat,
        "longitude": place.lon,
        "parent": parent.key if parent else None,
        "until": place.until or None,
    }
