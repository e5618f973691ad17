"""Answers as JSON Schema: what HSDS 3.1 requires of the objects that we give."""

from __future__ import annotations

from oriundo.interfaces.api.v1.schemas import COUNT, TEXT, Schema, exactly, items

UUID: Schema = {"type": "string", "format": "uuid"}
FLAG: Schema = {"type": "boolean"}


def _requiring(**members: Schema) -> Schema:
    return {"type": "object", "required": list(members), "properties": members}


ABOUT = exactly(version=TEXT, profile=TEXT, openapi_url=TEXT)
ORGANIZATION = _requiring(id=UUID, name=TEXT, description=TEXT)
SERVICE = _requiring(
    id=UUID,
    name=TEXT,
    status={"enum": ["active", "inactive", "defunct", "temporarily closed"]},
)
AT_LOCATION = _requiring(id=UUID)
TAXONOMY = _requiring(id=UUID, name=TEXT, description=TEXT)
TERM = _requiring(id=UUID, name=TEXT, description=TEXT)


def page(contents: Schema) -> Schema:
    return exactly(
        total_items=COUNT,
        total_pages=COUNT,
        page_number=COUNT,
        size=COUNT,
        first_page=FLAG,
        last_page=FLAG,
        empty=FLAG,
        contents=items(contents),
    )
