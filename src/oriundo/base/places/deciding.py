"""Deciding where one reading of an address leads: postal code, town, municipality, state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from oriundo.base.places import sayings
from oriundo.base.places.checking import check_county
from oriundo.base.places.clues import Clues
from oriundo.base.places.forms import place_key
from oriundo.base.places.gazetteer import NOWHERE, Gazetteer, Place
from oriundo.base.places.levels import LEVELS, Precision
from oriundo.base.places.located import Located, Reason
from oriundo.base.places.namesakes import Names
from oriundo.base.places.postal import Postal, PostalCodes
from oriundo.base.places.regions import Regions
from oriundo.base.places.towns import Found, Towns, asks_for_county

# A postal code this far from the town written beside it is not that town's.
_FAR_KM = 40.0
# The widest rural postal areas of Canada reach this far, but for the empty north.
_WIDE_KM = 400.0
_SHOWN = 4


class Decider:
    """Answers to readings, over one gazetteer."""

    def __init__(self, places: Gazetteer) -> None:
        self.gazetteer = places
        self.regions = Regions(places)
        self.towns = Towns(places)
        self.names = Names(places, self.regions, self.towns)
        self.postal = PostalCodes(places)

    def decide(self, clues: Clues) -> tuple[Located, bool]:
        """The answer to one reading of an address, and whether the reading explains all of it."""
        notes = list(clues.notes)
        if clues.postal is not None:
            answer = self._by_postal(clues, clues.postal, notes)
            if answer is not None:
                return answer, True
        if clues.bare:
            found = self.names.find(clues.bare, clues.country, clues.said)
            return (self._named(clues, found, notes), True) if found else _unread(notes)
        town = self._by_town(clues, notes)
        if town is not None:
            return self._within_town(town, clues), True
        return self._by_area(clues, notes), not clues.cities

    def _named(self, clues: Clues, found: Found, notes: list[Reason]) -> Located:
        """The answer to a name alone, which may be that of a country, a state or a town."""
        level = LEVELS[self.gazetteer.levels[found.number]]
        if found.rivals or level not in {"country", "admin1"}:
            return self._town(clues.bare, found, notes)
        answer = self._area_answer(found.number, tuple(notes))
        if found.town is None or level == "country":
            return answer
        # "Puebla": the state, and within it most likely the city; the point is in both.
        town = self.gazetteer.place(found.town)
        return replace(answer, lat=town.lat, lon=town.lon, others=(town,))

    # --- Postal codes ---------------------------------------------------------------------------

    def _by_postal(self, clues: Clues, postal: Postal, notes: list[Reason]) -> Located | None:
        """The answer by the postal code, None where it says nothing or is contradicted."""
        g = self.gazetteer
        if postal.country == "MEX":
            return None
        if postal.place is None:
            notes.append(Reason(sayings.POSTAL_UNKNOWN, {"code": postal.code}))
            return None
        place = g.place(postal.place)
        if place.lat is None:
            return None
        if clues.country is not None and not self.in_country(postal.place, clues.country):
            notes.append(self._elsewhere(postal, clues.country))
            return None
        if clues.region is not None and g.admin1[postal.place] not in {clues.region, NOWHERE}:
            return self._contradicted(clues, postal, postal.place, notes)
        if not self._agrees(clues, postal.place, notes):
            # Code and town are apart and nothing tells which is wrong: the state holds both.
            return self._area_answer(self._state_or_country(postal.place), tuple(notes))
        if postal.is_wide:
            return self._by_wide_postal(clues, postal.place, notes)
        saying = Reason(sayings.BY_POSTAL, {"code": place.code})
        return self.answer(postal.place, "postal", (saying, *notes))

    def _by_wide_postal(self, clues: Clues, number: int, notes: list[Reason]) -> Located:
        """The town beside the code of a wide area; else the province, at the middle of the area."""
        g, province = self.gazetteer, self._state_or_country(number)
        town = self._by_town(replace(clues, region=province), [])
        if town is not None and town.place is not None and not town.others:
            km = self.towns.distance(town.place.number, number)
            if km <= _WIDE_KM:
                return replace(town, reasons=(*town.reasons, *notes))
        place = g.place(number)
        wide = Reason(sayings.POSTAL_WIDE, {"code": place.code})
        answer = self._area_answer(province, (wide, *notes))
        return replace(answer, lat=place.lat, lon=place.lon, others=(place,))

    def in_country(self, number: int, country: int) -> bool:
        here, said = self.gazetteer.country[number], self.gazetteer.place(country).code
        territories = {"PRI", "VIR", "GUM", "ASM", "MNP", "FSM", "MHL", "PLW"}
        return here == country or (said == "USA" and self.gazetteer.place(here).code in territories)

    def _elsewhere(self, postal: Postal, said: int) -> Reason:
        g = self.gazetteer
        there = g.place(postal.place) if postal.place is not None else None
        area = g.by_code("iso-3166-2", there.admin1) if there and there.admin1 else None
        values = {
            "code": postal.code,
            "there": area.name if area else postal.country,
            "said": g.name(said),
        }
        return Reason(sayings.POSTAL_ELSEWHERE, values)

    def _contradicted(
        self, clues: Clues, postal: Postal, number: int, notes: list[Reason]
    ) -> Located | None:
        """Code and state disagree: the town decides between them, if it is in one of them only."""
        region = clues.region
        assert region is not None  # noqa: S101 (for the type checker: the caller looked)
        in_state = any(self.towns.find(city, region) for city in clues.cities)
        at_code = any(self._is_at(city, number) for city in clues.cities)
        if at_code and not in_state:
            said = self.gazetteer.name(region)
            other = Reason(sayings.REGION_OTHER, {"region": said})
            saying = Reason(sayings.BY_POSTAL, {"code": postal.code})
            return self.answer(number, "postal", (saying, other, *notes))
        notes.append(self._elsewhere(postal, region))
        if not in_state:
            # Two against each other, nothing to decide between them.
            saying = Reason(sayings.COUNTRY_ONLY)
            return self.answer(self.gazetteer.country[region], "country", (saying, *notes))
        return None

    def _is_at(self, city: str, number: int) -> bool:
        """Whether a town is that of a postal code: by the post's own list, or by distance."""
        if place_key(city) in self.postal.towns(number):
            return True
        found = self.towns.find(city, self._state_or_country(number))
        if found is None:
            return False
        near = (found.number, *found.rivals)
        return any(self.towns.distance(each, number) <= _FAR_KM for each in near)

    def _state_or_country(self, number: int) -> int:
        state = self.gazetteer.admin1[number]
        return self.gazetteer.country[number] if state == NOWHERE else state

    def _agrees(self, clues: Clues, number: int, notes: list[Reason]) -> bool:
        """Whether the town written beside a code may stand; what is wrong goes to `notes`."""
        if not clues.cities or any(self._is_at(city, number) for city in clues.cities):
            return True
        area = self._state_or_country(number)
        city = clues.cities[0]
        found = self.towns.find(city, area)
        if found is None:
            known = {"city": city, "area": self.gazetteer.name(area)}
            if not clues.loose:
                notes.append(Reason(sayings.CITY_UNKNOWN, known))
            return True
        if clues.loose:
            return True
        km = round(self.towns.distance(found.number, number))
        values = {"code": self.gazetteer.place(number).code, "km": km, "name": city}
        notes.append(Reason(sayings.POSTAL_FAR, values))
        return False

    # --- Towns, municipalities, states ----------------------------------------------------------

    def _by_town(self, clues: Clues, notes: list[Reason]) -> Located | None:
        """The answer by the first town that is found, as it is spelled or almost so."""
        for area in self._areas(clues):
            for city in clues.cities:
                found = self.towns.find(city, area)
                if found is not None and (area is not None or self.names.is_known(found)):
                    return self._town(city, found, notes)
        if clues.region is not None:
            for city in clues.cities[: 1 if not clues.loose else _SHOWN]:
                found = self.towns.similar(city, clues.region)
                if found is not None:
                    return self._town(city, found, notes)
        return None

    def _within_town(self, town: Located, clues: Clues) -> Located:
        """A city of several municipalities, such as Mexico City: the postal code tells which."""
        municipality = clues.postal.municipality if clues.postal is not None else None
        if municipality is None or town.precision != "locality" or town.admin2:
            return town
        inside = self._area_answer(municipality, town.reasons)
        return inside if inside.admin1 == town.admin1 else town

    def _areas(self, clues: Clues) -> Iterator[int | None]:
        """Where to look for the town: the state, else the country, else the world."""
        if clues.region is not None:
            yield clues.region
        elif clues.postal is not None and clues.postal.division is not None:
            yield clues.postal.division
            yield clues.country
        else:
            yield clues.country

    def _town(self, city: str, found: Found, notes: list[Reason]) -> Located:
        g = self.gazetteer
        if found.misspelled:
            values = {"said": city, "name": g.name(found.number)}
            notes = [*notes, Reason(sayings.MISSPELLED, values)]
        if not found.rivals:
            return self._settled(found.number, notes)
        numbers = (found.number, *found.rivals)
        area = self.towns.common_area(numbers)
        others = tuple(g.place(number) for number in numbers)
        listed = ", ".join(self._described(n) for n in numbers[:_SHOWN])
        several = Reason(sayings.SEVERAL, {"name": city, "others": listed})
        if area == NOWHERE:
            return Located("none", reasons=(several, *notes), others=others)
        answer = self._area_answer(area, (several, *notes))
        return replace(answer, others=others)

    def _described(self, number: int) -> str:
        place = self.gazetteer.place(number)
        return f"{place.name} ({place.admin1 or place.country})"

    def _settled(self, number: int, notes: list[Reason]) -> Located:
        """The answer for one place; a former one, or one without a point, is that of its area."""
        g = self.gazetteer
        place = g.place(number)
        if place.until:
            today = g.place(g.parent[number])
            values = {"name": place.name, "date": place.until, "today": today.name}
            notes = [*notes, Reason(sayings.ENDED, values)]
        if place.lat is None:
            parent = g.parent[number]
            values = {"name": place.name, "area": g.name(parent)}
            answer = self._area_answer(parent, (*notes, Reason(sayings.NO_POINT, values)))
            # Where it is, is known to the state; which municipality it is, is known all the same.
            return replace(answer, admin2=place.admin2) if answer.precision == "admin1" else answer
        precision: Precision = "locality" if place.level == "locality" else "admin2"
        if precision == "locality":
            notes = [*notes, *self._was_municipality(place)]
        saying = sayings.BY_LOCALITY if precision == "locality" else sayings.BY_ADMIN2
        return self.answer(number, precision, (Reason(saying, {"name": place.name}), *notes))

    def _was_municipality(self, town: Place) -> Iterator[Reason]:
        """That the municipality of a town's name is no more, and what it is part of today."""
        g = self.gazetteer
        state = g.by_code("iso-3166-2", town.admin1)
        if state is None or town.country in {"USA", "CAN"}:
            return
        for number in g.numbers(place_key(town.name), state.number):
            former = g.place(number)
            if former.until and former.level == "admin2" and former.admin2 == town.admin2:
                today = g.place(g.parent[number]).name
                values = {"name": former.name, "date": former.until, "today": today}
                yield Reason(sayings.MUNICIPALITY_ENDED, values)

    def _by_area(self, clues: Clues, notes: list[Reason]) -> Located:
        region = clues.region
        if region is None and clues.postal is not None:
            region = clues.postal.municipality or clues.postal.division
        area = region if region is not None else clues.country
        if area is None:
            return Located("none", reasons=(Reason(sayings.NOTHING), *notes))
        if clues.cities and (not clues.loose or asks_for_county(clues.cities[0])):
            notes = [*notes, self._missing(clues.cities[0], area)]
        return self._area_answer(area, tuple(notes))

    def _missing(self, city: str, area: int) -> Reason:
        """That a town or county is not where it is said to be; and where it is, if plain."""
        place = self.gazetteer.place(area)
        # In the United States counties have the names of towns: "Houston" is none of them.
        if place.level == "admin1" and (place.country != "USA" or asks_for_county(city)):
            elsewhere = check_county(self.gazetteer, city, place)
            if elsewhere is not None:
                return elsewhere
        return Reason(sayings.CITY_UNKNOWN, {"city": city, "area": place.name})

    def _area_answer(self, number: int, notes: tuple[Reason, ...]) -> Located:
        """The answer for a municipality, state or country; for one without a point, by its own."""
        g = self.gazetteer
        level = LEVELS[g.levels[number]]
        if level == "country":
            return self.answer(number, "country", (Reason(sayings.COUNTRY_ONLY), *notes))
        if g.place(number).lat is None:
            return self._area_answer(g.parent[number], notes)
        saying = sayings.BY_ADMIN2 if level == "admin2" else sayings.BY_ADMIN1
        precision: Precision = "admin2" if level == "admin2" else "admin1"
        return self.answer(number, precision, (Reason(saying, {"name": g.name(number)}), *notes))

    def answer(self, number: int, precision: Precision, reasons: tuple[Reason, ...]) -> Located:
        place = self.gazetteer.place(number)
        pinned = precision != "country"
        return Located(
            precision=precision,
            place=place,
            lat=place.lat if pinned else None,
            lon=place.lon if pinned else None,
            country=place.country,
            admin1=place.admin1,
            admin2=place.admin2,
            reasons=reasons,
        )


def _unread(notes: list[Reason]) -> tuple[Located, bool]:
    return Located("none", reasons=(Reason(sayings.NOTHING), *notes)), False
