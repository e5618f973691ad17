"""A distance from a place: read from the address bar, or from what someone typed."""

from __future__ import annotations

from dataclasses import dataclass

from oriundo.base.places.gazetteer import gazetteer
from oriundo.base.places.geocoder import geocode
from oriundo.base.places.names import country_code
from oriundo.insight.atlas.question import Circle
from oriundo.interfaces.web.placenames import place_label, place_of

KILOMETERS = (10, 25, 50, 100, 250)
USUAL_KM = 50
# Assumed for a ZIP code and a bare name that several countries have, in this order.
_ASSUMED = ("USA", "CAN", "MEX")
_MOST_KM = 1_000


@dataclass(frozen=True, slots=True)
class Around:
    """A circle around a place. `key` names it; "" when the reader's device gave the point."""

    lat: float
    lon: float
    km: int
    key: str

    @property
    def circle(self) -> Circle:
        return Circle(self.lat, self.lon, self.km)

    @property
    def name(self) -> str:
        return place_label(self.key) if self.key else ""

    def state(self) -> dict[str, str]:
        """As it stands in the address bar: two decimals are a kilometer."""
        place = {"at": self.key} if self.key else {}
        return {"near": f"{self.lat:g},{self.lon:g},{self.km}", **place}


def read(near: str, key: str, km: str = "") -> Around | None:
    """ "34.05,-118.25,50" and the key of its place; None for anything that is no circle on earth.

    `km`: another distance, chosen in the form.
    """
    try:
        lat, lon, given = (float(part) for part in near.split(","))
    except ValueError:
        return None
    distance = kilometers(km, otherwise=given)
    if not (abs(lat) <= 90 and abs(lon) <= 180 and 1 <= distance <= _MOST_KM):
        return None
    return Around(round(lat, 2), round(lon, 2), int(distance), key if place_of(key) else "")


def named(text: str, country: str, km: str) -> Around | None:
    """The place that somebody typed: a town, a county, a state, a ZIP code; None for none.

    `country`: an alpha-3 code to look in first, "" for any.
    """
    for hint in (country, "", *_ASSUMED) if country else ("", *_ASSUMED):
        found = geocode(text, hint)
        if found.place is not None and found.lat is not None and found.lon is not None:
            distance = int(kilometers(km, otherwise=USUAL_KM))
            return Around(round(found.lat, 2), round(found.lon, 2), distance, found.place.key)
    return _largest(text, distance=int(kilometers(km, otherwise=USUAL_KM)))


def kilometers(text: str, *, otherwise: float) -> float:
    """A distance that the form offers, else the one given."""
    return float(text) if text in map(str, KILOMETERS) else otherwise


def _largest(text: str, *, distance: int) -> Around | None:
    """Of several places of a name that nothing tells apart, the most populous."""
    if country_code(text):
        return None
    for place in gazetteer().named(text):
        if place.lat is not None and place.lon is not None:
            return Around(round(place.lat, 2), round(place.lon, 2), distance, place.key)
    return None
