"""Coordinates and divisions that cannot be right, with the likely cause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oriundo.base.core.language import gettext_noop
from oriundo.base.places import sayings
from oriundo.base.places.forms import place_key
from oriundo.base.places.gazetteer import Gazetteer, Place
from oriundo.base.places.levels import LEVELS
from oriundo.base.places.located import Reason
from oriundo.base.places.reverse import FARTHEST_KM
from oriundo.base.places.towns import variants

_ADMIN2 = LEVELS.index("admin2")
# A point this near to a town of a country may lie in it: borders run between towns.
_BORDER_KM = 40.0

ZERO = gettext_noop("0, 0 is a point at sea that programs write where nothing is known")
OUTSIDE = gettext_noop("%(lat)s, %(lon)s is no point on the globe: degrees are wanted")
SWAPPED = gettext_noop("latitude and longitude are swapped: %(lat)s, %(lon)s is in %(country)s")
MINUS_LONGITUDE = gettext_noop("the longitude lacks its minus: %(lat)s, %(lon)s is in %(country)s")
MINUS_LATITUDE = gettext_noop("the latitude lacks its minus: %(lat)s, %(lon)s is in %(country)s")
POINT_LOST = gettext_noop("the decimal point is missing: %(lat)s, %(lon)s is in %(country)s")
AT_SEA = gettext_noop("no town is within %(km)s km: the point is at sea or in a desert")
ELSEWHERE = gettext_noop("the point is in %(there)s, not in %(country)s")


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a pair of coordinates, and the pair that was probably meant."""

    reason: Reason
    lat: float | None = None
    lon: float | None = None


def check_coordinates(
    places: Gazetteer, lat: float, lon: float, country: str = ""
) -> Trouble | None:
    """What is wrong with a point that is said to lie in a country (alpha-3), None when nothing is.

    Without a country only points that lie nowhere are found. Borders are judged by towns, so that
    a point within 40 km of a town of its country passes.
    """
    if lat == 0 and lon == 0:
        return Trouble(Reason(ZERO))
    on_globe = abs(lat) <= 90 and abs(lon) <= 180
    if on_globe and _is_in(places, lat, lon, country):
        return None
    for sentence, there_lat, there_lon in _meant(lat, lon):
        if country and _is_in(places, there_lat, there_lon, country):
            values = {"lat": there_lat, "lon": there_lon, "country": _name(places, country)}
            return Trouble(Reason(sentence, values), there_lat, there_lon)
    if not on_globe:
        return Trouble(Reason(OUTSIDE, {"lat": lat, "lon": lon}))
    nearest = places.grid.nearest(lat, lon, FARTHEST_KM)
    if nearest is None:
        return Trouble(Reason(AT_SEA, {"km": round(FARTHEST_KM)}))
    there = _name(places, places.place(nearest[0]).country)
    return Trouble(Reason(ELSEWHERE, {"there": there, "country": _name(places, country)}))


def _meant(lat: float, lon: float) -> Iterator[tuple[str, float, float]]:
    """Pairs that may have been meant: (what went wrong, latitude, longitude)."""
    yield MINUS_LONGITUDE, lat, -lon
    yield SWAPPED, lon, lat
    yield SWAPPED, -lon, lat
    yield SWAPPED, lon, -lat
    yield MINUS_LATITUDE, -lat, lon
    if abs(lat) > 90 or abs(lon) > 180:
        for figures in range(1, 9):
            for other in range(1, 9):
                yield POINT_LOST, lat / 10**figures, lon / 10**other


def _is_in(places: Gazetteer, lat: float, lon: float, country: str) -> bool:
    """Whether a point may lie in a country ("": in any)."""
    if abs(lat) > 90 or abs(lon) > 180:
        return False
    nearest = places.grid.nearest(lat, lon, FARTHEST_KM)
    if nearest is None:
        return False
    if not country or places.place(nearest[0]).country == country:
        return True
    near = places.grid.near(lat, lon, _BORDER_KM)
    return any(places.place(int(number)).country == country for number in near)


def _name(places: Gazetteer, country: str) -> str:
    place = places.by_code("iso-3166-1", country)
    return place.name if place else country


def check_county(places: Gazetteer, county: str, state: Place) -> Reason | None:
    """That a county or municipality is not in the state it is said to be in, None when it is.

    None as well for a name that is that of no county at all in the country.
    """
    if _counties(places, county, state):
        return None
    country = places.by_code("iso-3166-1", state.country)
    elsewhere = _counties(places, county, country) if country else []
    if not elsewhere:
        return None
    states = sorted({places.name(places.admin1[number]) for number in elsewhere})
    values = {"county": county, "there": ", ".join(states), "said": state.name}
    return Reason(sayings.COUNTY_ELSEWHERE, values)


def _counties(places: Gazetteer, county: str, area: Place) -> list[int]:
    forms = variants(place_key(county))
    found = (n for form in forms for n in places.numbers(form, area.number))
    return [n for n in found if places.levels[n] == _ADMIN2]
