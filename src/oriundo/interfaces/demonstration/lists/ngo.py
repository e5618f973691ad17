"""A list made by a non-governmental organization: English, names translated, UTF-8."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date

from oriundo.interfaces.demonstration.bodies import Body
from oriundo.interfaces.demonstration.lists.found import (
    FoundList,
    Publisher,
    Record,
    grid,
    shuffled,
)
from oriundo.interfaces.demonstration.lists.languages import spoken
from oriundo.interfaces.demonstration.lists.sightings import NGO
from oriundo.interfaces.demonstration.lists.wordings import (
    OBJECTIVES,
    SUPPORTS,
    country,
    division,
    short_division,
)
from oriundo.interfaces.demonstration.slips import aged, garbled, maybe, reach
from oriundo.interfaces.demonstration.writing import csv_bytes

SOURCE = Publisher(
    name="Immigrant Organizations Resource List",
    kind="ngo",
    publisher="Open Doors Research Network (invented)",
    language="en",
    license="invented, CC0-1.0",
    visibility="public",
    searched_on=date(2020, 7, 3),
)
MAPPING: dict[str, object] = {
    "id": "Ref",
    "name": "Organization Name",
    "alternate_name": "Also Known As",
    "origin": "Community Served",
    "address": "Street",
    "city": "City",
    "region": "State/Province",
    "country": "Country",
    "phone": "Phone",
    "email": "Email",
    "website": "Website",
    "objective": "Program Area",
    "support": "Support to Home Community",
    "language": "Language(s)",
    "contact_attested": "Contact on File",
    "split": {"support": ";", "alternate_name": ";"},
}


def ngo(bodies: Sequence[Body], rng: random.Random) -> FoundList:
    """The list as published; names are in English, the Spanish one beside a third of them."""
    listed = shuffled(bodies, rng)
    records = [_record(f"N{n:04d}", body, rng) for n, body in enumerate(listed, 1)]
    return FoundList(
        slug=NGO,
        file_name="ngo-list.csv",
        source=SOURCE,
        content=csv_bytes(grid(records)),
        mapping=MAPPING,
        answers={str(r["Ref"]): body.id for r, body in zip(records, listed, strict=True)},
    )


def _record(key: str, true: Body, rng: random.Random) -> Record:
    body = aged(true, rng, moved=0.05, old_phone=0.05)
    phone, email = reach(body, rng, phone=0.85, email=0.7)
    state = short_division(body.division) if rng.random() < 0.6 else ""
    return {
        "Ref": key,
        "Organization Name": _name(body, rng),
        "Also Known As": _aliases(body, rng),
        "Community Served": country(body.origin, "en"),
        "Street": maybe(body.address, rng, 0.6),
        "City": body.city,
        "State/Province": state or division(body.division, "en"),
        "Country": "USA" if body.country == "USA" else country(body.country, "en"),
        "Phone": f"+1 {phone}" if phone else "",
        "Email": email,
        "Website": body.website if body.named else maybe(body.website, rng, 0.6),
        "Program Area": OBJECTIVES[body.objective][1],
        "Support to Home Community": "; ".join(SUPPORTS[kind][1] for kind in body.supports),
        "Language(s)": ", ".join(spoken(true, "en")),
        "Contact on File": "yes" if body.attested else "",
    }


def _name(body: Body, rng: random.Random) -> str:
    if body.named:
        return body.name_en
    return garbled(body.name_en, body, rng, typos=0.04, accents=0.6, short=0.08)


def _aliases(body: Body, rng: random.Random) -> str:
    if body.named:
        return "; ".join(dict.fromkeys(n for n in (body.name, body.also, body.acronym) if n))
    return maybe(body.name, rng, 1.0 if body.steady else 0.33)
