"""What of a listing may be corrected, in the reader's words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from oriundo.base.places.names import country_of_division
from oriundo.collect.sources.fields import CONTACT_FIELDS
from oriundo.domain.directory.corrections import (
    CORRECTABLE,
    LONGEST_TEXT,
    NEEDED,
    RESIDENCE,
    SEVERAL,
    choices,
)
from oriundo.domain.directory.models import Listing
from oriundo.domain.reach.actions.propose import shown
from oriundo.domain.reach.models import Proposal
from oriundo.interfaces.web import words

_KINDS = ("closed", "not_of_migrants", "duplicate")


@dataclass(frozen=True, slots=True)
class About:
    """One thing that may be wrong. `key` names it in an address; `value` is what the page shows,
    `text` the same in words; "" where it shows nothing."""

    key: str
    kind: str
    field: str
    value: str
    label: str
    text: str

    @property
    def options(self) -> list[tuple[str, str]]:
        """The values to choose from, in words; [] where one writes."""
        named = [(code, word(self.field, code)) for code in choices(self.field)]
        return sorted(named, key=lambda option: option[1])

    @property
    def may_be_nothing(self) -> bool:
        """Whether one can say that nothing should stand there."""
        return bool(self.value) and self.field not in NEEDED


@dataclass(frozen=True, slots=True)
class Corrected:
    """A field whose value the desk put right, and when."""

    label: str
    on: date


def label(field: str) -> str:
    """What a field is called."""
    return gettext("Where it is") if field == RESIDENCE else str(words.FIELD_LABELS[field])


def word(field: str, value: str) -> str:
    """A value in the reader's words."""
    if not value or field != RESIDENCE:
        return words.word(field, value) if value else ""
    if "-" in value:
        return words.place(country_of_division(value), value)
    return words.word("country", value)


def of_page(listing: Listing) -> list[About]:
    """Every value that the page shows and that may be wrong."""
    return [
        About(f"{field}-{place}", "correction", field, value, label(field), word(field, value))
        for field in CORRECTABLE
        for place, value in enumerate(shown(listing, field))
        if value
    ]


def missing(listing: Listing) -> list[About]:
    """Fields that could be added. Not a way to reach somebody: a stranger could name anybody's."""
    return [
        About(field, "correction", field, "", label(field), "")
        for field in CORRECTABLE
        if field not in CONTACT_FIELDS and (field in SEVERAL or not any(shown(listing, field)))
    ]


def whole() -> list[About]:
    """What may be wrong with a listing as a whole."""
    said = dict(Proposal.Kind.choices)
    return [About(kind, kind, "", "", str(said[kind]), "") for kind in _KINDS]


def find(listing: Listing, key: str) -> About | None:
    """What a key stands for now; None when it stands for nothing."""
    every = (*of_page(listing), *missing(listing), *whole())
    return next((about for about in every if about.key == key), None)


def topic(proposal: Proposal) -> str:
    """What a proposal is about, without what its sender wrote: that is no page of ours yet."""
    if proposal.kind != Proposal.Kind.CORRECTION:
        return said(proposal)
    return gettext("A correction: %(field)s.") % {"field": label(proposal.field)}


def said(proposal: Proposal, *, longest: int = LONGEST_TEXT) -> str:
    """A proposal in one sentence, for those who decide and those concerned; values cut short."""
    if proposal.kind != Proposal.Kind.CORRECTION:
        kind = str(proposal.get_kind_display())
        other = f" ({proposal.other.public_id})" if proposal.other else ""
        return f"{kind}{other}."
    named = {
        "field": label(proposal.field),
        "old": _short(word(proposal.field, proposal.instead_of), longest),
        "new": _short(word(proposal.field, proposal.value), longest),
    }
    if not proposal.value:
        return gettext("%(field)s: “%(old)s” is wrong.") % named
    if not proposal.instead_of:
        return gettext("%(field)s: “%(new)s” is missing.") % named
    return gettext("%(field)s: “%(new)s” instead of “%(old)s”.") % named


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest].rstrip()}…"


def corrected(listing: Listing) -> list[Corrected]:
    """The fields whose value the desk decided, the last one first."""
    found: dict[str, date] = {}
    for field, on in _decided(listing):
        found[field] = max(on, found.get(field, on))
    named = [Corrected(str(words.FIELD_LABELS[field]), on) for field, on in found.items()]
    return sorted(named, key=lambda one: one.on, reverse=True)


def _decided(listing: Listing) -> Iterator[tuple[str, date]]:
    for fact in listing.facts:
        for source in fact["sources"]:
            on = source["reason_values"].get("date", "")
            if source["kind"] == "desk" and on and fact["field"] in words.FIELD_LABELS:
                yield fact["field"], date.fromisoformat(on)
