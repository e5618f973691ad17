"""Which consulates serve a place, in the reader's words; nothing where no district is loaded."""

from __future__ import annotations

from dataclasses import dataclass

from oriundo.base.places.consulates import consulates_for
from oriundo.base.places.gazetteer import Place, gazetteer
from oriundo.base.places.names import country_name
from oriundo.domain.directory.models import Listing
from oriundo.interfaces.web import language
from oriundo.interfaces.web.placenames import place_of


@dataclass(frozen=True, slots=True)
class Serving:
    """The consulates of one country of origin, as one reads them."""

    origin: str
    country: str
    consulates: str


def serving(place: Place) -> list[Serving]:
    """The consulates that serve a place or a part of it, by the name of their country."""
    found = [
        Serving(origin, country_name(origin, language.current()), ", ".join(names))
        for origin, names in consulates_for(place).items()
    ]
    return sorted(found, key=lambda each: each.country)


def serving_listing(listing: Listing) -> Serving | None:
    """The consulate of its country of origin where an organization is, as finely as is public."""
    place = _where(listing)
    found = serving(place) if place else []
    return next((each for each in found if each.origin == listing.origin), None)


def _where(listing: Listing) -> Place | None:
    for key in (listing.residence_city, listing.residence_county):
        if key and (place := place_of(key)):
            return place
    codes = (("iso-3166-2", listing.residence_region), ("iso-3166-1", listing.residence_country))
    scheme, code = next((each for each in codes if each[1]), ("", ""))
    return gazetteer().by_code(scheme, code) if code else None
