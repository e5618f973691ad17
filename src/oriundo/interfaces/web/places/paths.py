"""The address of a place, as one would say it: `us/ca/los-angeles`, `mx/zac/jerez`.

Country and division are their ISO codes; the last part is the name. Where several places of a
division have one name, the likeliest has it alone and the others end in their GeoNames number:
`mx/oax/san-pedro-gn3518692`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from django.urls import reverse

from oriundo.base.core.text import fold
from oriundo.base.places.gazetteer import Place, gazetteer

_KEYED = re.compile(r"(.+)-gn(\d{1,12})")
_NAMED_LEVELS = ("admin2", "locality")


def path_of(place: Place) -> str:
    """The path of a place; of a postal area, that of what it lies in. "" when it has none."""
    if place.level == "postal":
        parent = gazetteer().parent_of(place)
        return path_of(parent) if parent else ""
    country = _country_part(place.country)
    if place.level == "country" or not country:
        return country
    division = _division_part(place.admin1)
    if place.level == "admin1" or not division:
        return f"{country}/{division}" if division else ""
    slug = _slug(place.name)
    return (
        f"{country}/{division}/{slug}"
        if _holder(place)
        else f"{country}/{division}/{slug}-{_number(place)}"
    )


def address(place: Place) -> str:
    """The address of the page of a place; "" when it has none."""
    path = path_of(place)
    return reverse("places:place", args=path.split("/")) if path else ""


def place_at(country: str, division: str = "", name: str = "") -> Place | None:
    """The place of a path's parts; None when there is none."""
    places = gazetteer()
    if not division:
        return places.by_code("iso-alpha-2", country.upper())
    area = places.by_code("iso-3166-2", f"{country}-{division}".upper())
    if not name or area is None:
        return area
    keyed = _KEYED.fullmatch(name)
    if keyed:
        found = places.by_key(f"gn:{keyed[2]}")
        return found if found and _is_in(found, area) and _slug(found.name) == keyed[1] else None
    return _named(area.key, name)


@lru_cache(maxsize=50_000)
def _named(area: str, slug: str) -> Place | None:
    """The likeliest place of a name in a division: its own name before another spelling of it."""
    places = gazetteer()
    within = places.by_key(area)
    if within is None:
        return None
    found = [
        place
        for place in places.named(slug.replace("-", " "), within)
        if place.level in _NAMED_LEVELS and not place.until
    ]
    own = [place for place in found if _slug(place.name) == slug]
    return min(own or found, key=_likeliest, default=None)


def _likeliest(place: Place) -> tuple[bool, int, str]:
    """In the United States and Canada people say the city, elsewhere the municipality."""
    said = "locality" if place.country in ("USA", "CAN") else "admin2"
    return place.level != said, -place.population, place.key


def _holder(place: Place) -> bool:
    area = gazetteer().by_code("iso-3166-2", place.admin1)
    if area is None:
        return False
    named = _named(area.key, _slug(place.name))
    return named is not None and named.key == place.key


def _is_in(place: Place, area: Place) -> bool:
    return place.admin1 == area.code


def _number(place: Place) -> str:
    return place.key.replace(":", "")


def _slug(name: str) -> str:
    return fold(name).replace(" ", "-")


@lru_cache(maxsize=300)
def _country_part(code: str) -> str:
    found = gazetteer().by_code("iso-3166-1", code)
    return gazetteer().codes(found).get("iso-alpha-2", "").lower() if found else ""


def _division_part(code: str) -> str:
    country, _, part = code.partition("-")
    return part.lower() if len(country) == 2 else ""
