"""Organizations near one in meaning: from the same hometown, in the same city."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oriundo.domain.directory.models import Listing
from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.atlas.question import Question
from oriundo.interfaces.web.placenames import place_name
from oriundo.interfaces.web.public.cards import Card, card
from oriundo.interfaces.web.public.leads import search
from oriundo.interfaces.web.public.results import listings

MOST = 5


@dataclass(frozen=True, slots=True)
class Related:
    """`by`: the filter that they share; `place`: its value in words.

    `total` counts the organization itself too, as the search does.
    """

    by: str
    place: str
    cards: tuple[Card, ...]
    total: int
    address: str


def related(atlas: Atlas, listing: Listing) -> tuple[Related, ...]:
    """What is shared with others, the hometown first; one question to the database."""
    found = list(_found(atlas, listing))
    ids = {public_id for _, _, _, some in found for public_id in some}
    shown = {each.public_id: card(each) for each in listings(sorted(ids))} if ids else {}
    return tuple(
        Related(by, place_name(key), cards, total, search(by, key))
        for by, key, total, some in found
        if (cards := tuple(shown[public_id] for public_id in some if public_id in shown))
    )


def _found(atlas: Atlas, listing: Listing) -> Iterator[tuple[str, str, int, list[str]]]:
    for by, key in _shared(listing):
        answer = atlas.find(Question(filters={by: key}), size=MOST + 1)
        others = [public_id for public_id in answer.ids if public_id != listing.public_id][:MOST]
        if others:
            yield by, key, answer.total, others


def _shared(listing: Listing) -> Iterator[tuple[str, str]]:
    towns = dict.fromkeys(home["town"] for home in listing.homes if home["town"])
    yield from (("hometown", town) for town in list(towns)[:2])
    if listing.residence_city:
        yield "city", listing.residence_city
