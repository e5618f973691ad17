"""Deciding where one reading of an address leads: postal code, town, municipality, state."""

from __future__ import annotations

from oriundo.base.places import sayings
from oriundo.base.places.answers import Answers
from oriundo.base.places.by_postal import ByPostal
from oriundo.base.places.by_town import ByTown
from oriundo.base.places.checking import check_county
from oriundo.base.places.clues import Clues
from oriundo.base.places.forms import place_key
from oriundo.base.places.gazetteer import Gazetteer
from oriundo.base.places.levels import LEVELS
from oriundo.base.places.located import Located, Reason
from oriundo.base.places.namesakes import Names
from oriundo.base.places.postal import PostalCodes
from oriundo.base.places.regions import Regions
from oriundo.base.places.towns import Towns, asks_for_county, variants

_LOCALITY = LEVELS.index("locality")
# People of a town that many know: it is meant rather than an unknown one in the state written.
_LARGER = 50_000


class Decider:
    """Answers to readings, over one gazetteer."""

    def __init__(self, places: Gazetteer) -> None:
        self.gazetteer = places
        self.regions = Regions(places)
        self.postal = PostalCodes(places)
        self.answers = Answers(places)
        towns = Towns(places)
        self._names = Names(places, self.regions, towns)
        self._by_town = ByTown(self.answers, towns, self._names)
        self._by_postal = ByPostal(self.answers, towns, self.postal, self._by_town)
        self.in_country = self._by_postal.in_country

    def decide(self, clues: Clues) -> tuple[Located, bool]:
        """The answer to one reading of an address, and whether the reading explains all of it."""
        notes = list(clues.notes)
        if clues.postal is not None:
            answer = self._by_postal.find(clues, clues.postal, notes)
            if answer is not None:
                return answer, True
        if clues.bare:
            found = self._names.find(clues.bare, clues.country, clues.said)
            named = found and self._by_town.of_name(clues, found, notes)
            return (named, True) if named else _unread(notes)
        town = self._by_town.find(clues, notes)
        if town is not None:
            return self._by_town.within(town, clues), True
        return self._by_area(clues, notes), not clues.cities

    def _by_area(self, clues: Clues, notes: list[Reason]) -> Located:
        region = clues.region
        if region is None and clues.postal is not None:
            region = clues.postal.municipality or clues.postal.division
        area = region if region is not None else clues.country
        if area is None:
            return Located("none", reasons=(Reason(sayings.NOTHING), *notes))
        if clues.cities and not clues.loose and self._is_elsewhere(clues.cities[0], area):
            # A state and a town against each other, nothing to decide between them.
            notes = [*notes, self._missing(clues.cities[0], area)]
            return self.answers.of_area(self.gazetteer.country[area], tuple(notes))
        if clues.cities and (not clues.loose or asks_for_county(clues.cities[0])):
            notes = [*notes, self._missing(clues.cities[0], area)]
        return self.answers.of_area(area, tuple(notes))

    def _is_elsewhere(self, city: str, area: int) -> bool:
        """Whether a town that a state lacks is a larger one of another state.

        In the United States only, whose towns are all known.
        """
        g = self.gazetteer
        place = g.place(area)
        if place.level != "admin1" or place.country != "USA":
            return False
        found = (n for form in variants(place_key(city)) for n in g.numbers(form, g.country[area]))
        return any(g.levels[n] == _LOCALITY and g.prominence[n] >= _LARGER for n in found)

    def _missing(self, city: str, area: int) -> Reason:
        """That a town or county is not where it is said to be; and where it is, if plain."""
        place = self.gazetteer.place(area)
        # In the United States counties have the names of towns: "Houston" is none of them.
        if place.level == "admin1" and (place.country != "USA" or asks_for_county(city)):
            elsewhere = check_county(self.gazetteer, city, place)
            if elsewhere is not None:
                return elsewhere
        return Reason(sayings.CITY_UNKNOWN, {"city": city, "area": place.name})


def _unread(notes: list[Reason]) -> tuple[Located, bool]:
    return Located("none", reasons=(Reason(sayings.NOTHING), *notes)), False
