"""Finding the town or municipality that a text names inside a country or state."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from oriundo.base.places.forms import place_key
from oriundo.base.places.gazetteer import NOWHERE, Gazetteer
from oriundo.base.places.levels import LEVELS
from oriundo.base.places.sphere import distance_km

_ADMIN1, _ADMIN2, _LOCALITY = (LEVELS.index(x) for x in ("admin1", "admin2", "locality"))
_COUNTY = re.compile(
    r"^(?:condado|county|municipio|municipality|municipalidad|parroquia|borough|distrito|canton"
    r"|alcaldia|delegacion)(?: de| del| of)? | (?:county|parish|borough|municipio|municipality)$"
)
_GENERIC = re.compile(
    r"^(?:the )?(?:city|ciudad|town|village|villa|pueblo|comunidad|poblado|ejido|aldea|canton"
    r"|h ayuntamiento|ayuntamiento|heroica|greater|downtown)(?: de| del| of)? "
    r"| (?:city|town|township|village|area|metro area)$"
)
_SIDES: dict[str, tuple[str, ...]] = {
    "n": ("north", "nuevo", "nueva"),
    "no": ("north",),
    "s": ("south",),
    "so": ("south",),
    "e": ("east",),
    "w": ("west",),
    "v": ("villa",),
}
# Namesakes this much smaller than the largest are not what somebody meant who said no more.
RIVAL = 8
_NEAR_KM = 20.0
_QUARTER_KM = 10.0
# The codes of a town are not farther from it than this.
_CODE_KM = 40.0
# People that its own name is worth to a place, and what another spelling takes away.
_OWN = 500.0
_OTHER = 0.4
# What it is worth to be a municipality or its seat: addresses name those, and hamlets within them.
_OFFICIAL = 100_000.0
# A town that holds less of its municipality is not what is meant by their common name.
_SEAT_SHARE = 0.2
_SIMILAR = 87.0
_SIMILAR_SAINTS = 91.0
# Letters that a slip of the hand gets wrong, at most.
_SLIPS = 2
_SAINT = re.compile(r"^(?:saint|sainte|san|santa|santo|notre dame) ")
_SMALL = re.compile(r"\b(?:des?|d|du|la|le|les|l|del|los|las|el|y|et|sur|of|the) ")

Asked = Literal["town", "county", "any"]


@dataclass(frozen=True, slots=True)
class Found:
    """The place that a name means; `rivals` are others that it could as well mean.

    `town` is the town of a state's own name inside it.
    """

    number: int
    rivals: tuple[int, ...] = ()
    misspelled: bool = False
    town: int | None = None


class Towns:
    """Towns and second-level divisions by what people write for them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._g = gazetteer
        self.find = lru_cache(maxsize=65536)(self._find)
        self.similar = lru_cache(maxsize=8192)(self._similar)
        self._names = lru_cache(maxsize=32)(self._names_in)

    def _find(self, text: str, area: int | None) -> Found | None:
        """What `text` names in an area (a country or state; None: the world), by exact spelling."""
        form = place_key(text)
        asked: Asked = "county" if asks_for_county(text) else "town"
        for each in variants(form):
            numbers = self._candidates(each, area, asked)
            if numbers and not self._is_of_post(form, numbers, area):
                return self._choose(each, self._plausible(each, numbers, area, form))
        return None

    def _is_of_post(self, form: str, numbers: list[int], area: int | None) -> bool:
        """Whether the post knows the whole name, elsewhere than where these towns are.

        Shelby Township in Michigan is not the Shelby at the other end of the state.
        """
        if area is None or self._g.levels[area] != _ADMIN1 or self._g.place(area).country != "USA":
            return False
        codes = [code for some in self._g.codes_for(form, area) for code in some]
        return bool(codes) and all(self.distance(n, c) > _CODE_KM for n in numbers for c in codes)

    def all(self, text: str, area: int | None) -> list[int]:
        """Every town or municipality that `text` names in an area, nothing chosen."""
        return [n for form in variants(place_key(text)) for n in self._of_levels(form, area)]

    def _of_levels(self, form: str, area: int | None) -> list[int]:
        levels = self._g.levels
        return [n for n in self._g.numbers(form, area) if levels[n] in {_ADMIN2, _LOCALITY}]

    def _candidates(self, form: str, area: int | None, asked: Asked) -> list[int]:
        """Those of the level asked for, if there are any; in the US a city is never a county."""
        g = self._g
        found = self._of_levels(form, area)
        if asked == "county":
            return [n for n in found if g.levels[n] == _ADMIN2] or found
        towns = [n for n in found if g.levels[n] == _LOCALITY or not self._is_county(n)]
        return towns or found

    def _is_county(self, number: int) -> bool:
        return self._g.place(number).country in {"USA", "CAN"}

    def _plausible(
        self, form: str, numbers: list[int], area: int | None, written: str
    ) -> list[int]:
        """Those that a name beside its state may mean, where some bear it as their own.

        A municipality is meant before towns elsewhere that are also called so; and a town before
        a city that was once called so, such as Columbus, which was Franklinton and Franklin.
        """
        g = self._g
        if area is None or g.levels[area] != _ADMIN1:
            return numbers
        own = g.own_numbers(form)
        numbers = self._without_quarters(numbers)
        forms = dict.fromkeys((written, form)) if len(numbers) > 1 else ()
        posted = next(filter(None, (self._posted(f, numbers, area) for f in forms)), [])
        if posted:
            return posted
        official = {n for n in numbers if n in own and self._is_municipality(n)}
        if official:
            return [n for n in numbers if n in own or g.admin2[n] in official]
        if own.isdisjoint(numbers):
            return numbers
        words = set(form.split())
        return [n for n in numbers if n in own or words & set(place_key(g.name(n)).split())]

    def _posted(self, form: str, numbers: list[int], area: int) -> list[int]:
        """Those of a state's towns that the post writes so: addresses name towns as it does.

        First those that have codes named for them, else those whose name the post accepts.
        """
        own = self._g.own_numbers(form)
        named = [n for n in numbers if n in own] or numbers
        for codes in self._g.codes_for(form, area):
            pairs = ([(self.distance(n, code), n) for n in named] for code in codes)
            near = {n for km, n in map(min, pairs) if km <= _CODE_KM}
            if near:
                return [n for n in named if n in near]
        return []

    def _is_municipality(self, number: int) -> bool:
        """Whether a place is a municipality of today, outside the countries of counties."""
        g = self._g
        return g.levels[number] == _ADMIN2 and not g.until[number] and not self._is_county(number)

    def _choose(self, form: str, numbers: Sequence[int]) -> Found:
        g = self._g
        own = g.own_numbers(form)
        seated = {n for n in numbers if self._is_seated(n, numbers)}
        numbers = [n for n in numbers if n not in seated]
        official = {n for n in own if g.levels[n] == _ADMIN2}
        official |= {n for n in numbers if g.admin2[n] in seated}
        scores = {n: self.score(n, own) + _OFFICIAL * (n in official) for n in numbers}
        ranked = sorted(numbers, key=lambda n: (g.until[n] != 0, -scores[n], n))
        best = self.finer(ranked[0], ranked)
        rivals = [n for n in ranked if scores[n] * RIVAL > scores[best] and not self.same(n, best)]
        return Found(best, tuple(rivals))

    def _without_quarters(self, numbers: list[int]) -> list[int]:
        """Towns that stand alone, where some do: a quarter is written with its city.

        Of Canada, where the quarters of Montreal have the names of towns.
        """
        if len(numbers) < 2 or any(self._g.place(n).country != "CAN" for n in numbers):
            return numbers
        return [n for n in numbers if not self._is_quarter(n)] or numbers

    def _is_quarter(self, number: int) -> bool:
        """Whether a town lies in a city that is many times larger."""
        g, place = self._g, self._g.place(number)
        if place.lat is None or place.lon is None:
            return False
        near = g.grid.near(place.lat, place.lon, _QUARTER_KM)
        return any(g.prominence[int(n)] > RIVAL * g.prominence[number] for n in near)

    def score(self, number: int, own: Container[int]) -> float:
        """How likely a name means a place: by its people, and by whether the name is its own."""
        people = self._g.prominence[number]
        return people + _OWN if number in own else people * _OTHER

    def _is_seated(self, number: int, numbers: Sequence[int]) -> bool:
        """Whether a municipality's seat has its name, and stands for both."""
        g = self._g
        seats = (n for n in numbers if g.levels[n] == _LOCALITY and g.admin2[n] == number)
        return g.levels[number] == _ADMIN2 and any(self._is_seat(n, number) for n in seats)

    def _is_seat(self, town: int, area: int) -> bool:
        """Whether a town stands for the municipality of its name: it is large enough in it, and no
        larger one lies far from it.

        Pueblo Nuevo in Durango does not: El Salto is larger, and 44 km away.
        """
        g = self._g
        people, all_people = g.prominence[town], g.prominence[area]
        if people < _SEAT_SHARE * all_people:
            return False
        if 2 * people >= all_people or g.admin1[area] == NOWHERE:
            return True
        others = range(g.admin1[area], g.end[g.admin1[area]])
        larger = (n for n in others if g.prominence[n] > people and g.levels[n] == _LOCALITY)
        return not any(g.admin2[n] == area and self.distance(n, town) > _NEAR_KM for n in larger)

    def finer(self, best: int, ranked: Sequence[int]) -> int:
        """The town of a municipality's name where it is its seat; a town where it was a hamlet."""
        g = self._g
        for other in ranked:
            if other == best or g.until[other]:
                continue
            area, town = (best, other) if g.levels[best] == _ADMIN2 else (other, best)
            if g.levels[town] != _LOCALITY or g.admin2[town] != area:
                continue
            return town if self._is_seat(town, area) else area
        return best

    def same(self, one: int, other: int) -> bool:
        """Whether two are one place for our purpose: one in the other, or side by side."""
        g = self._g
        if one == other or g.admin2[one] == other or g.admin2[other] == one:
            return True
        if g.until[one] or g.until[other]:
            return g.admin1[one] == g.admin1[other]
        return self.distance(one, other) < _NEAR_KM

    def distance(self, one: int, other: int) -> float:
        """Kilometers between two places; far when one of them has no point."""
        a, b = self._g.place(one), self._g.place(other)
        if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
            return 1e6
        return distance_km(a.lat, a.lon, b.lat, b.lon)

    def _similar(self, text: str, area: int) -> Found | None:
        """The town of a state whose name is almost what is written.

        A slip is seldom in the first letter. Saint-Valérien is not Saint-Valère: of saints, what
        stands behind the word is compared, with saints only, and must be more alike.
        """
        form = place_key(text)
        if len(form) < 5:
            return None
        bare = _SAINT.sub("", form)
        saint = bare != form
        names = self._names(area)[saint]
        cutoff = _SIMILAR_SAINTS if saint else _SIMILAR
        alike = process.extract(bare, names.keys(), scorer=fuzz.ratio, score_cutoff=cutoff, limit=5)
        best = next((name for name, _, _ in alike if _is_slip(bare, name)), None)
        if best is None or self._is_written_so_elsewhere(form, area):
            return None
        found = self.find(self._g.name(names[best]), area)
        return replace(found, misspelled=True) if found else None

    def _is_written_so_elsewhere(self, form: str, area: int) -> bool:
        """Whether a name is rightly spelled, of a town of the country that this state lacks."""
        g = self._g
        numbers = g.numbers(form, g.country[area])
        return not g.own_numbers(form).isdisjoint(n for n in numbers if g.levels[n] == _LOCALITY)

    def _names_in(self, area: int) -> tuple[dict[str, int], dict[str, int]]:
        """Own names of an area's towns and municipalities, and the number of the largest of each.

        Two tables: names of no saint, and names of saints without that word.
        """
        g = self._g
        found: tuple[dict[str, int], dict[str, int]] = {}, {}
        for number in range(area, g.end[area]):
            if g.levels[number] in {_ADMIN2, _LOCALITY} and not g.until[number]:
                form = place_key(g.name(number))
                bare = _SAINT.sub("", form)
                names = found[bare != form]
                known = names.get(bare)
                if known is None or g.prominence[number] > g.prominence[known]:
                    names[bare] = number
        return found

    def county(self, number: int) -> int:
        """The number of the municipality or county that a place is in, NOWHERE if not known."""
        return number if self._g.levels[number] == _ADMIN2 else self._g.admin2[number]

    def division(self, number: int) -> int:
        """The number of the state that a place is in, NOWHERE if not known."""
        return self._g.admin1[number]

    def common_area(self, numbers: Sequence[int]) -> int:
        """The smallest division that holds them all, NOWHERE if they are in several countries."""
        g = self._g
        for area_of in (self.county, self.division, lambda n: g.country[n]):
            areas = {area_of(n) for n in numbers}
            if len(areas) == 1 and NOWHERE not in areas:
                return areas.pop()
        return NOWHERE


def _is_slip(written: str, name: str) -> bool:
    """Whether two names differ by a letter or two, small words ("de", "la") not counted."""
    bare = (_SMALL.sub("", text) for text in (written, name))
    return written[0] == name[0] and OSA.distance(*bare) <= _SLIPS


def asks_for_county(text: str) -> bool:
    """Whether a name says that it is a county or municipality: "Condado de Harris"."""
    return bool(_COUNTY.search(place_key(text)))


@lru_cache(maxsize=65536)
def variants(form: str) -> tuple[str, ...]:
    """Other forms of a name to look for, the written one first.

    >>> variants("city of los angeles"), variants("n hollywood")[1]
    (('city of los angeles', 'los angeles'), 'north hollywood')
    """
    found = dict.fromkeys((form, _COUNTY.sub("", form), _GENERIC.sub("", form)))
    first, _, rest = form.partition(" ")
    if rest:
        found |= dict.fromkeys(f"{side} {rest}" for side in _SIDES.get(first, ()))
    return tuple(each for each in found if each)
