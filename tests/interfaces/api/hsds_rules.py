"""The rules of HSDS 3.1: objects, fields, what is required, types, formats, words of a list.

Written from the standard's published schemas, not from our code. A field that starts with `x_` is
an addition, which a Profile may make; any other unknown field is a fault.
"""

from __future__ import annotations

import re
import uuid
from datetime import date, datetime
from urllib.parse import urlsplit

# name: type; "*" before it: required. A type in brackets is a list of that object.
OBJECTS = {
    "organization": """*id:uuid *name:text alternate_name:text *description:text email:email
        website:uri additional_websites:[url] tax_status:text tax_id:text year_incorporated:number
        legal_status:text logo:uri uri:uri parent_organization_id:uuid funding:[funding]
        contacts:[contact] phones:[phone] locations:[location] programs:[program]
        organization_identifiers:[organization_identifier] attributes:[attribute]
        metadata:[metadata]""",
    "organization_identifier": """*id:uuid organization_id:uuid identifier_scheme:text
        *identifier_type:text *identifier:text attributes:[attribute] metadata:[metadata]""",
    "service": """*id:uuid organization_id:uuid program_id:uuid *name:text alternate_name:text
        description:text url:uri additional_urls:[url] email:email *status:status
        interpretation_services:text application_process:text fees_description:text wait_time:text
        fees:text accreditations:text eligibility_description:text minimum_age:number
        maximum_age:number assured_date:date assurer_email:email licenses:text alert:text
        last_modified:date-time phones:[phone] schedules:[schedule] service_areas:[service_area]
        service_at_locations:[service_at_location] languages:[language] organization:organization
        funding:[funding] cost_options:[cost_option] program:program
        required_documents:[required_document] contacts:[contact] capacities:[service_capacity]
        attributes:[attribute] metadata:[metadata]""",
    "service_at_location": """*id:uuid service_id:uuid location_id:uuid description:text
        service_areas:[service_area] contacts:[contact] phones:[phone] schedules:[schedule]
        location:location attributes:[attribute] metadata:[metadata]""",
    "location": """*id:uuid *location_type:place url:uri organization_id:uuid name:text
        alternate_name:text description:text transportation:text latitude:number longitude:number
        external_identifier:text external_identifier_type:text languages:[language]
        addresses:[address] contacts:[contact] accessibility:[accessibility] phones:[phone]
        schedules:[schedule] attributes:[attribute] metadata:[metadata]""",
    "address": """*id:uuid location_id:uuid attention:text *address_1:text address_2:text
        *city:text region:text *state_province:text *postal_code:text *country:text
        *address_type:place attributes:[attribute] metadata:[metadata]""",
    "phone": """*id:uuid location_id:uuid service_id:uuid organization_id:uuid contact_id:uuid
        service_at_location_id:uuid *number:text extension:number type:text description:text
        languages:[language] attributes:[attribute] metadata:[metadata]""",
    "service_area": """*id:uuid service_id:uuid service_at_location_id:uuid name:text
        description:text extent:text extent_type:text uri:uri attributes:[attribute]
        metadata:[metadata]""",
    "language": """*id:uuid service_id:uuid location_id:uuid phone_id:uuid name:text code:text
        note:text attributes:[attribute] metadata:[metadata]""",
    "url": """*id:uuid label:text *url:uri organization_id:uuid service_id:uuid
        attributes:[attribute] metadata:[metadata]""",
    "attribute": """*id:uuid link_id:uuid taxonomy_term_id:uuid link_type:text link_entity:text
        value:text taxonomy_term:taxonomy_term metadata:[metadata] label:text""",
    "taxonomy": "*id:uuid *name:text *description:text uri:uri version:text metadata:[metadata]",
    "taxonomy_term": """*id:uuid code:text *name:text *description:text parent_id:uuid
        taxonomy:text taxonomy_detail:taxonomy language:text taxonomy_id:uuid term_uri:uri
        metadata:[metadata]""",
}
PAGE = {
    "total_items": int, "total_pages": int, "page_number": int, "size": int,
    "first_page": bool, "last_page": bool, "empty": bool, "contents": list,
}  # fmt: skip
STATUS = {"active", "inactive", "defunct", "temporarily closed"}
PLACE = {"physical", "postal", "virtual"}
FIELDS = {
    kind: {
        field.lstrip("*").partition(":")[0]: (field[0] == "*", field.partition(":")[2])
        for field in text.split()
    }
    for kind, text in OBJECTS.items()
}


def faults(kind, value, at=""):
    """What is wrong with an object of a kind, as sentences; empty when it is valid."""
    at = at or kind
    if not isinstance(value, dict):
        return [f"{at}: not an object"]
    fields = FIELDS[kind]
    found = [f"{at}.{n}: missing" for n, (needed, _) in fields.items() if needed and n not in value]
    for name, held in value.items():
        if name.startswith("x_"):
            continue
        if name not in fields:
            found.append(f"{at}.{name}: unknown")
        else:
            found += _of(fields[name][1], held, f"{at}.{name}")
    return found


def page_faults(kind, page):
    """What is wrong with a page object of things of a kind."""
    if set(page) != set(PAGE):
        return [f"page: has {sorted(page)}"]
    found = [f"page.{n}: not {t.__name__}" for n, t in PAGE.items() if type(page[n]) is not t]
    if page["size"] != len(page["contents"]) or page["empty"] != (not page["contents"]):
        found.append("page: size or empty is wrong")
    return found + [fault for each in page["contents"] for fault in faults(kind, each)]


def _of(kind, value, at):
    if kind.startswith("["):
        if not isinstance(value, list):
            return [f"{at}: not a list"]
        return [fault for n, v in enumerate(value) for fault in faults(kind[1:-1], v, f"{at}[{n}]")]
    if kind in OBJECTS:
        return faults(kind, value, at)
    return [] if _fits(kind, value) else [f"{at}: {value!r} is no {kind}"]


def _fits(kind, value):
    if kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    if not isinstance(value, str):
        return False
    return CHECKS[kind](value)


def _uuid(value):
    return str(uuid.UUID(value)) == value


def _parsed(read):
    def check(value):
        try:
            return bool(read(value))
        except ValueError:
            return False

    return check


CHECKS = {
    "text": bool,
    "uuid": _parsed(_uuid),
    "email": lambda value: bool(re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", value)),
    "uri": lambda value: (
        urlsplit(value).scheme in {"http", "https"} and bool(urlsplit(value).netloc)
    ),
    "date": _parsed(date.fromisoformat),
    "date-time": _parsed(lambda value: datetime.fromisoformat(value).tzinfo),
    "status": STATUS.__contains__,
    "place": PLACE.__contains__,
}
