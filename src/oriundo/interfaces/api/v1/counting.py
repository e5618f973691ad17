"""Values with how many organizations they have, as JSON."""

from __future__ import annotations

from collections.abc import Mapping

from oriundo.interfaces.api.answers import Json
from oriundo.interfaces.api.words import word


def counted(name: str, counts: Mapping[str, int]) -> list[Json]:
    """Largest first, as the atlas has them."""
    return [
        {"value": value, "name": word(name, value), "organizations": number}
        for value, number in counts.items()
    ]
