"""Where a value of an organization's page leads: to the search for others that have it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from oriundo.base.places.gazetteer import gazetteer
from oriundo.domain.directory.models import Listing
from oriundo.interfaces.web.placenames import place_label, place_of, region_label
from oriundo.interfaces.web.places.paths import address
from oriundo.interfaces.web.public.values import is_known

FILTER_OF = {
    "origin": "origin",
    "residence_country": "country",
    "residence_region": "region",
    "objective": "objective",
    "member_origin": "member_origin",
    "structure": "structure",
    "support": "support",
}


def lead(listing: Listing, fact: Mapping[str, Any]) -> str:
    """The search for organizations of which the same is said; "" where no filter asks for it."""
    field, value = fact["field"], str(fact["value"])
    if field in FILTER_OF:
        return search(FILTER_OF[field], value)
    if field == "city" and fact["chosen"]:
        return search("city", listing.residence_city)
    return hometown(listing) if field == "hometown" else ""


def hometown(listing: Listing) -> str:
    """The search for others from the same municipality, or from the same state; "" if unsure.

    Of several homes the page does not know which one a value names.
    """
    if len(listing.homes) != 1:
        return ""
    home = listing.homes[0]
    return search("hometown", home["town"]) or search("home_region", home["region"])


def residence(listing: Listing) -> str:
    """The search for others in the same city, else in the same state, else in the same country."""
    return (
        search("city", listing.residence_city)
        or search("region", listing.residence_region)
        or search("country", listing.residence_country)
    )


def search(name: str, value: str) -> str:
    """The directory narrowed by one value; "" when no filter has it."""
    if not is_known(name, value):
        return ""
    return f"{reverse('public:directory')}?{urlencode({name: value}, safe=':')}"


@dataclass(frozen=True, slots=True)
class PlacePage:
    """The page of a place, and what it is called."""

    name: str
    address: str


def place_pages(listing: Listing) -> tuple[PlacePage, ...]:
    """The pages of where it is and of where its members come from, as fine as is known."""
    pairs = [(listing.residence_city, listing.residence_region)]
    pairs += [(home["town"], home["region"]) for home in listing.homes]
    made = (page for town, region in pairs for page in _page(town, region))
    return tuple(dict.fromkeys(made))


def _page(town: str, region: str) -> Iterator[PlacePage]:
    found = place_of(town) if town else gazetteer().by_code("iso-3166-2", region)
    if found and (there := address(found)):
        yield PlacePage(place_label(town) if town else region_label(region), there)
