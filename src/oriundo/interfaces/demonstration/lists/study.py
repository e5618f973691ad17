"""The organizations that the study names, as what it says of them: nothing here is invented."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from oriundo.interfaces.demonstration.bodies import Body, TrueOrganization
from oriundo.interfaces.demonstration.lists.found import FoundList, Publisher, Record, grid
from oriundo.interfaces.demonstration.lists.wordings import country, division
from oriundo.interfaces.demonstration.writing import csv_bytes

STUDY = "study"
SOURCE = Publisher(
    name="El involucramiento de las diásporas de América Central y México",
    kind="document",
    publisher="Organización Internacional para las Migraciones (OIM)",
    language="es",
    license="facts only; the report itself is CC BY-NC-ND 3.0 IGO",
    visibility="public",
    searched_on=date(2020, 8, 31),
    invented=False,
)
MAPPING: dict[str, object] = {
    "id": "code",
    "name": "name",
    "alternate_name": ["english", "also"],
    "acronym": "acronym",
    "origin": "origin",
    "city": "city",
    "region": "state",
    "country": "country",
    "founded": "founded",
    "website": "website",
    "objective": "type",
    "contact_attested": "contact_held",
}


def study(bodies: Sequence[Body]) -> FoundList:
    """One row per organization named in the study, counted or not, by its number."""
    named = sorted((body for body in bodies if body.named), key=lambda body: body.named)
    records = [_record(body) for body in named]
    return FoundList(
        slug=STUDY,
        file_name="study-named.csv",
        source=SOURCE,
        content=csv_bytes(grid(records)),
        mapping=MAPPING,
        answers={body.named: body.id for body in named},
    )


def _record(body: Body) -> Record:
    placed = not isinstance(body, TrueOrganization) or body.precision != "nothing"
    return {
        "code": body.named,
        "name": body.name,
        "english": body.name_en if body.name_en != body.name else "",
        "also": body.also,
        "acronym": body.acronym,
        "origin": country(body.origin, "es"),
        "city": body.city,
        "state": division(body.division, "es"),
        "country": country(body.country, "es") if placed else "",
        "founded": str(body.founded or ""),
        "website": body.website,
        "type": "coalición" if _is_coalition(body) else "",
        "contact_held": "yes" if body.attested else "",
    }


def _is_coalition(body: Body) -> bool:
    return isinstance(body, TrueOrganization) and body.structure == "coalition"
