"""The columns of tables that readers take away: what each is, and how it is read from a record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from oriundo.interfaces.api.records import Record

SEPARATOR = "; "
Cell = str | float | bool


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `kind`: its type in a table schema. `read` gives "" where nothing is known."""

    name: str
    kind: str
    meaning: str | Promise
    read: Callable[[Record], Any]

    def cell(self, record: Record) -> Cell:
        value: Cell | None = self.read(record)
        return "" if value is None else value


def _member(name: str) -> Callable[[Record], Any]:
    return lambda record: record[name]


def _joined(name: str) -> Callable[[Record], Any]:
    return lambda record: SEPARATOR.join(record[name])


def _coded(*path: str) -> Callable[[Record], Any]:
    """A part of a code with its name, as in residence → country → code."""

    def read(record: Record) -> Any:
        found: Any = record
        for name in path:
            found = (found or {}).get(name)
        return found

    return read


def _homes(part: str) -> Callable[[Record], Any]:
    def read(record: Record) -> Any:
        codes = (home[part]["code"] for home in record["homes"] if home[part])
        return SEPARATOR.join(dict.fromkeys(codes))

    return read


def _sources(record: Record) -> str:
    return SEPARATOR.join(source["name"] for source in record["sources"])


COLUMNS: tuple[Column, ...] = (
    Column("id", "string", _("Public identifier; it stays."), _member("id")),
    Column("name", "string", _("Name."), _member("name")),
    Column("alternate_names", "string", _("Other names."), _joined("alternate_names")),
    Column("acronyms", "string", _("Acronyms."), _joined("acronyms")),
    Column("description", "string", _("What it does."), _member("description")),
    Column(
        "origin", "string", _("Country of origin, ISO 3166-1 alpha-3."), _coded("origin", "code")
    ),
    Column("origin_name", "string", _("Its name."), _coded("origin", "name")),
    Column("hometowns", "string", _("Hometowns, as sources say."), _joined("hometowns")),
    Column("home_regions", "string", _("States of origin, ISO 3166-2."), _homes("region")),
    Column("home_towns", "string", _("Towns of origin, keys of places."), _homes("town")),
    Column(
        "country",
        "string",
        _("Country where it is, ISO 3166-1 alpha-3."),
        _coded("residence", "country", "code"),
    ),
    Column("country_name", "string", _("Its name."), _coded("residence", "country", "name")),
    Column(
        "region",
        "string",
        _("State or province where it is, ISO 3166-2."),
        _coded("residence", "region", "code"),
    ),
    Column("region_name", "string", _("Its name."), _coded("residence", "region", "name")),
    Column(
        "county", "string", _("County where it is, key."), _coded("residence", "county", "code")
    ),
    Column("county_name", "string", _("Its name."), _coded("residence", "county", "name")),
    Column("city", "string", _("City where it is, key."), _coded("residence", "city", "code")),
    Column("city_name", "string", _("Its name."), _coded("residence", "city", "name")),
    Column(
        "latitude", "number", _("Degrees, WGS 84; no finer than published."),
        _coded("residence", "latitude"),
    ),
    Column("longitude", "number", _("Degrees, WGS 84."), _coded("residence", "longitude")),
    Column(
        "precision", "string", _("What the place is known to."), _coded("residence", "precision")
    ),
    Column("address", "string", _("Address, where published."), _coded("residence", "address")),
    Column(
        "postal_code", "string", _("Postal code, where published."),
        _coded("residence", "postal_code"),
    ),
    Column("objective", "string", _("Main objective, code."), _member("objective")),
    Column("member_origin", "string", _("Type by members, code."), _member("member_origin")),
    Column("structure", "string", _("Structure, code."), _member("structure")),
    Column("support", "string", _("Support for the home community, codes."), _joined("support")),
    Column("languages", "string", _("Languages, BCP 47."), _joined("languages")),
    Column("websites", "string", _("Websites."), _joined("websites")),
    Column("phones", "string", _("Telephones, where published."), _joined("phones")),
    Column("emails", "string", _("Email addresses, where published."), _joined("emails")),
    Column("members", "string", _("Members, as the source says."), _member("members")),
    Column("founded", "string", _("Year of foundation, as the source says."), _member("founded")),
    Column(
        "registration_numbers",
        "string",
        _("Numbers in public registers."),
        _joined("registration_numbers"),
    ),
    Column("status", "string", _("Whether anybody confirmed it."), _member("status")),
    Column("verified", "date", _("Day of the last confirmation."), _member("verified")),
    Column("published", "datetime", _("When this was published."), _member("published")),
    Column("invented", "boolean", _("True for a demonstration."), _member("invented")),
    Column("sources", "string", _("Lists that say so."), _sources),
    Column("page", "string", _("Its page."), _member("page")),
)  # fmt: skip
NAMES = tuple(column.name for column in COLUMNS)


def row(record: Record) -> list[Cell]:
    return [column.cell(record) for column in COLUMNS]
