"""What a name means that stands alone: a country, a state, a municipality or a town."""

from __future__ import annotations

from functools import lru_cache

from oriundo.base.places.forms import place_key
from oriundo.base.places.gazetteer import Gazetteer
from oriundo.base.places.levels import LEVELS
from oriundo.base.places.regions import Regions
from oriundo.base.places.towns import Found, Towns, variants

_COUNTRY, _ADMIN1, _ADMIN2 = (LEVELS.index(level) for level in ("country", "admin1", "admin2"))
# A name alone, in no country, means a place that many know; smaller ones are mostly surnames.
_KNOWN = 50_000
# How much smaller its namesakes are, of a place that is meant by its name alone.
_RIVAL = 12


class Names:
    """Names alone: the coarsest place that holds the likeliest ("Puebla" is the state)."""

    def __init__(self, gazetteer: Gazetteer, regions: Regions, towns: Towns) -> None:
        self._g = gazetteer
        self._regions = regions
        self._towns = towns
        self.find = lru_cache(maxsize=32768)(self._find)

    def is_known(self, found: Found) -> bool:
        """Whether a place is large enough to be meant without its country."""
        return self._g.prominence[found.number] >= _KNOWN

    def _find(self, name: str, country: int | None, said: bool = False) -> Found | None:
        """What a name means in a country, or in the world; None when it means nothing.

        `said`: the country stands beside the name, which is therefore not that of the country.
        """
        g = self._g
        if len(name) <= 2:
            return None
        areas = [area for area in self._areas(name, country) if not said or area != country]
        town = self._towns.find(name, country)
        numbers = [*areas, *([town.number, *town.rivals] if town else [])]
        if not numbers:
            return None
        own = {n for form in variants(place_key(name)) for n in g.own_numbers(form)} | set(areas)
        scores = {n: self._towns.score(n, own) for n in numbers}
        best = max(scores, key=lambda n: (scores[n], -n))
        if country is None and g.prominence[best] < _KNOWN:
            return None
        answer = self._holder(best, areas)
        rivals = [
            n for n in scores if scores[n] * _RIVAL > scores[best] and not self.holds(n, answer)
        ]
        inside = (
            town.number
            if town and town.number != answer and self.holds(town.number, answer)
            else None
        )
        return Found(answer, tuple(rivals), town=inside)

    def _areas(self, name: str, country: int | None) -> list[int]:
        """The country and the states that a name names."""
        g = self._g
        found = [self._regions.country(name), self._regions.named(name, country)]
        found += [n for n in g.numbers(place_key(name), country) if g.levels[n] == _ADMIN1]
        kept = (g.parent[n] if g.until[n] else n for n in found if n is not None)
        inside = [n for n in kept if country is None or self.holds(n, country)]
        return list(dict.fromkeys(inside))

    def _holder(self, best: int, areas: list[int]) -> int:
        """The coarsest of the areas that the likeliest place lies in, or itself."""
        holders = [area for area in areas if self.holds(best, area)]
        return min((*holders, best), key=lambda n: self._g.levels[n])

    def holds(self, number: int, area: int) -> bool:
        """Whether a place lies in an area, or is so near to it that it makes no difference."""
        g = self._g
        if g.levels[area] <= _ADMIN1:
            return area <= number < g.end[area]
        return number == area or self._towns.same(number, area)
