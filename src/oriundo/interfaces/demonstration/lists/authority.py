"""A list that only the authority may see: Spanish, a spreadsheet, small origins."""

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
from oriundo.interfaces.demonstration.lists.sightings import AUTHORITY
from oriundo.interfaces.demonstration.lists.wordings import OBJECTIVES, country, division
from oriundo.interfaces.demonstration.slips import aged, garbled, maybe, reach
from oriundo.interfaces.demonstration.writing import ods_bytes

SOURCE = Publisher(
    name="Lista reservada de la cancillería",
    kind="official",
    publisher="Ministerio de Relaciones Exteriores (inventado)",
    language="es",
    license="not for publication (invented)",
    visibility="authority",
    searched_on=date(2020, 10, 19),
)
MAPPING: dict[str, object] = {
    "id": "Registro",
    "name": "Nombre de la organización",
    "acronym": "Siglas",
    "origin": "Origen",
    "hometown": "Lugar de origen",
    "city": "Ciudad",
    "region": "Estado o provincia",
    "country": "País de residencia",
    "phone": "Teléfono",
    "email": "Correo",
    "founded": "Fundación",
    "objective": "Tipo",
    "contact_attested": "Contacto reservado",
}


def authority(bodies: Sequence[Body], rng: random.Random) -> FoundList:
    """The list as handed over to the study."""
    listed = shuffled(bodies, rng)
    records = [_record(f"MRE/{n:03d}", body, rng) for n, body in enumerate(listed, 1)]
    return FoundList(
        slug=AUTHORITY,
        file_name="authority-list.ods",
        source=SOURCE,
        content=ods_bytes(grid(records), sheet="Organizaciones"),
        mapping=MAPPING,
        answers={str(r["Registro"]): body.id for r, body in zip(records, listed, strict=True)},
    )


def _record(key: str, true: Body, rng: random.Random) -> Record:
    body = aged(true, rng, moved=0.0, old_phone=0.05)
    phone, email = reach(body, rng, phone=0.8, email=0.6)
    name = body.also or body.name
    return {
        "Registro": key,
        "Nombre de la organización": name
        if body.named
        else garbled(name, body, rng, typos=0.05, accents=0.15, short=0.15),
        "Siglas": body.acronym,
        "Origen": country(body.origin, "es"),
        "Lugar de origen": body.hometown,
        "Ciudad": body.city,
        "Estado o provincia": division(body.division, "es"),
        "País de residencia": country(body.country, "es"),
        "Teléfono": phone,
        "Correo": email,
        "Fundación": maybe(str(body.founded or ""), rng, 0.4),
        "Tipo": OBJECTIVES[body.objective][0],
        "Contacto reservado": "sí" if body.attested else "",
    }
