"""What machines are told of an organization: its listing, and nothing that is not in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any

from django.urls import reverse
from django.utils import translation

from oriundo.base.places.gazetteer import gazetteer
from oriundo.base.places.names import country_name, division_name
from oriundo.domain.directory.models import Listing

Record = dict[str, Any]
BATCH = 500
_HOST = re.compile(r"(https?://)?[\w.-]+\.[a-z]{2,}([/?#:]\S*)?", re.IGNORECASE)


def listings(ids: Iterable[str]) -> Iterator[Listing]:
    """The listings of public ids, in that order; one withdrawn since is left out."""
    numbers = iter(ids)
    while batch := list(islice(numbers, BATCH)):
        found = Listing.objects.in_bulk(batch, field_name="public_id")
        yield from (found[public_id] for public_id in batch if public_id in found)


def record(listing: Listing, language: str, root: str = "") -> Record:
    """One organization as JSON. `root`: scheme and host, so that its page has a whole address."""
    return {
        "id": listing.public_id,
        "name": listing.name,
        "alternate_names": values(listing, "alternate_name"),
        "acronyms": values(listing, "acronym"),
        "description": first(listing, "description"),
        "origin": _country(listing.origin, language),
        "hometowns": values(listing, "hometown"),
        "homes": [_home(home, language) for home in listing.homes],
        "residence": residence(listing, language),
        "objective": listing.objective or None,
        "secondary_objectives": values(listing, "secondary_objective"),
        "member_origin": listing.member_origin or None,
        "structure": listing.structure or None,
        "support": values(listing, "support"),
        "languages": values(listing, "language"),
        "websites": [address for text in values(listing, "website") if (address := web(text))],
        "phones": values(listing, "phone"),
        "emails": values(listing, "email"),
        "members": first(listing, "members") or None,
        "founded": first(listing, "founded") or None,
        "registration_numbers": values(listing, "registration_number"),
        "status": listing.status,
        "verified": listing.verified_on.isoformat() if listing.verified_on else None,
        "published": listing.published_at.isoformat(timespec="seconds"),
        "invented": listing.invented,
        "sources": sources(listing),
        "page": root + page(listing.public_id, language),
    }


MEMBERS = (
    "id", "name", "alternate_names", "acronyms", "description", "origin", "hometowns", "homes",
    "residence", "objective", "secondary_objectives", "member_origin", "structure", "support",
    "languages", "websites", "phones", "emails", "members", "founded", "registration_numbers",
    "status", "verified", "published", "invented", "sources", "page",
)  # fmt: skip


def facts(listing: Listing) -> list[Record]:
    """Every public value with the sources that say so."""
    return [
        {
            "field": fact["field"],
            "value": fact["value"],
            "chosen": fact["chosen"],
            "sources": [_source(source) for source in fact["sources"]],
        }
        for fact in listing.facts
    ]


def residence(listing: Listing, language: str) -> Record:
    """Where it is: codes, names, and a point where one is published."""
    return {
        "country": _country(listing.residence_country, language),
        "region": _named(
            listing.residence_region, division_name(listing.residence_region, language)
        ),
        "county": _place(listing.residence_county, language),
        "city": _place(listing.residence_city, language),
        "city_as_said": first(listing, "city") or None,
        "address": first(listing, "address") or None,
        "postal_code": first(listing, "postal") or None,
        "latitude": listing.latitude,
        "longitude": listing.longitude,
        "precision": listing.precision,
    }


def values(listing: Listing, field: str) -> list[str]:
    """All public values of a field, the golden ones first."""
    said = [fact for fact in listing.facts if fact["field"] == field]
    return [str(fact["value"]) for fact in sorted(said, key=lambda fact: not fact["chosen"])]


def first(listing: Listing, field: str) -> str:
    return next(iter(values(listing, field)), "")


def sources(listing: Listing) -> list[Record]:
    """The lists that anything public rests on, each once."""
    said = {source["name"]: _source(source) for fact in listing.facts for source in fact["sources"]}
    return [said[name] for name in sorted(said)]


def page(public_id: str, language: str) -> str:
    """The path of an organization's page."""
    with translation.override(language):
        return reverse("public:organization", args=[public_id])


def web(text: str) -> str:
    """A web address that a source gives, with its scheme; "" when it is none."""
    if not _HOST.fullmatch(text) or not text.isascii():
        return ""
    return text if "://" in text else f"https://{text}"


@lru_cache(maxsize=100_000)
def place_name(key: str, language: str) -> str:
    """The name of a place by its key; the key where it is unknown."""
    place = gazetteer().by_key(key)
    if place is None:
        return key
    return gazetteer().names(place).get(language, place.name)


def _source(source: Mapping[str, Any]) -> Record:
    return {"name": source["name"], "kind": source["kind"], "on": source["on"] or None}


def _country(code: str, language: str) -> Record | None:
    return _named(code, country_name(code, language) if code else "")


def _place(key: str, language: str) -> Record | None:
    return _named(key, place_name(key, language) if key else "")


def _named(code: str, name: str) -> Record | None:
    return {"code": code, "name": name} if code else None


def _home(home: Mapping[str, Any], language: str) -> Record:
    return {
        "country": _country(home["country"], language),
        "region": _named(home["region"], division_name(home["region"], language)),
        "town": _place(home["town"], language),
        "latitude": home["lat"],
        "longitude": home["lon"],
    }
