"""The ways between where organizations are and where their members come from, of a chosen place."""

from __future__ import annotations

from dataclasses import dataclass

from oriundo.base.places.boundaries import ADMIN1
from oriundo.base.places.boundaries.drawing import Frame
from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.atlas.question import UNKNOWN, Question
from oriundo.interfaces.web import words
from oriundo.interfaces.web.maps.areas import middles, place
from oriundo.interfaces.web.maps.figures import Area, Figures
from oriundo.interfaces.web.maps.themes import Theme

Point = tuple[float, float]
"""Longitude, latitude."""
_RATIO = 2 / 3
_OTHER_END = {"here": "home_region", "from": "region"}


@dataclass(frozen=True, slots=True)
class Tie:
    """One way: to the state or department `value`, and how many organizations go it."""

    value: str
    name: str
    n: int
    to: Point


@dataclass(frozen=True, slots=True)
class Ties:
    """All ways of one area, the most gone first. `by` is the filter of the other end.

    `unknown`: how many organizations of the area have no known other end.
    """

    area: Area
    start: Point
    by: str
    ways: tuple[Tie, ...]
    unknown: int

    @property
    def frame(self) -> Frame | None:
        """The part of the world that holds both ends of all ways; None where there are none."""
        ends = [tie.to for tie in self.ways]
        return Frame.around_points([self.start, *ends], _RATIO) if ends else None


def ties(atlas: Atlas, question: Question, figures: Figures, value: str) -> Ties | None:
    """The ways of the area of a value; None when it is none of the figures' areas."""
    area = next((each for each in figures.areas if each.value == value), None)
    start = _point(figures.theme, area) if area else None
    if area is None or start is None:
        return None
    there = question.narrowed(figures.theme.by, value)
    by = _OTHER_END[figures.theme.side]
    counted = atlas.counts(there, by)
    known = middles(ADMIN1.name)
    ways = tuple(
        Tie(code, words.word("region", code), n, known[code])
        for code, n in counted.items()
        if code in known
    )
    return Ties(area, start, by, ways, counted.get(UNKNOWN, 0))


def frame_of(figures: Figures, ties: Ties | None) -> Frame:
    """What a map shows at first: the ties, where there are any, else what its theme does."""
    return (ties and ties.frame) or figures.theme.frame


def _point(theme: Theme, area: Area) -> Point | None:
    if theme.has_areas:
        return middles(theme.layer).get(area.code)
    found = place(area.code)
    if found is None or found.lat is None or found.lon is None:
        return None
    return found.lon, found.lat
