"""An organization in a list of results: who, from where, where, what kind."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from oriundo.domain.directory.models import Listing
from oriundo.interfaces.web import words
from oriundo.interfaces.web.public.invention import Invention

NOTHING = Invention(frozenset())


@dataclass(frozen=True, slots=True)
class Card:
    """`document`: in a demonstration, what names this organization, which then exists."""

    name: str
    address: str
    origin: str
    hometown: str
    place: str
    kinds: tuple[str, ...]
    status: str
    invented: bool
    document: str


def card(listing: Listing, invention: Invention = NOTHING) -> Card:
    """What a list of results shows of a listing. An axis that is unknown is left out."""
    axes = {"objective": listing.objective, "member_origin": listing.member_origin}
    if listing.structure != "single":  # as nearly all are
        axes["structure"] = listing.structure
    kinds = [words.word(axis, code) for axis, code in axes.items() if code]
    return Card(
        name=listing.name,
        address=reverse("public:organization", args=[listing.public_id]),
        origin=words.from_origin(listing.origin),
        hometown=_first(listing, "hometown"),
        place=words.in_place(listing.residence_country, listing.residence_region),
        kinds=tuple(kinds),
        status=str(words.STATUS[listing.status][0]),
        invented=listing.invented,
        document=invention.document(listing),
    )


def _first(listing: Listing, field: str) -> str:
    """The golden public value of a field, else any public one, else ""."""
    values = [fact for fact in listing.facts if fact["field"] == field]
    chosen = [fact for fact in values if fact["chosen"]] or values
    return str(chosen[0]["value"]) if chosen else ""
