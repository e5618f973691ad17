"""The words that a column mapping may use: our fields, their meaning, how many values they hold.

Names follow HSDS where it has one. The same list is documented in docs/reference/fields.md.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record.

    `many`: several values are kept (a list of columns, or one cell with separators), otherwise a
    list of columns is joined into one value. `contact`: the value reaches a person or a place,
    so it stays hidden until someone entitled publishes it.
    """

    name: str
    meaning: str
    many: bool = False
    contact: bool = False


FIELDS: tuple[Field, ...] = (
    Field("id", "the source's own identifier of the row"),
    Field("name", "the organization's name, as the source says it"),
    Field("alternate_name", "other names: former, short, translated, trade names", many=True),
    Field("acronym", "the acronym, when the source gives it apart"),
    Field("address", "street address of the organization", contact=True),
    Field("city", "city or locality where the organization is"),
    Field("region", "state, province or department where the organization is"),
    Field("postal", "postal code", contact=True),
    Field("country", "country where the organization is"),
    Field("phone", "telephone numbers", many=True, contact=True),
    Field("email", "email addresses", many=True, contact=True),
    Field("website", "website and social media addresses", many=True),
    Field("description", "what the organization says that it is and does"),
    Field("origin", "countries or regions that the members come from", many=True),
    Field("hometown", "municipality, state or town that the members come from"),
    Field("objective", "the main objective, in the source's words"),
    Field("support", "support given to the home community, in the source's words", many=True),
    Field("language", "languages that the organization works in", many=True),
    Field("members", "number of members"),
    Field("lat", "latitude in degrees, WGS 84", contact=True),
    Field("lon", "longitude in degrees, WGS 84", contact=True),
    Field(
        "home",
        "yes when the address is somebody's home: of where it is, only a cell of 5 km or the town"
        " is kept",
    ),
    Field("registration_number", "number in a public register of organizations", many=True),
    Field("founded", "year of foundation"),
    Field(
        "contact_attested",
        "yes when the source holds a way to reach the organization but does not give it",
    ),
)

BY_NAME: dict[str, Field] = {field.name: field for field in FIELDS}
# `location` is what the directory calls the pair of lat and lon: as private as they are.
CONTACT_FIELDS: frozenset[str] = frozenset({f.name for f in FIELDS if f.contact} | {"location"})
