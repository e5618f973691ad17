"""The map as one picture that the server draws: for readers without script or WebGL, and to keep.

Its numbers are those of the table beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from oriundo.base.places.boundaries.drawing import Frame
from oriundo.interfaces.web import language
from oriundo.interfaces.web.maps.areas import outlines
from oriundo.interfaces.web.maps.drawn import Drawing, ground
from oriundo.interfaces.web.maps.figures import Area, Figures
from oriundo.interfaces.web.maps.palette import MARKS, Step, legend, shades
from oriundo.interfaces.web.maps.style import COLORS
from oriundo.interfaces.web.maps.ties import Ties, frame_of

# Units of the drawing: 1,000 are its width.
_LARGEST_MARK, _SMALLEST_MARK = 26.0, 3.0
_WIDEST_TIE, _THINNEST_TIE = 9.0, 1.0
_BEND = 0.18


@dataclass(frozen=True, slots=True)
class Shape:
    """An area with its color and what is said of it."""

    path: str
    color: str
    title: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A place as a circle whose area is its number."""

    x: float
    y: float
    radius: float
    title: str


@dataclass(frozen=True, slots=True)
class Way:
    """A tie as a curve."""

    path: str
    width: float
    title: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything that the SVG template needs beside its words. `ground` None: nothing is drawn."""

    ground: Drawing | None
    colors: dict[str, str]
    mark: str
    shapes: tuple[Shape, ...]
    marks: tuple[Mark, ...]
    ways: tuple[Way, ...]
    steps: tuple[Step, ...]


def chart(figures: Figures, ties: Ties | None, scheme: str) -> Chart:
    """The picture of some figures. `scheme`: "light" or "dark"."""
    frame = frame_of(figures, ties)
    return Chart(
        ground=ground(frame, language.current()),
        colors=COLORS[scheme],
        mark=MARKS[scheme],
        shapes=tuple(_shapes(figures, frame, scheme)) if figures.theme.has_areas else (),
        marks=() if figures.theme.has_areas else tuple(_marks(figures, frame)),
        ways=tuple(_ways(ties, frame)) if ties else (),
        steps=steps(figures, scheme),
    )


def steps(figures: Figures, scheme: str) -> tuple[Step, ...]:
    """The legend of a theme of areas; () for one of places, whose circles grow with the number."""
    if not figures.theme.has_areas:
        return ()
    whole = figures.measure == "count"
    return legend(figures.bounds, figures.largest, scheme, whole=whole)


def said(area: Area) -> str:
    """An area in one line: "Los Angeles County: 161"."""
    line = f"{area.name}: {language.number(area.n)}"
    if area.density is None:
        return line
    per = _("%(density)s per 100,000 migrants") % {"density": language.rounded(area.density)}
    return f"{line} ({per})"


def _shapes(figures: Figures, frame: Frame, scheme: str) -> Iterator[Shape]:
    classes, colors = figures.classes(), shades(scheme, len(figures.bounds))
    by_code = {area.code: area for area in figures.areas}
    for outline in outlines(figures.theme, frame):
        area = by_code.get(outline.code)
        if area and area.code in classes:
            yield Shape(outline.path, colors[classes[area.code] - 1], said(area))


def _marks(figures: Figures, frame: Frame) -> Iterator[Mark]:
    """The largest first, so that small ones lie over them."""
    for area in figures.areas:
        if area.lat is None or area.lon is None:
            continue
        x, y = at(frame, area.lon, area.lat)
        if 0 <= x <= frame.width and 0 <= y <= frame.height:
            yield Mark(x, y, _radius(area.n, figures.largest), said(area))


def _radius(n: int, largest: float) -> float:
    return round(max(_SMALLEST_MARK, _LARGEST_MARK * sqrt(n / largest)), 1)


def _ways(ties: Ties, frame: Frame) -> Iterator[Way]:
    largest = max((tie.n for tie in ties.ways), default=1)
    for tie in ties.ways:
        width = max(_THINNEST_TIE, _WIDEST_TIE * sqrt(tie.n / largest))
        title = f"{tie.name}: {language.number(tie.n)}"
        yield curve(frame, ties.start, tie.to, round(width, 1), title)


def curve(
    frame: Frame, start: tuple[float, float], end: tuple[float, float], width: float, title: str
) -> Way:
    """A way between two points (longitude, latitude), bent so that there and back are not one."""
    x, y = at(frame, *start)
    to_x, to_y = at(frame, *end)
    bend_x = (x + to_x) / 2 - (to_y - y) * _BEND
    bend_y = (y + to_y) / 2 + (to_x - x) * _BEND
    path = f"M{x:.0f} {y:.0f}Q{bend_x:.0f} {bend_y:.0f} {to_x:.0f} {to_y:.0f}"
    return Way(path, width, title)


def at(frame: Frame, lon: float, lat: float) -> tuple[float, float]:
    """Where a point stands in a drawing, in its units from the upper left."""
    point: Any = frame.project(np.array([[lon, lat]]))[0]
    return round(float(point[0]), 1), round(float(point[1]), 1)
