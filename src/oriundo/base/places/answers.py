"""Answers for places that are settled on: how exactly, where the point is, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from oriundo.base.places import sayings
from oriundo.base.places.forms import place_key
from oriundo.base.places.gazetteer import NOWHERE, Gazetteer, Place
from oriundo.base.places.levels import LEVELS, Precision
from oriundo.base.places.located import Located, Reason


class Answers:
    """Answers over one gazetteer."""

    def __init__(self, places: Gazetteer) -> None:
        self.gazetteer = places

    def of_place(self, number: int, notes: list[Reason]) -> Located:
        """The answer for one place; a former one, or one without a point, is that of its area."""
        g = self.gazetteer
        place = g.place(number)
        if place.until:
            today = g.place(g.parent[number])
            values = {"name": place.name, "date": place.until, "today": today.name}
            notes = [*notes, Reason(sayings.ENDED, values)]
        if place.lat is None:
            parent = g.parent[number]
            while g.place(parent).lat is None and g.parent[parent] != NOWHERE:
                parent = g.parent[parent]
            values = {"name": place.name, "area": g.name(parent)}
            answer = self.of_area(parent, (*notes, Reason(sayings.NO_POINT, values)))
            # Where it is, is known to the state; which municipality it is, is known all the same.
            return replace(answer, admin2=place.admin2) if answer.precision == "admin1" else answer
        precision: Precision = "locality" if place.level == "locality" else "admin2"
        if precision == "locality":
            notes = [*notes, *self._was_municipality(place)]
        saying = sayings.BY_LOCALITY if precision == "locality" else sayings.BY_ADMIN2
        return self.of(number, precision, (Reason(saying, {"name": place.name}), *notes))

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

    def of_area(self, number: int, notes: tuple[Reason, ...]) -> Located:
        """The answer for a municipality, state or country; for one without a point, by its own."""
        g = self.gazetteer
        level = LEVELS[g.levels[number]]
        if level == "country":
            return self.of(number, "country", (Reason(sayings.COUNTRY_ONLY), *notes))
        if g.place(number).lat is None:
            return self.of_area(g.parent[number], notes)
        saying = sayings.BY_ADMIN2 if level == "admin2" else sayings.BY_ADMIN1
        precision: Precision = "admin2" if level == "admin2" else "admin1"
        return self.of(number, precision, (Reason(saying, {"name": g.name(number)}), *notes))

    def of(self, number: int, precision: Precision, reasons: tuple[Reason, ...]) -> Located:
        """The answer for a place, at its point; for a country without one."""
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
