"""A federation's spreadsheet: titles above the header, capitals, abbreviations."""

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
from oriundo.interfaces.demonstration.lists.sightings import FEDERATION
from oriundo.interfaces.demonstration.lists.wordings import division, short_division
from oriundo.interfaces.demonstration.slips import aged, garbled, reach
from oriundo.interfaces.demonstration.writing import Cell, xlsx_bytes

SOURCE = Publisher(
    name="Padrón de clubes de una federación",
    kind="federation",
    publisher="Federación de Clubes Unidos del Norte (inventada)",
    language="es",
    license="invented, CC0-1.0",
    visibility="public",
    searched_on=date(2020, 6, 22),
    country="USA",
)
MAPPING: dict[str, object] = {
    "id": "CLAVE",
    "name": "NOMBRE DEL CLUB",
    "hometown": ["MUNICIPIO", "ENTIDAD"],
    "city": "CIUDAD",
    "region": "EDO.",
    "phone": "TEL.",
    "email": "CORREO",
    "members": "SOCIOS",
    "founded": "FUNDADO",
    "join": {"hometown": ", "},
    "constants": {"origin": "México", "country": "US"},
}
_TITLES: tuple[list[Cell], ...] = (
    ["PADRÓN DE CLUBES Y FEDERACIONES"],
    ["Actualizado: junio de 2020 (lista inventada)"],
    [],
)


def federation(bodies: Sequence[Body], rng: random.Random) -> FoundList:
    """The spreadsheet as mailed around."""
    listed = shuffled(bodies, rng)
    records = [_record(f"C-{n:03d}", body, rng) for n, body in enumerate(listed, 1)]
    return FoundList(
        slug=FEDERATION,
        file_name="federacion-clubes.xlsx",
        source=SOURCE,
        content=xlsx_bytes([*_TITLES, *grid(records)], sheet="CLUBES"),
        mapping=MAPPING,
        answers={str(r["CLAVE"]): body.id for r, body in zip(records, listed, strict=True)},
    )


def _record(key: str, true: Body, rng: random.Random) -> Record:
    body = aged(true, rng, moved=0.0, old_phone=0.04)
    phone, email = reach(body, rng, phone=0.92, email=0.15)
    accents = 0.6
    return {
        "CLAVE": key,
        "NOMBRE DEL CLUB": garbled(
            body.name, body, rng, typos=0.05, accents=accents, short=0.45
        ).upper(),
        "MUNICIPIO": garbled(
            body.hometown, body, rng, typos=0.0, accents=accents, short=0.0
        ).upper(),
        "ENTIDAD": division(body.home, "es").upper(),
        "CIUDAD": body.city.upper(),
        "EDO.": short_division(body.division),
        "TEL.": phone.replace("-", "."),
        "CORREO": email,
        "SOCIOS": body.members or "",
        "FUNDADO": body.founded or "" if rng.random() < 0.6 else "",
    }
