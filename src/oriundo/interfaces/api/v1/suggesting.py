"""What a reader may mean while typing: organizations, and the places that they belong to."""

from __future__ import annotations

from oriundo.insight.atlas.current import atlas
from oriundo.interfaces.api.answers import Json, language

MOST = 10


def suggestions(words: str) -> list[Json]:
    """`value` is what to ask with: an organization's identifier, words, a place's key."""
    return [
        {"kind": one.sort, "text": one.label, "value": one.value, "organizations": one.count}
        for one in atlas().suggest(words, language(), MOST)
    ]
