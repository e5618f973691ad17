"""The answer by the town or municipality that an address names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from oriundo.base.places import sayings
from oriundo.base.places.answers import Answers
from oriundo.base.places.clues import Clues
from oriundo.base.places.forms import place_key
from oriundo.base.places.gazetteer import NOWHERE
from oriundo.base.places.levels import LEVELS
from oriundo.base.places.located import Located, Reason
from oriundo.base.places.namesakes import Names
from oriundo.base.places.towns import Found, Towns

_SHOWN = 4


class ByTown:
    """Answers by towns, over one gazetteer."""

    def __init__(self, answers: Answers, towns: Towns, names: Names) -> None:
        self._g = answers.gazetteer
        self._answers = answers
        self._towns = towns
        self._names = names

    def find(self, clues: Clues, notes: list[Reason]) -> Located | None:
        """The answer by the first town that is found, as it is spelled or almost so."""
        for area in self._areas(clues):
            for city in clues.cities:
                found = self._towns.find(city, area)
                if found is not None and (area is not None or self._names.is_known(found)):
                    return self._answer(city, found, notes)
        if clues.region is None:
            return None
        named = None if clues.loose else self._named_by_post(clues.cities, clues.region, notes)
        return named or self._similar(clues, clues.region, notes)

    def _named_by_post(
        self, cities: tuple[str, ...], region: int, notes: list[Reason]
    ) -> Located | None:
        """The county of the codes for which the post knows a name that no list of towns has."""
        for city in cities[:1]:
            codes = [c for some in self._g.codes_for(place_key(city), region) for c in some]
            counties = {self._g.admin2[code] for code in codes}
            if len(counties) != 1 or NOWHERE in counties:
                continue
            code = self._g.place(codes[0])
            saying = Reason(sayings.NAMED_BY_POST, {"name": city, "code": code.code})
            answer = self._answers.of_area(counties.pop(), (saying, *notes))
            known = code.lat is not None
            return replace(answer, lat=code.lat, lon=code.lon) if known else answer
        return None

    def _similar(self, clues: Clues, region: int, notes: list[Reason]) -> Located | None:
        for city in clues.cities[: 1 if not clues.loose else _SHOWN]:
            found = self._towns.similar(city, region)
            if found is not None:
                return self._answer(city, found, notes)
        return None

    def within(self, town: Located, clues: Clues) -> Located:
        """A city of several municipalities, such as Mexico City: the postal code tells which."""
        if town.precision != "locality" or town.admin2:
            return town
        municipality = clues.postal.municipality if clues.postal is not None else None
        if municipality is None:
            return replace(town, admin2=self._county_of_post(clues)) if clues.street else town
        inside = self._answers.of_area(municipality, town.reasons)
        return inside if inside.admin1 == town.admin1 else town

    def _county_of_post(self, clues: Clues) -> str:
        """The county in which the post has all codes of a town that lies in several, else "".

        Beside a street, "New York, NY" is Manhattan: the other boroughs have names of their own.
        """
        if clues.region is None:
            return ""
        codes, _ = self._g.codes_for(place_key(clues.cities[0]), clues.region)
        counties = {self._g.place(code).admin2 for code in codes} - {""}
        return counties.pop() if len(counties) == 1 else ""

    def _areas(self, clues: Clues) -> Iterator[int | None]:
        """Where to look for the town: the state, else the country, else the world."""
        if clues.region is not None:
            yield clues.region
        elif clues.postal is not None and clues.postal.division is not None:
            yield clues.postal.division
            yield clues.country
        else:
            yield clues.country

    def of_name(self, clues: Clues, found: Found, notes: list[Reason]) -> Located:
        """The answer to a name alone, which may be that of a country, a state or a town."""
        level = LEVELS[self._g.levels[found.number]]
        if found.rivals or level not in {"country", "admin1"}:
            return self._answer(clues.bare, found, notes)
        answer = self._answers.of_area(found.number, tuple(notes))
        if found.town is None or level == "country":
            return answer
        # "Puebla": the state, and within it most likely the city; the point is in both.
        town = self._g.place(found.town)
        return replace(answer, lat=town.lat, lon=town.lon, others=(town,))

    def _answer(self, city: str, found: Found, notes: list[Reason]) -> Located:
        g = self._g
        if found.misspelled:
            values = {"said": city, "name": g.name(found.number)}
            notes = [*notes, Reason(sayings.MISSPELLED, values)]
        if not found.rivals:
            return self._answers.of_place(found.number, notes)
        numbers = (found.number, *found.rivals)
        area = self._towns.common_area(numbers)
        others = tuple(g.place(number) for number in numbers)
        listed = ", ".join(self._described(n) for n in numbers[:_SHOWN])
        several = Reason(sayings.SEVERAL, {"name": city, "others": listed})
        if area == NOWHERE:
            return Located("none", reasons=(several, *notes), others=others)
        answer = self._answers.of_area(area, (several, *notes))
        return replace(answer, others=others)

    def _described(self, number: int) -> str:
        place = self._g.place(number)
        return f"{place.name} ({place.admin1 or place.country})"
