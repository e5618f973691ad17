"""The parameters of machines' addresses: what each means and which values it takes.

The same table reads requests (`asking`) and documents them (OpenAPI), so that what is documented
is what is accepted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from oriundo.base.places.levels import LEVELS, PRECISIONS
from oriundo.domain.directory.models import Organization
from oriundo.domain.directory.typology import AXES, SUPPORT
from oriundo.insight.atlas.question import UNKNOWN, WORDS_LIMIT

Value = str | int | bool
LARGEST_PAGE = 100

_NUMBER = r"[0-9]{1,4}(\.[0-9]{1,12})?"
_LATITUDE = r"-?(90(\.0{1,12})?|[0-8]?[0-9](\.[0-9]{1,12})?)"
_LONGITUDE = r"-?(180(\.0{1,12})?|(1[0-7][0-9]|[0-9]?[0-9])(\.[0-9]{1,12})?)"
_CODE = "[A-Za-z0-9:._-]{1,120}"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a query. `schema`: the part of JSON Schema that `value_of` reads."""

    name: str
    meaning: str | Promise
    schema: Mapping[str, Any]

    def as_openapi(self) -> dict[str, Any]:
        return {
            "in": "query",
            "name": self.name,
            "required": False,
            "schema": dict(self.schema),
            "description": self.meaning,
        }


def value_of(parameter: Parameter, text: str) -> Value | None:
    """The value that `text` stands for; None when the parameter takes no such value."""
    schema = parameter.schema
    if schema["type"] == "integer":
        return _integer(schema, text)
    if schema["type"] == "boolean":
        return {"true": True, "false": False}.get(text)
    if "enum" in schema:
        return text if text in schema["enum"] else None
    if schema.get("format") == "date":
        return _day(text)
    if "pattern" in schema and not re.fullmatch(schema["pattern"][1:-1], text):
        return None
    return text if len(text) <= schema.get("maxLength", len(text)) else None


def _integer(schema: Mapping[str, Any], text: str) -> int | None:
    if not re.fullmatch("-?[0-9]{1,9}", text):
        return None
    number = int(text)
    return number if schema["minimum"] <= number <= schema["maximum"] else None


def _day(text: str) -> str | None:
    try:
        return text if date.fromisoformat(text).isoformat() == text else None
    except ValueError:
        return None


def text(name: str, meaning: str | Promise, **schema: Any) -> Parameter:
    return Parameter(name, meaning, {"type": "string"} | schema)


def whole(name: str, meaning: str | Promise, least: int, most: int, default: int) -> Parameter:
    limits = {"type": "integer", "minimum": least, "maximum": most, "default": default}
    return Parameter(name, meaning, limits)


def choice(name: str, meaning: str | Promise, *values: str) -> Parameter:
    return text(name, meaning, enum=list(values))


def listed(name: str, meaning: str | Promise, *values: str) -> Parameter:
    """Several of the values, parted by commas."""
    one = f"({'|'.join(values)})"
    return text(name, meaning, pattern=f"^{one}(,{one}){{0,{len(values)}}}$")


def yes_or_no(name: str, meaning: str | Promise) -> Parameter:
    return Parameter(name, meaning, {"type": "boolean", "default": False})


def _coded(name: str, meaning: str | Promise) -> Parameter:
    return text(name, meaning, pattern=f"^{_CODE}$")


WORDS = text("q", _("Words, in any order; accents do not count."), maxLength=WORDS_LIMIT)
NEAR = text(
    "near",
    _("Around a point: latitude, longitude, kilometers; 19.43,-99.13,50."),
    pattern=f"^{_LATITUDE},{_LONGITUDE},{_NUMBER}$",
)
BOX = text(
    "box",
    _("Inside a box: west, south, east, north in degrees. West may be greater than east."),
    pattern=f"^{_LONGITUDE},{_LATITUDE},{_LONGITUDE},{_LATITUDE}$",
)
FILTERS: Mapping[str, Parameter] = {
    each.name: each
    for each in (
        _coded("origin", _("Country that the members come from: ISO 3166-1 alpha-3, MEX.")),
        _coded("country", _("Country where the organization is: ISO 3166-1 alpha-3, USA.")),
        _coded("region", _("State or province where it is: ISO 3166-2, US-CA.")),
        _coded("county", _("County or municipality where it is: the key of a place.")),
        _coded("city", _("City where it is: the key of a place.")),
        _coded("home_region", _("State that the members come from: ISO 3166-2, MX-ZAC.")),
        _coded("hometown", _("Town that the members come from: the key of a place.")),
        choice("objective", _("Main objective."), *AXES["objective"], UNKNOWN),
        choice("member_origin", _("Type by members."), *AXES["member_origin"], UNKNOWN),
        choice("structure", _("Structure."), *AXES["structure"], UNKNOWN),
        choice("support", _("Support for the home community."), *SUPPORT, UNKNOWN),
        _coded("language", _("Language of the organization: es, en, unknown.")),
        choice("status", _("Whether anybody confirmed it."), *Organization.Status.values),
        choice("precision", _("How exactly its place is known."), *PRECISIONS),
        text("verified", _("Confirmed on this day or later: 2026-05-03."), format="date"),
    )
}
ORDER = choice(
    "order", _("The order; “near” needs the parameter near."), "best", "name", "near", "verified"
)
LANGUAGE = choice("lang", _("Language of names and messages."), "es", "en")
QUESTION = (WORDS, *FILTERS.values(), NEAR, BOX, ORDER)
"""What asks the same of list, counts, tiles and files."""

PAGE = whole("page", _("Number of the page, from 1."), 1, 1_000_000, 1)
PER_PAGE = whole("per_page", _("Organizations on a page."), 1, LARGEST_PAGE, 20)
LEVEL = choice("level", _("Level of the place."), *LEVELS)
