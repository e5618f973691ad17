"""A scrape of the organizations' own pages: JSON, HTML entities, accounts, coordinates."""

from __future__ import annotations

import html
import random
from collections.abc import Sequence
from datetime import date

from oriundo.interfaces.demonstration.bodies import Body
from oriundo.interfaces.demonstration.lists.found import FoundList, Publisher, shuffled
from oriundo.interfaces.demonstration.lists.sightings import WEB
from oriundo.interfaces.demonstration.lists.wordings import division, short_division
from oriundo.interfaces.demonstration.slips import aged, garbled, reach
from oriundo.interfaces.demonstration.tables import table
from oriundo.interfaces.demonstration.writing import json_bytes

SOURCE = Publisher(
    name="Páginas de organizaciones, recogidas de la red",
    kind="web",
    publisher="Oriundo, demonstration (invented pages)",
    language="es",
    license="invented, CC0-1.0",
    visibility="public",
    searched_on=date(2020, 9, 2),
)
MAPPING: dict[str, object] = {
    "id": "id",
    "name": "title",
    "description": "blurb",
    "city": "place.city",
    "region": "place.state",
    "phone": "contact.phone",
    "email": "contact.mail",
    "website": ["url", "social"],
    "lat": "geo.lat",
    "lon": "geo.lon",
    "ignore": ["seen_at"],
}
_NAMED_ENTITIES = {
    "á": "&aacute;",
    "é": "&eacute;",
    "í": "&iacute;",
    "ó": "&oacute;",
    "ú": "&uacute;",
    "ñ": "&ntilde;",
}
_SEEN_IN_THE_STUDY = (
    "www.rree.gob.sv/comunidad-salvadorena-en-aurora-colorado-sostiene-encuentro-con-autoridades"
)


def web(bodies: Sequence[Body], rng: random.Random) -> FoundList:
    """The scrape: one object with the list of pages in it; what is absent has no key."""
    listed = shuffled(bodies, rng)
    pages = [_page(f"p{n}", body, rng) for n, body in enumerate(listed, 1)]
    return FoundList(
        slug=WEB,
        file_name="web-scrape.json",
        source=SOURCE,
        content=json_bytes({"collected": "2020-09-02", "invented": True, "pages": pages}),
        mapping=MAPPING,
        answers={str(page["id"]): body.id for page, body in zip(pages, listed, strict=True)},
    )


def _page(key: str, true: Body, rng: random.Random) -> dict[str, object]:
    body = aged(true, rng, moved=0.0, old_phone=0.04)
    phone, email = reach(body, rng, phone=0.75, email=0.75)
    is_reported = body.named == "N34"
    page: dict[str, object] = {
        "id": key,
        "title": _title(body, rng),
        "url": f"https://www.{body.website.removeprefix('www.')}/" if body.website else "",
        "social": [body.social] if body.social else [],
        "blurb": _blurb(body, rng),
        "contact": {
            "phone": phone.replace("-", " "),
            "mail": email,
        },
        "place": {
            "city": body.city,
            "state": short_division(body.division) or division(body.division, "es"),
        },
        "seen_at": _SEEN_IN_THE_STUDY if is_reported else "",
    }
    if body.lat is not None and rng.random() < 0.6:
        page["geo"] = {"lat": body.lat, "lon": body.lon}
    return {name: value for name, value in page.items() if value}


def _title(body: Body, rng: random.Random) -> str:
    """The page's title, mostly in Spanish, accents as entities on half of the pages."""
    if body.named:
        return html.escape(body.also or body.name, quote=False)
    name = body.name if body.steady or rng.random() < 0.75 else body.name_en
    title = html.escape(garbled(name, body, rng, typos=0.02, accents=0.1, short=0.04), quote=False)
    if rng.random() < 0.5:
        title = "".join(_NAMED_ENTITIES.get(letter, letter) for letter in title)
    return f"{title} | Inicio" if rng.random() < 0.04 else title


def _blurb(body: Body, rng: random.Random) -> str:
    """One sentence that tells who they are; every other page has none unless the name needs it."""
    rows = {row["code"]: row for row in table("words/demonyms.csv")}
    if body.named or body.origin not in rows:
        return ""
    people = rows[body.origin]
    place = f" en {body.city}" if body.city else ""
    if body.hometown:
        home = division(body.home, "es")
        return f"Somos {people['plural'].lower()} originarios de {body.hometown}, {home}{place}."
    if rng.random() < 0.5:
        return ""
    return f"Somos una organización de migrantes {people['plural'].lower()}{place}."
