"""What OGC API - Features asks of answers, as JSON Schema."""

from __future__ import annotations

from oriundo.interfaces.api.v1.schemas import COUNT, TEXT, Schema, items

LINK: Schema = {
    "type": "object",
    "required": ["href", "rel"],
    "properties": {"href": TEXT, "rel": TEXT, "type": TEXT, "title": TEXT},
}
LANDING: Schema = {
    "type": "object",
    "required": ["links"],
    "properties": {"title": TEXT, "description": TEXT, "links": items(LINK)},
}
CONFORMANCE: Schema = {
    "type": "object",
    "required": ["conformsTo"],
    "properties": {"conformsTo": items(TEXT)},
}
COLLECTION: Schema = {
    "type": "object",
    "required": ["id", "links"],
    "properties": {
        "id": TEXT,
        "title": TEXT,
        "description": TEXT,
        "links": items(LINK),
        "extent": {"type": "object"},
        "itemType": TEXT,
        "crs": items(TEXT),
    },
}
COLLECTIONS: Schema = {
    "type": "object",
    "required": ["links", "collections"],
    "properties": {"links": items(LINK), "collections": items(COLLECTION)},
}
FEATURE: Schema = {
    "type": "object",
    "required": ["type", "geometry", "properties"],
    "properties": {"type": {"const": "Feature"}, "id": TEXT, "links": items(LINK)},
}
FEATURES: Schema = {
    "type": "object",
    "required": ["type", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": items(FEATURE),
        "links": items(LINK),
        "timeStamp": {"type": "string", "format": "date-time"},
        "numberMatched": COUNT,
        "numberReturned": COUNT,
    },
}
