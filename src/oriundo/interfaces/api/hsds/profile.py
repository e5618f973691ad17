"""Our HSDS Profile: what we add to the schemas of HSDS 3.1, as a JSON Merge Patch (RFC 7396)."""

from __future__ import annotations

from oriundo.interfaces.api.answers import Json

VERSION = "3.1"


def _adds(**members: Json) -> Json:
    return {"properties": members}


def _text(meaning: str) -> Json:
    return {"type": "string", "description": meaning}


def _texts(meaning: str) -> Json:
    return {"type": "array", "items": {"type": "string"}, "description": meaning}


PROFILE: Json = {
    "organization.json": _adds(
        x_public_id=_text("The identifier on the organization's page; it survives merges."),
        x_description_given={
            "type": "boolean",
            "description": "False when nobody gave a description and the required text says so.",
        },
        x_alternate_names=_texts("All other names and acronyms."),
        x_origin=_text("Country that the members come from, ISO 3166-1 alpha-3."),
        x_homes={
            "type": "array",
            "description": "Places that the members come from.",
            "items": {
                "type": "object",
                "properties": {
                    "country": {"type": ["string", "null"]},
                    "region": {"type": ["string", "null"]},
                    "town": {"type": ["string", "null"]},
                },
            },
        },
        x_languages=_texts("Languages of the organization, BCP 47."),
        x_status=_text("not_verified, active, inactive, dissolved."),
        x_assured_date={
            "type": "string", "format": "date",
            "description": "Day on which somebody last confirmed the organization.",
        },
        x_invented={"type": "boolean", "description": "True for organizations of a demonstration."},
        x_sources=_texts("Lists that anything published here rests on."),
        x_page={"type": "string", "format": "uri", "description": "Page for people."},
        x_last_modified={"type": "string", "format": "date-time"},
        x_services={
            "type": "array", "items": {"$ref": "service.json"},
            "description": "With full_service: services of the organization.",
        },
    ),
    "service.json": _adds(x_organization_public_id=_text("Public identifier of the organization.")),
    "location.json": _adds(
        x_precision=_text("address, postal, locality, admin2, admin1, country, none."),
        x_admin_codes={
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"scheme": {"type": "string"}, "code": {"type": "string"}},
            },
        },
        x_redacted={"type": "boolean", "description": "True when no whole address is published."},
        x_redacted_reason=_text("Why."),
    ),
    "taxonomy.json": _adds(x_code=_text("Name of the taxonomy in our other interfaces.")),
}  # fmt: skip
