"""Places by their key or code, in the reader's words."""

from __future__ import annotations

from functools import lru_cache

from oriundo.base.places.gazetteer import Place, gazetteer
from oriundo.base.places.names import country_name, country_of_division, division_name
from oriundo.base.places.territories import state_of
from oriundo.interfaces.web import language


def place_of(key: str) -> Place | None:
    """The place with a key ("gn:5368361"), if there is one."""
    return gazetteer().by_key(key)


def place_name(key: str) -> str:
    """What a place is called; the key itself when nothing is known of it."""
    place = place_of(key)
    return key if place is None else _own_name(place)


def name_of(place: Place) -> str:
    """What a place is called; countries and divisions as everywhere else on the site."""
    if place.level == "country":
        return country_name(place.code, _language())
    return region_name(place.code) if place.level == "admin1" else _own_name(place)


def place_label(key: str) -> str:
    """A place with the division that it lies in: "Jerez, Zacatecas"."""
    return _label(key, _language())


# Of thirty thousand towns on a map, what they are called would take most of its time.
@lru_cache(maxsize=100_000)
def _label(key: str, _read_in: str) -> str:
    place = place_of(key)
    if place is None:
        return key
    inside = (
        region_name(state_of(place)) if place.admin1 else country_name(place.country, _language())
    )
    own = _own_name(place)
    return own if own == inside or not inside else f"{own}, {inside}"


def region_name(code: str) -> str:
    """A division of the first level, of any country; the code when nothing is known of it."""
    name = division_name(code, _language())
    if name != code:
        return name
    place = gazetteer().by_code("iso-3166-2", code)
    return code if place is None else _own_name(place)


def region_label(code: str) -> str:
    """A division with its country: "Zacatecas, Mexico"."""
    return f"{region_name(code)}, {country_name(region_country(code), _language())}"


def region_country(code: str) -> str:
    """The country (alpha-3) of a division; "" when it is none."""
    try:
        return country_of_division(code)
    except KeyError:
        return ""


def _own_name(place: Place) -> str:
    return gazetteer().names(place).get(_language(), place.name)


def _language() -> str:
    return language.current()
