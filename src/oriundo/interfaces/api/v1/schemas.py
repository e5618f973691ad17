"""What version 1 answers, as JSON Schema: documented, and held to by the tests."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
TEXTS: Schema = {"type": "array", "items": TEXT}
PERHAPS: Schema = {"type": ["string", "null"]}
DEGREES: Schema = {"type": ["number", "null"]}
COUNT: Schema = {"type": "integer", "minimum": 0}


def exactly(**members: Schema) -> Schema:
    """An object with these members and no others."""
    return {
        "type": "object",
        "required": list(members),
        "properties": members,
        "additionalProperties": False,
    }


def some_of(**members: Schema) -> Schema:
    """An object with any of these members."""
    return {"type": "object", "properties": members, "additionalProperties": False}


def items(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def or_null(schema: Schema) -> Schema:
    return {"oneOf": [schema, {"type": "null"}]}


CODED = or_null(exactly(code=TEXT, name=TEXT))
SOURCE = exactly(name=TEXT, kind=TEXT, on=PERHAPS)
LICENSE = exactly(id=TEXT, url=TEXT)
LINKS: Schema = {"type": "object", "additionalProperties": TEXT}
HOME = exactly(country=CODED, region=CODED, town=CODED, latitude=DEGREES, longitude=DEGREES)
RESIDENCE = exactly(
    country=CODED, region=CODED, county=CODED, city=CODED, city_as_said=PERHAPS,
    address=PERHAPS, postal_code=PERHAPS, latitude=DEGREES, longitude=DEGREES, precision=TEXT,
)  # fmt: skip
MEMBERS: dict[str, Schema] = {
    "id": TEXT,
    "name": TEXT,
    "alternate_names": TEXTS,
    "acronyms": TEXTS,
    "description": TEXT,
    "origin": CODED,
    "hometowns": TEXTS,
    "homes": items(HOME),
    "residence": RESIDENCE,
    "objective": PERHAPS,
    "secondary_objectives": TEXTS,
    "member_origin": PERHAPS,
    "structure": PERHAPS,
    "support": TEXTS,
    "languages": TEXTS,
    "websites": TEXTS,
    "phones": TEXTS,
    "emails": TEXTS,
    "members": PERHAPS,
    "founded": PERHAPS,
    "registration_numbers": TEXTS,
    "status": TEXT,
    "verified": PERHAPS,
    "published": {"type": "string", "format": "date-time"},
    "invented": {"type": "boolean"},
    "sources": items(SOURCE),
    "page": TEXT,
}
FACT = exactly(field=TEXT, value=TEXT, chosen={"type": "boolean"}, sources=items(SOURCE))
ABOUT = exactly(generation=TEXT, license=LICENSE, links=LINKS)
ORGANIZATION = exactly(**MEMBERS, facts=items(FACT), license=LICENSE)
ORGANIZATIONS = exactly(
    total=COUNT,
    page=COUNT,
    per_page=COUNT,
    pages=COUNT,
    generation=TEXT,
    license=LICENSE,
    links=LINKS,
    organizations=items(some_of(**MEMBERS)),
)
COUNTED = exactly(value=TEXT, name=TEXT, organizations=COUNT)
COUNTS = exactly(by=TEXT, total=COUNT, generation=TEXT, license=LICENSE, counts=items(COUNTED))
FACETS = exactly(
    total=COUNT,
    generation=TEXT,
    license=LICENSE,
    facets={"type": "object", "additionalProperties": items(COUNTED)},
)
PLACE = exactly(
    key=TEXT, level=TEXT, name=TEXT, names={"type": "object", "additionalProperties": TEXT},
    code=TEXT, codes={"type": "object", "additionalProperties": TEXT}, country=TEXT, region=TEXT,
    population={"type": ["integer", "null"]}, latitude=DEGREES, longitude=DEGREES,
    parent=PERHAPS, until=PERHAPS,
)  # fmt: skip
PLACES = exactly(total=COUNT, places=items(PLACE))
SUGGESTION = exactly(kind=TEXT, text=TEXT, value=TEXT, organizations=COUNT)
SUGGESTIONS = exactly(suggestions=items(SUGGESTION))
GEOJSON: Schema = {
    "type": "object",
    "required": ["type", "features"],
    "properties": {"type": {"const": "FeatureCollection"}, "features": items({"type": "object"})},
}
