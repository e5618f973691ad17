"""Which values a filter may have: a value that names nothing is dropped from an address."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from babel import Locale

from oriundo.base.places.gazetteer import gazetteer
from oriundo.base.places.levels import Level
from oriundo.base.places.names import REGIONS
from oriundo.base.places.territories import county_of, is_county, state_of
from oriundo.domain.directory.typology import AXES, SUPPORT
from oriundo.insight.atlas.question import FILTERS, UNKNOWN
from oriundo.interfaces.web import words
from oriundo.interfaces.web.placenames import place_of, region_country, region_name

_COUNTRY = re.compile(r"(REG-)?[A-Z]{3}")
_DIVISION = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
# No key is longer, and nothing unseen is in one.
_KEY = re.compile(r"[^\x00-\x1f\x7f]{2,120}")


def known(values: Mapping[str, str]) -> dict[str, str]:
    """The values that name something, in the order of FILTERS, each lying in the coarser ones."""
    kept = {name: values[name] for name in FILTERS if is_known(name, values.get(name, ""))}
    for finer, holds in _HELD.items():
        if finer in kept and not holds(kept):
            del kept[finer]
    return kept


def is_known(name: str, value: str) -> bool:
    """Whether a filter can have this value ("unknown" is one of every filter but `verified`)."""
    if value == UNKNOWN:
        return name != "verified"
    return bool(value) and _CHECKS[name](value)


def _is_country(code: str) -> bool:
    if not _COUNTRY.fullmatch(code):
        return False
    return code in REGIONS or gazetteer().by_code("iso-3166-1", code) is not None


def _is_division(code: str) -> bool:
    return bool(_DIVISION.fullmatch(code)) and region_name(code) != code


def _is_place(*levels: Level) -> Callable[[str], bool]:
    def check(key: str) -> bool:
        place = place_of(key) if _KEY.fullmatch(key) else None
        return place is not None and place.level in levels

    return check


def _is_county(key: str) -> bool:
    found = place_of(key)
    return found is not None and is_county(found)


def _is_language(code: str) -> bool:
    return code in Locale.parse("en").languages


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


_CHECKS: dict[str, Callable[[str], bool]] = {
    "origin": _is_country,
    "home_region": _is_division,
    "hometown": _is_place("admin2", "locality"),
    "country": _is_country,
    "region": _is_division,
    "county": _is_county,
    "city": _is_place("locality"),
    **{axis: codes.__contains__ for axis, codes in AXES.items()},
    "support": SUPPORT.__contains__,
    "language": _is_language,
    "status": words.STATUS.__contains__,
    "precision": words.PRECISION.__contains__,
    "verified": _is_day,
}


def _lies_in(place: str, region: str) -> Callable[[Mapping[str, str]], bool]:
    """A finer value left behind when a coarser one was changed would find nothing for ever."""

    def holds(kept: Mapping[str, str]) -> bool:
        found, wanted = place_of(kept[place]), kept.get(region, "")
        return not found or not found.admin1 or wanted in ("", UNKNOWN, state_of(found))

    return holds


def _lies_in_country(region: str, country: str) -> Callable[[Mapping[str, str]], bool]:
    def holds(kept: Mapping[str, str]) -> bool:
        own, wanted = region_country(kept[region]), kept.get(country, "")
        return not own or wanted in ("", UNKNOWN, own) or wanted.startswith("REG-")

    return holds


def _city_lies_in_county(kept: Mapping[str, str]) -> bool:
    city, county = place_of(kept["city"]), place_of(kept.get("county", ""))
    around = county_of(city) if city else None
    return not around or not county or around == county


_HELD: dict[str, Callable[[Mapping[str, str]], bool]] = {
    "region": _lies_in_country("region", "country"),
    "county": _lies_in("county", "region"),
    "city": lambda kept: _lies_in("city", "region")(kept) and _city_lies_in_county(kept),
    "home_region": _lies_in_country("home_region", "origin"),
    "hometown": _lies_in("hometown", "home_region"),
}
