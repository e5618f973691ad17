"""The numbers of a map: each area with how many organizations, and who is on no area and why.

Map, table, drawing and downloads all show these same figures. Their sum is the number of the
directory's search: whoever is not on the map is counted beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from django.utils.translation import gettext as _

from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.atlas.classes import class_of, lower_bounds
from oriundo.insight.atlas.question import UNKNOWN, Question
from oriundo.interfaces.web import language, words
from oriundo.interfaces.web.maps.areas import area_of, names, place
from oriundo.interfaces.web.maps.themes import Theme
from oriundo.interfaces.web.placenames import place_label

Measure = Literal["count", "density"]
PER = 100_000


@dataclass(frozen=True, slots=True)
class Area:
    """One area or place. `value` is what the directory filters by; `code` is the map's, and the
    key for a place, which has a point (degrees). `share` is of all that fit the search; `density`
    is organizations per 100,000 migrants of the origin, None where those are not counted.
    """

    code: str
    value: str
    name: str
    n: int
    share: float
    lat: float | None = None
    lon: float | None = None
    density: float | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """Organizations that are on no area of this map, and why. `filters` lead to them."""

    label: str
    n: int
    filters: dict[str, str]


@dataclass(frozen=True, slots=True)
class Figures:
    """`total` = `shown` + the numbers of `asides`. Areas by falling number, those without left out.

    `scale` are the bounds of another map that this one is to be compared with.

    An organization with several hometowns counts in each, and once in `shown`.
    """

    theme: Theme
    total: int
    shown: int
    areas: tuple[Area, ...]
    asides: tuple[Aside, ...]
    scale: tuple[float, ...] = ()
    measure: Measure = "count"

    @property
    def bounds(self) -> tuple[float, ...]:
        """Lower bounds of the classes that the map is colored in: `scale`, else its own."""
        return self.scale or lower_bounds(self.measured(area) for area in self.areas)

    def measured(self, area: Area) -> float:
        """The number that an area is colored by."""
        return area.n if self.measure == "count" else area.density or 0

    def classes(self) -> dict[str, int]:
        """Code → class, from 1."""
        bounds = self.bounds
        classes = {area.code: class_of(self.measured(area), bounds) for area in self.areas}
        return {code: number for code, number in classes.items() if number}

    @property
    def largest(self) -> float:
        """The largest number that an area is colored by."""
        return max(map(self.measured, self.areas), default=0)

    @property
    def repeated(self) -> int:
        """How often organizations count in more than one area."""
        return sum(area.n for area in self.areas) - self.shown


def figures(atlas: Atlas, question: Question, theme: Theme) -> Figures:
    """Count what a theme shows of the organizations that fit."""
    total = atlas.total(question)
    counted = {
        value: n for value, n in atlas.counts(question, theme.by).items() if value != UNKNOWN
    }
    areas = tuple(_areas(theme, counted, total) if theme.has_areas else _places(counted, total))
    parts = _asides(theme)
    conditions = [(part.name, [part.value]) for part in parts if part.name]
    shown, *rest = atlas.partition(
        question, [(theme.by, [area.value for area in areas]), *conditions]
    )
    asides = tuple(
        Aside(part.label, n, part.filters) for part, n in zip(parts, rest, strict=True) if n
    )
    return Figures(theme, total, shown, areas, asides)


def per_migrants(found: Figures, people: Mapping[str, int]) -> Figures:
    """The same figures per 100,000 migrants, where their number is known (by code of the area)."""
    areas = tuple(
        replace(area, density=PER * area.n / people[area.code]) if area.code in people else area
        for area in found.areas
    )
    return replace(found, areas=areas, measure="density")


def _areas(theme: Theme, counted: dict[str, int], total: int) -> Iterator[Area]:
    known = names(theme, language.current())
    for value, n in counted.items():
        code = area_of(theme, value)
        if code in known:
            yield Area(code, value, known[code], n, n / total)


def _places(counted: dict[str, int], total: int) -> Iterator[Area]:
    for key, n in counted.items():
        found = place(key)
        if found is not None:
            yield Area(key, key, place_label(key), n, n / total, found.lat, found.lon)


@dataclass(frozen=True, slots=True)
class _Part:
    """A reason to be on no area: who has `value` of the filter `name`; no name: all others."""

    label: str
    name: str = ""
    value: str = ""
    filters: dict[str, str] = field(default_factory=dict)


def _asides(theme: Theme) -> list[_Part]:
    """Why somebody is on no area of a theme, in the order in which each is looked for."""
    return _of_origin(theme) if theme.side == "from" else _of_residence(theme)


def _of_residence(theme: Theme) -> list[_Part]:
    nowhere = _Part(_("in no known place"), "country", UNKNOWN, {"country": UNKNOWN})
    if not theme.within:
        others = _("in a known country or state, and in no known town")
        return [nowhere, _Part(others)]
    country = words.word("country", theme.within)
    label = _("in %(country)s, and no more is known") % {"country": country}
    filters = {"country": theme.within, theme.by: UNKNOWN}
    inside = _Part(label, "country", theme.within, filters)
    return [inside, nowhere, _Part(_("in other countries"))]


def _of_origin(theme: Theme) -> list[_Part]:
    nowhere = _Part(_("from no known country"), "origin", UNKNOWN, {"origin": UNKNOWN})
    if theme.by == "origin":
        return [nowhere, _Part(_("from several countries"))]
    if not theme.within:
        others = _("from a known country, and from no known municipality")
        return [nowhere, _Part(others)]
    country = words.word("origin", theme.within)
    label = _("from %(country)s, and no more is known") % {"country": country}
    filters = {"origin": theme.within, theme.by: UNKNOWN}
    inside = _Part(label, "origin", theme.within, filters)
    return [inside, nowhere, _Part(_("from elsewhere"))]
