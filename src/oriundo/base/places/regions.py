"""Reading the state, province or department that a text names."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz, process

from oriundo.base.places.forms import place_key
from oriundo.base.places.gazetteer import Gazetteer
from oriundo.base.places.names import country_code, division_anywhere, division_code

_ADMIN1 = 1
_KIND = re.compile(
    r"^(?:the )?(?:estado libre y soberano de|estado de|state of|departamento de|departamento del"
    r"|department of|provincia de|province of|region de|region of|distrito de)(?: la)? | state$"
)
# Territories of the United States that are countries in ISO 3166-1, as addresses write them.
_TERRITORIES = {
    "pr": "PRI",
    "puerto rico": "PRI",
    "vi": "VIR",
    "gu": "GUM",
    "guam": "GUM",
    "as": "ASM",
    "mp": "MNP",
}
# Beside them, the states in free association have ZIP codes too.
_AMERICAN = frozenset({*_TERRITORIES.values(), "FSM", "MHL", "PLW"})
_SIMILAR = 84.0


def is_american(code: str, country: str) -> bool:
    """Whether a country (alpha-3) is written as part of another in addresses: Guam, USA."""
    return country == "USA" and code in _AMERICAN


class Regions:
    """Divisions of the first level by what people write for them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.named = lru_cache(maxsize=8192)(self._named)
        self.similar = lru_cache(maxsize=8192)(self._similar)
        self.country = lru_cache(maxsize=8192)(self._country)

    def _country(self, text: str) -> int | None:
        """The number of the country that `text` names."""
        code = country_code(text)
        return self._gazetteer.number_of("iso-3166-1", code) if code else None

    def _named(self, text: str, country: int | None) -> int | None:
        """The division that `text` names, in a country where it is known.

        Without a country: where only one division is called so, or one is by far the largest.
        """
        form = place_key(text)
        if country is not None and self._code(country) == "USA" and form in _TERRITORIES:
            return self._gazetteer.number_of("iso-3166-1", _TERRITORIES[form])
        for each in dict.fromkeys((form, _KIND.sub("", form))):
            found = self._by_code(each, country)
            if found is None:
                found = self._by_name(each, country)
            if found is not None:
                return found
        return None

    def _code(self, number: int) -> str:
        return self._gazetteer.place(number).code

    def _by_code(self, form: str, country: int | None) -> int | None:
        if country is None:
            code = division_anywhere(form)
        else:
            code = division_code(form, self._code(country))
        return self._gazetteer.number_of("iso-3166-2", code) if code else None

    def _by_name(self, form: str, country: int | None) -> int | None:
        g = self._gazetteer
        found = [n for n in g.numbers(form, country) if g.levels[n] == _ADMIN1]
        if country is None and len(form) <= 2:
            return None
        found.sort(key=lambda n: -g.prominence[n])
        if (
            len(found) > 1
            and country is None
            and g.prominence[found[1]] * 5 > g.prominence[found[0]]
        ):
            return None
        if not found:
            return None
        first = found[0]
        return g.parent[first] if g.until[first] else first

    def _similar(self, text: str, country: int) -> int | None:
        """The division of a country whose name is almost what is written."""
        form = place_key(text)
        if len(form) < 5:
            return None
        names = self._names(country)
        best = process.extractOne(form, names.keys(), scorer=fuzz.ratio, score_cutoff=_SIMILAR)
        return names[best[0]] if best else None

    @lru_cache(maxsize=64)  # noqa: B019 (there is one of these in a process)
    def _names(self, country: int) -> dict[str, int]:
        g = self._gazetteer
        return {
            place_key(text): number
            for number in range(country, g.end[country])
            if g.levels[number] == _ADMIN1 and not g.until[number]
            for place in (g.place(number),)
            for text in (place.name, *g.names(place).values())
        }
