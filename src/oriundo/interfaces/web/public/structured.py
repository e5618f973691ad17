"""An organization for machines that read pages: schema.org as JSON-LD."""

from __future__ import annotations

from typing import Any

from oriundo.base.places.gazetteer import gazetteer
from oriundo.domain.directory.models import Listing
from oriundo.interfaces.web import words
from oriundo.interfaces.web.placenames import place_name
from oriundo.interfaces.web.public import shown

_FOR_PROFIT = frozenset({"business", "chamber_of_commerce"})


def described(listing: Listing, page: str) -> dict[str, Any]:
    """What is known of a listing. `page`: the absolute address of its page."""
    told = {
        "@context": "https://schema.org",
        "@type": "Organization" if listing.objective in _FOR_PROFIT else "NGO",
        "@id": page,
        "url": page,
        "identifier": listing.public_id,
        "name": listing.name,
        "alternateName": [*shown.other_names(listing), *shown.values(listing, "acronym")],
        "description": shown.value(listing, "description"),
        "disambiguatingDescription": shown.warning(listing),
        "foundingDate": shown.value(listing, "founded"),
        "telephone": shown.values(listing, "phone"),
        "email": shown.values(listing, "email"),
        "sameAs": shown.websites(listing),
        "knowsLanguage": shown.values(listing, "language"),
        "address": _address(listing),
    }
    return {name: value for name, value in told.items() if value}


def _address(listing: Listing) -> dict[str, str]:
    city, region = listing.residence_city, listing.residence_region
    told = {
        "streetAddress": shown.value(listing, "address"),
        "addressLocality": place_name(city) if city else "",
        "addressRegion": words.word("region", region) if region else "",
        "postalCode": shown.value(listing, "postal"),
        "addressCountry": _alpha2(listing.residence_country),
    }
    known = {name: value for name, value in told.items() if value}
    return {"@type": "PostalAddress", **known} if known else {}


def _alpha2(country: str) -> str:
    """Machines expect the code of two letters."""
    place = gazetteer().by_code("iso-3166-1", country) if country else None
    return gazetteer().codes(place).get("iso-alpha-2", country) if place else country
