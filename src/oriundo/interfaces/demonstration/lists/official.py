"""The official directory: Spanish, semicolons, Windows-1252, stale, some entries twice."""

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
from oriundo.interfaces.demonstration.lists.sightings import OFFICIAL
from oriundo.interfaces.demonstration.lists.wordings import (
    OBJECTIVES,
    SUPPORTS,
    country,
    division,
)
from oriundo.interfaces.demonstration.slips import aged, garbled, maybe, reach
from oriundo.interfaces.demonstration.writing import csv_bytes

SOURCE = Publisher(
    name="Directorio oficial de organizaciones en el exterior",
    kind="official",
    publisher="Dirección de Comunidades en el Exterior (inventada)",
    language="es",
    license="invented, CC0-1.0",
    visibility="public",
    searched_on=date(2020, 5, 11),
)
MAPPING: dict[str, object] = {
    "id": "Núm.",
    "name": "Organización",
    "acronym": "Siglas",
    "origin": "País de origen",
    "hometown": "Comunidad de origen",
    "address": "Domicilio",
    "city": "Ciudad",
    "region": "Estado",
    "postal": "C.P.",
    "country": "País",
    "phone": "Teléfono",
    "email": "Correo electrónico",
    "website": "Página",
    "members": "Socios",
    "founded": "Año",
    "objective": "Objetivo",
    "support": "Apoyos",
    "language": "Idiomas",
    "contact_attested": "Contacto en archivo",
    "split": {"support": ";"},
}
_TWICE = 12


def official(bodies: Sequence[Body], rng: random.Random) -> FoundList:
    """The directory as downloaded; twelve organizations registered a second time."""
    invented = [body for body in bodies if not body.named]
    listed = shuffled([*bodies, *rng.sample(invented, _TWICE)], rng)
    records = [_record(number, body, rng) for number, body in enumerate(listed, 1)]
    return FoundList(
        slug=OFFICIAL,
        file_name="directorio-oficial.csv",
        source=SOURCE,
        content=csv_bytes(grid(records), delimiter=";", encoding="cp1252"),
        mapping=MAPPING,
        answers={str(r["Núm."]): body.id for r, body in zip(records, listed, strict=True)},
    )


def _record(number: int, true: Body, rng: random.Random) -> Record:
    body = aged(true, rng, moved=0.04, old_phone=0.05)
    phone, email = reach(body, rng, phone=0.88, email=0.75)
    return {
        "Núm.": number,
        "Organización": _name(body, rng),
        "Siglas": maybe(body.acronym, rng, 1.0 if body.named else 0.7),
        "País de origen": country(body.origin, "es"),
        "Comunidad de origen": maybe(_hometown(body), rng, 0.9),
        "Domicilio": maybe(body.address, rng, 0.85),
        "Ciudad": body.city,
        "Estado": maybe(division(body.division, "es"), rng, 0.95 if body.city else 1.0),
        "C.P.": maybe(body.postal, rng, 0.5),
        "País": country(body.country, "es"),
        "Teléfono": _phone(phone),
        "Correo electrónico": email,
        "Página": body.website if body.named else maybe(body.website, rng, 0.4),
        "Socios": body.members or "",
        "Año": maybe(str(body.founded or ""), rng, 0.8),
        "Objetivo": OBJECTIVES[body.objective][0],
        "Apoyos": "; ".join(SUPPORTS[kind][0] for kind in body.supports),
        "Idiomas": "/".join(spoken(true, "es")),
        "Contacto en archivo": "Sí" if body.attested else "",
    }


def _name(body: Body, rng: random.Random) -> str:
    if body.named:
        return body.name
    name = garbled(body.name, body, rng, typos=0.05, accents=0.08, short=0.12)
    if body.acronym and rng.random() < 0.3:
        return f"{name} ({body.acronym})"
    if body.hometown and rng.random() < 0.25:
        return f"{name}, {division(body.home, 'es')}"
    return name


def _hometown(body: Body) -> str:
    if body.hometown:
        return f"{body.hometown}, {division(body.home, 'es')}"
    return division(body.home, "es")


def _phone(phone: str) -> str:
    """ "213-555-0100" -> "(213) 555-0100"."""
    return f"({phone[:3]}) {phone[4:]}" if phone else ""
