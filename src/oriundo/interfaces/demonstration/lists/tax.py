"""An extract of a tax register: capitals, names cut over two columns, no telephone, no origin."""

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
from oriundo.interfaces.demonstration.lists.sightings import TAX
from oriundo.interfaces.demonstration.lists.wordings import division, short_division
from oriundo.interfaces.demonstration.slips import aged, typo, without_accents
from oriundo.interfaces.demonstration.writing import csv_bytes

SOURCE = Publisher(
    name="Tax-exempt organizations, extract",
    kind="register",
    publisher="Register of Exempt Organizations (invented)",
    language="en",
    license="invented, CC0-1.0",
    visibility="public",
    searched_on=date(2020, 8, 14),
    country="USA",
)
CUT = 35
_BOXES = 0.06
MAPPING: dict[str, object] = {
    "id": "EIN",
    "registration_number": "EIN",
    "name": ["ORGNAME1", "ORGNAME2"],
    "address": "STREET",
    "city": "CITY",
    "region": "ST",
    "postal": "ZIP",
    "cut_at": {"name": CUT},
    "constants": {"country": "US"},
}


def tax(bodies: Sequence[Body], rng: random.Random) -> FoundList:
    """The extract as downloaded. Its numbers begin with 00, which no register gives."""
    listed = shuffled(bodies, rng)
    numbers = rng.sample(range(1_000_000, 9_999_999), len(listed))
    records = [
        _record(f"00-{number}", body, rng) for number, body in zip(numbers, listed, strict=True)
    ]
    return FoundList(
        slug=TAX,
        file_name="tax-register.csv",
        source=SOURCE,
        content=csv_bytes(grid(records)),
        mapping=MAPPING,
        answers={str(r["EIN"]): body.id for r, body in zip(records, listed, strict=True)},
    )


def _record(number: str, true: Body, rng: random.Random) -> Record:
    body = aged(true, rng, moved=0.04, old_phone=0.0)
    first, second = cut(_registered_name(body, rng))
    box = f"PO BOX {rng.randrange(100, 9000)}"
    return {
        "EIN": number,
        "ORGNAME1": first,
        "ORGNAME2": second,
        "STREET": box if rng.random() < _BOXES else body.address.upper(),
        "CITY": without_accents(body.city).upper(),
        "ST": short_division(body.division),
        "ZIP": body.postal,
    }


def cut(name: str) -> tuple[str, str]:
    """The name over two columns. A cut between two words is moved back by a word, so that a first
    column of exactly 35 characters always means that a word goes on in the second."""
    first, second = name[:CUT], name[CUT:]
    if second.startswith(" "):
        first, _, last = first.rpartition(" ")
        second = last + second
    return first.rstrip(), second


def _registered_name(body: Body, rng: random.Random) -> str:
    """Spanish or English; a club's state of origin is part of the registered name."""
    name = body.name if rng.random() < 0.55 else body.name_en
    if body.hometown:
        name = f"{name} {division(body.home, 'es')}"
        name = f"{name} México" if body.origin == "MEX" and rng.random() < 0.2 else name
    if rng.random() < 0.04:
        name = typo(name, rng)
    if rng.random() < 0.45:
        name = f"{name} Inc"
    return without_accents(name).replace(",", "").upper()
