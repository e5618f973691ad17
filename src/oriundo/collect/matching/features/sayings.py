"""The values that fill the sentences of the levels."""

from __future__ import annotations

from collections.abc import Callable

from oriundo.collect.matching.arrays import Sets
from oriundo.collect.matching.concepts import KIND, PLACE
from oriundo.collect.matching.features.levels import Compared
from oriundo.collect.matching.features.naming import left_over
from oriundo.collect.matching.words import wording

Values = Callable[[Compared, int], dict[str, object]]


def two(attribute: str) -> Values:
    """The values of a column of many values: of the left, of the right, of both."""

    def values(c: Compared, pair: int) -> dict[str, object]:
        held: Sets = getattr(c.table, attribute)
        left, right = (set(held.of(record)) for record in c.at(pair))
        said = {"left": left, "right": right, "same": left & right}
        return {name: ", ".join(sorted(members)) for name, members in said.items()}

    return values


def one(attribute: str) -> Values:
    """The values of a column of one value, of the left and of the right."""

    def values(c: Compared, pair: int) -> dict[str, object]:
        left, right = (getattr(c.table, attribute).of(record) for record in c.at(pair))
        return {"left": left, "right": right}

    return values


def nothing(_c: Compared, _pair: int) -> dict[str, object]:
    return {}


def years(c: Compared, pair: int) -> dict[str, object]:
    left, right = (int(c.table.founded[record]) for record in c.at(pair))
    return {"left": left, "right": right}


def names(c: Compared, pair: int) -> dict[str, object]:
    """The two names that were compared, folded and without stop words."""
    held = c.table.names
    left, right = (held.texts[side.row[pair]] for side in (c.names.a, c.names.b))
    return {"left": " ".join(wording(left).plain), "right": " ".join(wording(right).plain)}


def extra(c: Compared, pair: int) -> dict[str, object]:
    """The words that only one of the names has."""
    left, right = (
        " ".join(map(_shown, left_over(c, side, pair))) for side in (c.names.a, c.names.b)
    )
    return {"left": left, "right": right, "extra": ", ".join(filter(None, (left, right)))}


def _shown(word: str) -> str:
    return word.removeprefix(KIND).removeprefix(PLACE)


def cities(c: Compared, pair: int) -> dict[str, object]:
    """The two cities, as the sources say them, or the regions of those that give no city."""
    said, region = c.table.city_said, c.table.region
    left, right = (said.of(record) or region.of(record) for record in c.at(pair))
    return {"left": left, "right": right, "city": " ".join(filter(None, map(said.of, c.at(pair))))}
