"""Suggestions while someone types: names of organizations, hometowns and cities."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, islice
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from oriundo.base.core.text import fold
from oriundo.base.places.gazetteer import Place, gazetteer
from oriundo.base.places.names import division_name
from oriundo.insight.atlas.columns import Columns
from oriundo.insight.atlas.text import TextIndex
from oriundo.insight.atlas.text.places import LONGEST_FORM, SORTS
from oriundo.insight.atlas.text.slips import may_slip, one_slip

_CANDIDATES = 2_000
_MOST_LETTERS = 80
_LEAST_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`sort`: "organization" (`value` is its public id), "name" (several organizations bear it;
    `value` is the name, to be searched for), "hometown" or "city" (`value` for the filter of that
    name). `label`: what to show. `count`: how many organizations it gives."""

    sort: Literal["organization", "name", "hometown", "city"]
    value: str
    label: str
    count: int


class Suggester:
    """Suggestions from one snapshot."""

    def __init__(self, columns: Columns, text: TextIndex) -> None:
        self._columns = columns
        self._text = text

    def suggest(self, typed: str, language: str, limit: int) -> tuple[Suggestion, ...]:
        """A quarter of them hometowns, a quarter cities, and the rest organizations, if there are
        so many; else more of the others."""
        typed = typed[:_MOST_LETTERS]
        form = fold(typed)
        if len(form) < _LEAST_LETTERS or limit < 1:
            return ()
        hometowns, cities = self._places(form, language, limit)
        share = max(1, limit // 4)
        names = list(islice(self._names(typed, form), limit))
        rest = [*hometowns[share:], *cities[share:]]
        room = max(0, limit - len(hometowns[:share]) - len(cities[:share]))
        chosen = [*hometowns[:share], *cities[:share], *names[:room]]
        return tuple([*chosen, *rest][:limit])

    def _places(
        self, form: str, language: str, limit: int
    ) -> tuple[list[Suggestion], list[Suggestion]]:
        """(hometowns, cities) that begin so, or would without a slip; the largest first."""
        places = self._text.places
        entries = self._given(places.beginning([form]))
        if not len(entries) and may_slip(form.replace(" ", "")) and len(form) <= LONGEST_FORM:
            entries = self._given(places.beginning(one_slip(form)))
        cities, hometowns = (
            [
                Suggestion(sort, key, label_of(key, language), count)
                for key, count in self._largest(entries[places.sorts[entries] == number], limit)
            ]
            for number, sort in enumerate(SORTS)
        )
        return hometowns, cities

    def _given(self, entries: NDArray[np.int64]) -> NDArray[np.int64]:
        """The entries of places that have organizations."""
        return entries[self._counts[entries] > 0]

    def _largest(self, entries: NDArray[np.int64], limit: int) -> list[tuple[str, int]]:
        counts = self._counts[entries]
        # A place has an entry for each word of its name, and so may come more than once.
        order = np.argsort(-counts, kind="stable")[: 4 * limit]
        keys = [self._text.places.keys[entries[at]].decode() for at in order.tolist()]
        found = dict(zip(reversed(keys), reversed(counts[order].tolist()), strict=True))
        return sorted(found.items(), key=lambda item: (-item[1], item[0]))[:limit]

    @cached_property
    def _counts(self) -> NDArray[np.int64]:
        """How many organizations the place of each entry has."""
        places = self._text.places
        everything = np.arange(self._columns.size)
        counted = [self._columns.counts(sort, everything) for sort in SORTS]
        pairs = zip(places.sorts.tolist(), places.keys.tolist(), strict=True)
        counts = [counted[sort].get(key.decode(), 0) for sort, key in pairs]
        return np.array(counts, dtype=np.int64)

    def _names(self, typed: str, form: str) -> Iterator[Suggestion]:
        """Names that begin as typed, then those that all words fit; each name once."""
        seen: set[str] = set()
        for row in chain(self._begun(form), self._fitting(typed)):
            key = self._sort_key(row)
            if key not in seen:
                seen.add(key)
                yield self._suggestion(row, key)

    def _suggestion(self, row: int, key: str) -> Suggestion:
        columns = self._columns
        name = columns.names[row]
        count = self._after(key) - bisect_left(range(columns.size), key, key=self._key_at)
        if count == 1:
            return Suggestion("organization", columns.ids[row], name, 1)
        return Suggestion("name", name, name, count)

    def _begun(self, form: str) -> Iterator[int]:
        """One row of each name that begins with a text, in the order of names."""
        columns = self._columns
        at = bisect_left(range(columns.size), form, key=self._key_at)
        while at < columns.size and self._key_at(at).startswith(form):
            yield int(columns.table.order[at])
            at = self._after(self._key_at(at))

    def _fitting(self, typed: str) -> Iterator[int]:
        found = self._text.search(typed, most=_CANDIDATES)
        if found is None:
            return
        best = np.argsort(-found.scores, kind="stable")
        yield from self._columns.row_of(found.serials[best]).tolist()

    def _key_at(self, rank: int) -> str:
        columns = self._columns
        return self._sort_key(int(columns.table.order[rank]))

    def _sort_key(self, row: int) -> str:
        return self._columns.table.texts["key"][row].decode()

    def _after(self, key: str) -> int:
        """The rank that follows the last name with a key."""
        return bisect_left(range(self._columns.size), f"{key}\0", key=self._key_at)


@lru_cache(maxsize=10_000)
def label_of(key: str, language: str) -> str:
    """The name of a place with what it lies in: "Jerez, Zacatecas"; the key if unknown."""
    place = gazetteer().by_key(key)
    if place is None:
        return key
    name = gazetteer().names(place).get(language[:2], place.name)
    around = _around(place, language)
    return f"{name}, {around}" if around and around != name else name


def _around(place: Place, language: str) -> str:
    division = gazetteer().by_code("iso-3166-2", place.admin1) if place.admin1 else None
    named = division_name(place.admin1, language)
    return named if named != place.admin1 or division is None else division.name
