"""Puerto Rico as directories have it: a division of the United States, with municipios as counties.

ISO 3166-1 and the gazetteer have a country with the code PRI, whose first level the municipios are;
ISO 3166-2 (US-PR), the Census (72127), the post and our boundaries have a state and its counties.
Who is there is counted with the United States, by the second reading, which these functions give.
"""

from __future__ import annotations

from oriundo.base.places.gazetteer import Place, gazetteer

_COUNTRY, _STATE, _NATION = "PRI", "US-PR", "USA"


def nation_of(place: Place) -> str:
    """The country (alpha-3) that a place is counted in."""
    return _NATION if place.country == _COUNTRY else place.country


def state_of(place: Place) -> str:
    """The first-level division (ISO 3166-2) that a place is counted in, "" for a country."""
    return _STATE if place.country == _COUNTRY else place.admin1


def county_of(place: Place) -> Place | None:
    """The county or municipality that a place is, or lies in."""
    level = "admin1" if place.country == _COUNTRY else "admin2"
    around: Place | None = place
    while around is not None and around.level != level:
        around = gazetteer().parent_of(around)
    return around


def is_county(place: Place) -> bool:
    """Whether a place is a county or a municipality."""
    return county_of(place) == place
