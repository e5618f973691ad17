"""Coordinates that a source gave beside an address: kept when they agree with it, else refused."""

from __future__ import annotations

from dataclasses import replace

from oriundo.base.core.language import gettext_noop
from oriundo.base.places.checking import check_coordinates
from oriundo.base.places.gazetteer import Gazetteer
from oriundo.base.places.levels import Precision
from oriundo.base.places.located import Located, Reason
from oriundo.base.places.reverse import Reverse
from oriundo.base.places.sphere import distance_km

GIVEN = gettext_noop("the source gives the point, and it agrees with the address")
GIVEN_ALONE = gettext_noop("the source gives the point; the address says nothing to check it by")
FAR = gettext_noop("the point that the source gives is %(km)s km from %(name)s, and is left out")
LEFT_OUT = gettext_noop("the point that the source gives is left out")
UNREADABLE = gettext_noop(
    "the point that the source gives, “%(lat)s, %(lon)s”, is not two numbers, and is left out"
)

# How far from the point of its place something may lie and still be in it, in kilometers.
_REACH: dict[Precision, float] = {
    "postal": 60.0,
    "locality": 60.0,
    "admin2": 200.0,
    "admin1": 1500.0,
}


def with_written(
    places: Gazetteer, located: Located, lat: str, lon: str, hint: str = ""
) -> Located:
    """`with_given` for a point as somebody wrote it: "34,05" and " -118.24 " are numbers."""
    if not lat.strip() and not lon.strip():
        return located
    try:
        point = float(lat.replace(",", ".")), float(lon.replace(",", "."))
    except ValueError:
        return _noted(located, Reason(UNREADABLE, {"lat": lat, "lon": lon}))
    return with_given(places, located, *point, hint)


def with_given(
    places: Gazetteer, located: Located, lat: float, lon: float, hint: str = ""
) -> Located:
    """`located` by its address, with the point that the source gave where the two agree.

    A point that agrees is exact ("address"); one that does not is left out with the likely cause.
    `hint` is the country (alpha-3) to assume where the address names none.
    """
    trouble = check_coordinates(places, lat, lon, located.country or hint)
    if trouble is not None:
        return _noted(located, Reason(LEFT_OUT), trouble.reason)
    if located.place is None or located.precision == "country":
        return _from_point(places, located, lat, lon)
    if located.lat is not None and located.lon is not None:
        km = distance_km(lat, lon, located.lat, located.lon)
        if km > _REACH.get(located.precision, 60.0):
            return _noted(located, Reason(FAR, {"km": round(km), "name": located.place.name}))
    reasons = (Reason(GIVEN), *located.reasons)
    return replace(located, precision="address", lat=lat, lon=lon, reasons=reasons)


def _from_point(places: Gazetteer, located: Located, lat: float, lon: float) -> Located:
    """The address says no more than a country: the nearest town tells the rest."""
    around = Reverse(places).at(lat, lon)
    return replace(
        located,
        precision="address",
        place=around.town,
        lat=lat,
        lon=lon,
        country=around.country,
        admin1=around.admin1,
        admin2=around.admin2,
        reasons=(Reason(GIVEN_ALONE), *located.reasons),
    )


def _noted(located: Located, *reasons: Reason) -> Located:
    return replace(located, reasons=(*located.reasons, *reasons))
