"""The answer by a postal code, and what to make of one that the rest of the address contradicts."""

from __future__ import annotations

from dataclasses import replace

from oriundo.base.places import sayings
from oriundo.base.places.answers import Answers
from oriundo.base.places.by_town import ByTown
from oriundo.base.places.clues import Clues
from oriundo.base.places.forms import place_key
from oriundo.base.places.gazetteer import NOWHERE
from oriundo.base.places.located import Located, Reason
from oriundo.base.places.postal import Postal, PostalCodes
from oriundo.base.places.regions import is_american
from oriundo.base.places.towns import Towns

# A postal code this far from the town written beside it is not that town's.
_FAR_KM = 40.0
# The widest rural postal areas of Canada reach this far, but for the empty north.
_WIDE_KM = 400.0


class ByPostal:
    """Answers by postal codes, over one gazetteer."""

    def __init__(self, answers: Answers, towns: Towns, codes: PostalCodes, by_town: ByTown) -> None:
        self._g = answers.gazetteer
        self._answers = answers
        self._towns = towns
        self._codes = codes
        self._by_town = by_town

    def find(self, clues: Clues, postal: Postal, notes: list[Reason]) -> Located | None:
        """The answer by the postal code, None where it says nothing or is contradicted."""
        g = self._g
        if postal.country == "MEX":
            return None
        if postal.place is None:
            notes.append(Reason(sayings.POSTAL_UNKNOWN, {"code": postal.code}))
            return None
        place = g.place(postal.place)
        if place.lat is None:
            return self._without_point(clues, postal.place, notes)
        if clues.country is not None and not self.in_country(postal.place, clues.country):
            notes.append(self._elsewhere(postal, clues.country))
            return None
        if clues.region is not None and g.admin1[postal.place] not in {clues.region, NOWHERE}:
            return self._contradicted(clues, postal, postal.place, notes)
        if not self._agrees(clues, postal.place, notes):
            # Code and town are apart and nothing tells which is wrong: the state holds both.
            return self._answers.of_area(self._state_or_country(postal.place), tuple(notes))
        if postal.is_wide:
            return self._in_wide_area(clues, postal.place, notes)
        saying = Reason(sayings.BY_POSTAL, {"code": place.code})
        return self._answers.of(postal.place, "postal", (saying, *notes))

    def _without_point(self, clues: Clues, number: int, notes: list[Reason]) -> Located | None:
        """The town beside a code that has no point; else the county of the code."""
        county, division = self._g.admin2[number], self._g.admin1[number]
        if county == NOWHERE or (clues.region is not None and clues.region != division):
            return None
        town = self._by_town.find(clues, notes)
        if town is not None and not town.others:
            return town
        saying = Reason(sayings.BY_POSTAL, {"code": self._g.place(number).code})
        return self._answers.of_area(county, (saying, *notes))

    def _in_wide_area(self, clues: Clues, number: int, notes: list[Reason]) -> Located:
        """The town beside the code of a wide area; else the province, at the middle of the area."""
        g, province = self._g, self._state_or_country(number)
        town = self._by_town.find(replace(clues, region=province), [])
        if town is not None and town.place is not None and not town.others:
            km = self._towns.distance(town.place.number, number)
            if km <= _WIDE_KM:
                return replace(town, reasons=(*town.reasons, *notes))
        place = g.place(number)
        wide = Reason(sayings.POSTAL_WIDE, {"code": place.code})
        answer = self._answers.of_area(province, (wide, *notes))
        return replace(answer, lat=place.lat, lon=place.lon, others=(place,))

    def _contradicted(
        self, clues: Clues, postal: Postal, number: int, notes: list[Reason]
    ) -> Located | None:
        """Code and state disagree: the town decides between them.

        Of a town that is in both, the code tells: a wrong one seldom falls on the same name.
        Beside a border both may be right.
        """
        region = clues.region
        assert region is not None  # noqa: S101 (for the type checker: the caller looked)
        towns = [found for city in clues.cities if (found := self._towns.find(city, region))]
        in_state = bool(towns)
        beside = any(self._towns.distance(town.number, number) <= _FAR_KM for town in towns)
        at_code = any(self._is_at(city, number) for city in clues.cities)
        if at_code and not beside:
            said = self._g.name(region)
            other = Reason(sayings.REGION_OTHER, {"region": said})
            saying = Reason(sayings.BY_POSTAL, {"code": postal.code})
            return self._answers.of(number, "postal", (saying, other, *notes))
        notes.append(self._elsewhere(postal, region))
        if not in_state:
            # Two against each other, nothing to decide between them.
            saying = Reason(sayings.COUNTRY_ONLY)
            return self._answers.of(self._g.country[region], "country", (saying, *notes))
        return None

    def _elsewhere(self, postal: Postal, said: int) -> Reason:
        g = self._g
        there = g.place(postal.place) if postal.place is not None else None
        area = g.by_code("iso-3166-2", there.admin1) if there and there.admin1 else None
        values = {
            "code": postal.code,
            "there": area.name if area else postal.country,
            "said": g.name(said),
        }
        return Reason(sayings.POSTAL_ELSEWHERE, values)

    def _agrees(self, clues: Clues, number: int, notes: list[Reason]) -> bool:
        """Whether the town written beside a code may stand; what is wrong goes to `notes`."""
        if not clues.cities or any(self._is_at(city, number) for city in clues.cities):
            return True
        area = self._state_or_country(number)
        city = clues.cities[0]
        found = self._towns.find(city, area)
        if found is None:
            known = {"city": city, "area": self._g.name(area)}
            if not clues.loose:
                notes.append(Reason(sayings.CITY_UNKNOWN, known))
            return True
        if clues.loose:
            return True
        km = round(self._towns.distance(found.number, number))
        values = {"code": self._g.place(number).code, "km": km, "name": city}
        notes.append(Reason(sayings.POSTAL_FAR, values))
        return False

    def _is_at(self, city: str, number: int) -> bool:
        """Whether a town is that of a postal code: by the post's own list, or by distance."""
        if place_key(city) in self._codes.towns(number):
            return True
        found = self._towns.find(city, self._state_or_country(number))
        if found is None:
            return False
        near = (found.number, *found.rivals)
        return any(self._towns.distance(each, number) <= _FAR_KM for each in near)

    def _state_or_country(self, number: int) -> int:
        state = self._g.admin1[number]
        return self._g.country[number] if state == NOWHERE else state

    def in_country(self, number: int, country: int) -> bool:
        """Whether a place lies in a country, the United States' territories being in both."""
        here = self._g.country[number]
        codes = (self._g.place(each).code for each in (here, country))
        return here == country or is_american(*codes)
