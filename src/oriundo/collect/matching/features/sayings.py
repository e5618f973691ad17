"""The values that fill the sentences of the levels."""

from __future__ import annotations

from collections.abc import Callable

from oriundo.collect.matching.features.levels import Compared
from oriundo.collect.matching.words import KIND, PLACE


def two(attribute: str) -> Callable[[Compared], dict[str, object]]:
    def values(c: Compared) -> dict[str, object]:
        left, right = getattr(c.a, attribute), getattr(c.b, attribute)
        if isinstance(left, frozenset):
            sets = {"left": left, "right": right, "same": left & right}
            return {name: ", ".join(sorted(members)) for name, members in sets.items()}
        return {"left": left, "right": right}

    return values


def nothing(_c: Compared) -> dict[str, object]:
    return {}


def names(c: Compared) -> dict[str, object]:
    return {"left": " ".join(c.a.names[0].plain), "right": " ".join(c.b.names[0].plain)}


def extra(c: Compared) -> dict[str, object]:
    left, right = (" ".join(map(_shown, side)) for side in (c.names.left, c.names.right))
    return {"left": left, "right": right, "extra": ", ".join(filter(None, (left, right)))}


def _shown(word: str) -> str:
    return word.removeprefix(KIND).removeprefix(PLACE)


def cities(c: Compared) -> dict[str, object]:
    return {"left": c.a.city_said or c.a.region, "right": c.b.city_said or c.b.region}
