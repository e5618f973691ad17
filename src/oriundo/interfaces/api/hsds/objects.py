"""Listings as objects of HSDS 3.1. What the standard requires and nobody said is said to be so.

Services: what an organization gives to the community of origin is published as a service only
where somebody confirmed the organization, because HSDS has no word for "nobody knows whether this
still is". For all others the kinds of support are attributes of the organization.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from babel import Locale
from babel.core import UnknownLocaleError
from django.utils.translation import gettext as _

from oriundo.domain.directory.models import Listing
from oriundo.domain.directory.typology import AXES, SUPPORT
from oriundo.interfaces.api.answers import Json, language
from oriundo.interfaces.api.hsds.taxonomies import term, term_id
from oriundo.interfaces.api.identifiers import named, uuid_of
from oriundo.interfaces.api.records import Record, record
from oriundo.interfaces.speech import say

STATUSES: Mapping[str, str] = {
    "active": "active",
    "inactive": "temporarily closed",
    "dissolved": "defunct",
}
"""Our status → that of a service; a listing of another status has no services."""
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")


def minimal(listing: Listing) -> Json:
    """What every answer has of an organization."""
    described = next(
        (str(fact["value"]) for fact in listing.facts if fact["field"] == "description"), ""
    )
    return {
        "id": uuid_of(listing.public_id),
        "name": listing.name,
        "description": described or _("No description given"),
        "x_description_given": bool(described),
        "x_public_id": listing.public_id,
    }


def organization(listing: Listing, root: str, *, services: bool = False) -> Json:
    """An organization with everything published of it. `services`: its services, whole."""
    known = record(listing, language(), root)
    made = minimal(listing) | _addresses(known) | _own_members(known)
    if known["alternate_names"]:
        made["alternate_name"] = known["alternate_names"][0]
    if re.fullmatch("[12][0-9]{3}", known["founded"] or ""):
        made["year_incorporated"] = int(known["founded"])
    me = made["id"]
    made["phones"] = [
        {"id": named("phone", me, number), "organization_id": me, "number": number}
        for number in known["phones"]
    ]
    made["organization_identifiers"] = [
        {
            "id": named("identifier", me, number),
            "organization_id": me,
            "identifier_type": _("Registration number"),
            "identifier": number,
        }
        for number in known["registration_numbers"]
    ]
    made["locations"] = [location(listing, known)]
    made["attributes"] = list(_attributes(listing, known))
    if services:
        made["x_services"] = [service(listing, code, root) for code in service_codes(listing)]
    return made


def _addresses(known: Record) -> Json:
    """Website and email: the first where HSDS has one place, the rest where it has more."""
    made: Json = {}
    emails = [email for email in known["emails"] if _EMAIL.fullmatch(email)]
    if emails:
        made["email"] = emails[0]
    if known["websites"]:
        made["website"] = known["websites"][0]
        me = uuid_of(known["id"])
        made["additional_websites"] = [
            {"id": named("url", me, address), "organization_id": me, "url": address}
            for address in known["websites"][1:]
        ]
    return made


def _own_members(known: Record) -> Json:
    """What HSDS has no place for, as our profile names it."""
    made: Json = {
        "x_alternate_names": [*known["alternate_names"], *known["acronyms"]],
        "x_origin": known["origin"]["code"] if known["origin"] else None,
        "x_homes": [
            {
                part: home[part]["code"] if home[part] else None
                for part in ("country", "region", "town")
            }
            for home in known["homes"]
        ],
        "x_languages": known["languages"],
        "x_status": known["status"],
        "x_invented": known["invented"],
        "x_sources": [source["name"] for source in known["sources"]],
        "x_page": known["page"],
        "x_last_modified": known["published"],
    }
    if known["verified"]:
        made["x_assured_date"] = known["verified"]
    return made


def location(listing: Listing, known: Record) -> Json:
    """Where an organization is, as exactly as that is published."""
    where = known["residence"]
    me = named("location", listing.public_id)
    made: Json = {
        "id": me,
        "location_type": "physical",
        "organization_id": uuid_of(listing.public_id),
        "x_precision": where["precision"],
        "x_admin_codes": [
            {"scheme": scheme, "code": where[part]["code"]}
            for part, scheme in (
                ("country", "ISO 3166-1 alpha-3"),
                ("region", "ISO 3166-2"),
                ("county", "oriundo-place"),
                ("city", "oriundo-place"),
            )
            if where[part]
        ],
    }
    names = [where[part]["name"] for part in ("city", "region", "country") if where[part]]
    if names:
        made["name"] = ", ".join(names)
    if where["region"]:
        made["external_identifier"] = where["region"]["code"]
        made["external_identifier_type"] = "ISO 3166-2"
    if where["latitude"] is not None:
        made |= {"latitude": where["latitude"], "longitude": where["longitude"]}
    return made | _address(me, where)


def _address(place: str, where: Record) -> Json:
    """The postal address where all that HSDS requires of one is published, else why it is not."""
    city = where["city"]["name"] if where["city"] else where["city_as_said"]
    parts = {
        "address_1": where["address"],
        "city": city,
        "state_province": where["region"]["name"] if where["region"] else None,
        "postal_code": where["postal_code"],
        "country": where["country"]["code"] if where["country"] else None,
    }
    if not all(parts.values()):
        return {
            "addresses": [],
            "x_redacted": True,
            "x_redacted_reason": _("No whole address is published."),
        }
    address = {"id": named("address", place), "location_id": place} | parts
    return {"addresses": [address | {"address_type": "physical"}], "x_redacted": False}


def _attributes(listing: Listing, known: Record) -> Iterator[Json]:
    me = uuid_of(listing.public_id)
    said = [(name, known[name]) for name in AXES if known[name]]
    said += [("support", code) for code in known["support"]]
    for name, code in said:
        if code in (AXES | {"support": SUPPORT})[name]:
            yield _attribute(me, "organization", name, code)


def _attribute(of: str, entity: str, name: str, code: str) -> Json:
    described = term(name, code)
    return {
        "id": named("attribute", of, name, code),
        "link_id": of,
        "link_entity": entity,
        "link_type": name,
        "value": code,
        "label": described["name"],
        "taxonomy_term_id": term_id(name, code),
        "taxonomy_term": described,
    }


def service_codes(listing: Listing) -> list[str]:
    """The kinds of support that are published as services of an organization."""
    if listing.status not in STATUSES:
        return []
    said = {fact["value"] for fact in listing.facts if fact["field"] == "support"}
    return [code for code in SUPPORT if code in said]


def service_id(listing: Listing, code: str) -> str:
    return uuid_of(listing.public_id, code)


def service(listing: Listing, code: str, root: str, *, full: bool = False) -> Json:
    """One kind of support as a service. `full`: with the organization and the place."""
    me = service_id(listing, code)
    known = record(listing, language(), root)
    made: Json = {
        "id": me,
        "organization_id": uuid_of(listing.public_id),
        "name": _("%(support)s, for the home community") % {"support": say(SUPPORT[code])},
        "description": _(
            "Given to the community that the members come from; not a service for visitors."
        ),
        "status": STATUSES[listing.status],
        "last_modified": known["published"],
        "service_areas": list(_areas(me, known)),
        "languages": list(_languages(me, known)),
        "attributes": [_attribute(me, "service", "support", code)],
        "x_organization_public_id": listing.public_id,
    }
    if known["verified"]:
        made["assured_date"] = known["verified"]
    if full:
        made["organization"] = organization(listing, root)
        made["service_at_locations"] = [service_at_location(listing, code, root)]
    return made


def _areas(of: str, known: Record) -> Iterator[Json]:
    """The communities of origin."""
    for number, home in enumerate(known["homes"]):
        parts = [home[part]["name"] for part in ("town", "region", "country") if home[part]]
        if parts:
            yield {
                "id": named("service_area", of, str(number)),
                "service_id": of,
                "name": ", ".join(parts),
            }


def _languages(of: str, known: Record) -> Iterator[Json]:
    for code in known["languages"]:
        yield {
            "id": named("language", of, code),
            "service_id": of,
            "code": code,
            "name": _language_name(code),
        }


def _language_name(code: str) -> str:
    try:
        return str(Locale.parse(code, sep="-").get_display_name(language()) or code)
    except (UnknownLocaleError, ValueError):
        return code


def service_at_location(listing: Listing, code: str, root: str) -> Json:
    """Where one gets in touch about a service: the place of the organization."""
    me = service_id(listing, code)
    where = location(listing, record(listing, language(), root))
    return {
        "id": named("service_at_location", me),
        "service_id": me,
        "location_id": where["id"],
        "location": where,
    }
