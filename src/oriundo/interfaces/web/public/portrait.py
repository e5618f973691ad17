"""An organization's page: every value with all who say so, and what others say instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from oriundo.base.core.text import fold
from oriundo.collect.sources.fields import BY_NAME
from oriundo.domain.directory.models import Listing
from oriundo.interfaces.speech import say
from oriundo.interfaces.web import language, words
from oriundo.interfaces.web.public.leads import lead

ABOUT = (
    "alternate_name",
    "acronym",
    "description",
    "support",
    "language",
    "founded",
    "members",
    "registration_number",
)
KIND = ("objective", "secondary_objective", "member_origin", "structure")
PLACES = ("origin", "hometown", "residence_country", "residence_region", "city")
CONTACT = ("website", "phone", "email", "address", "postal", "location")
_HOST = re.compile(
    r"(?:https?://)?(?:[a-z0-9-]+\.)+(?!example(?![a-z0-9-]))[a-z]{2,}(?:[/?#]\S*)?$", re.I
)
ALWAYS_SHOWN = frozenset({*KIND, "origin", "residence_country"} - {"secondary_objective"})
_SEVERAL = frozenset({"secondary_objective"})


@dataclass(frozen=True, slots=True)
class Voice:
    """One source that says a value. `reason` is the sentence that decided, where there is one.

    `invented`: a list of the demonstration speaks of an organization that exists.
    """

    name: str
    kind: str
    on: date | None
    reason: str
    invented: bool


@dataclass(frozen=True, slots=True)
class Value:
    """A value in the reader's words. `link` is "" unless it leads somewhere safe.

    `is_search`: it leads to others in this directory of which the same is said.
    """

    text: str
    link: str
    voices: tuple[Voice, ...]
    is_search: bool = False

    @property
    def invented(self) -> bool:
        """True when an organization that exists is said to have it by invented lists alone."""
        return all(voice.invented for voice in self.voices)


@dataclass(frozen=True, slots=True)
class Row:
    """One field: the values shown, and those that other sources give instead."""

    field: str
    label: str
    values: tuple[Value, ...]
    others: tuple[Value, ...]

    @property
    def sources(self) -> int:
        """How many different sources speak of this field."""
        said = (*self.values, *self.others)
        return len({voice.name for value in said for voice in value.voices})

    @property
    def differs(self) -> bool:
        """True when a source says something else, and not only in capitals or without accents."""
        shown = {fold(value.text) for value in self.values}
        return any(fold(value.text) not in shown for value in self.others)

    @property
    def reason(self) -> str:
        """The sentence that decided the value shown, if one did."""
        reasons = [voice.reason for value in self.values[:1] for voice in value.voices]
        return next((reason for reason in reasons if reason), "")


def rows(
    listing: Listing, fields: Iterable[str], invented: frozenset[str] = frozenset()
) -> tuple[Row, ...]:
    """The fields that have a value, in the order asked; those that must not be silent always."""
    made = (row(listing, field, invented) for field in fields)
    return tuple(r for r in made if r.values or r.field in ALWAYS_SHOWN)


def row(listing: Listing, field: str, invented: frozenset[str] = frozenset()) -> Row:
    """One field of a listing. A field of many values shows them all; another, the golden one.

    `invented`: the names of lists that are to be marked as invented, where the organization is not.
    """
    facts = _facts(listing, field)
    shown = (
        facts
        if field in _SEVERAL or (field in BY_NAME and BY_NAME[field].many and field != "origin")
        else ([fact for fact in facts if fact["chosen"]] or facts[:1])
    )
    return Row(
        field=field,
        label=str(words.FIELD_LABELS[field]),
        values=tuple(_value(fact, invented, lead(listing, fact)) for fact in shown),
        others=tuple(_value(fact, invented) for fact in facts if fact not in shown),
    )


def _facts(listing: Listing, field: str) -> list[Mapping[str, Any]]:
    """What is said of a field. Other names leave out what stands under name and acronym already."""
    said = [fact for fact in listing.facts if fact["field"] == field]
    if field != "alternate_name":
        return said
    shown = {fold(f["value"]) for f in listing.facts if f["field"] == "acronym"}
    return [fact for fact in said if fold(fact["value"]) not in shown | {fold(listing.name)}]


def _value(fact: Mapping[str, Any], invented: frozenset[str], search: str = "") -> Value:
    text = words.word(fact["field"], fact["value"])
    voices = tuple(_voice(source, invented) for source in fact["sources"])
    return Value(text, link(fact["field"], text) or search, voices, is_search=bool(search))


def _voice(source: Mapping[str, Any], invented: frozenset[str]) -> Voice:
    return Voice(
        name=source["name"],
        kind=words.source_kind(source["kind"]),
        on=date.fromisoformat(source["on"]) if source["on"] else None,
        reason=language.sentence(say(source["reason"], source["reason_values"])),
        invented=source["name"] in invented,
    )


def link(field: str, text: str) -> str:
    """Where a value leads. Only web addresses, so that no source can plant another scheme.

    Lists give most of them without one, and `.example` leads nowhere by design (RFC 2606).
    """
    if field == "website" and _HOST.match(text):
        return text if "://" in text else f"https://{text}"
    if field == "email":
        return f"mailto:{text}"
    return f"tel:{text}" if field == "phone" else ""
