"""What a reader may mean while typing: organizations first, then places."""

from __future__ import annotations

from oriundo.insight.atlas.current import atlas
from oriundo.insight.atlas.question import Question
from oriundo.interfaces.api import places
from oriundo.interfaces.api.answers import Json
from oriundo.interfaces.api.records import listings
from oriundo.interfaces.api.words import word

ORGANIZATIONS = 6
PLACES = 4


def suggestions(words: str) -> list[Json]:
    """`value` is what to ask with: an organization's identifier, a place's key."""
    if not words:
        return []
    ids = atlas().find(Question(words), size=ORGANIZATIONS).ids
    found = [
        _one("organization", each.name, each.public_id, word("region", each.residence_region))
        for each in listings(ids)
    ]
    named = places.found(words, "", "")[:PLACES]
    return found + [
        _one("place", each.name, each.key, word("country", each.country)) for each in named
    ]


def _one(kind: str, text: str, value: str, where: str) -> Json:
    return {"kind": kind, "text": text, "value": value, "where": where}
