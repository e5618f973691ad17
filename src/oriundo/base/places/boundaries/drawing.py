"""Boundaries as the paths of an SVG, for pages that draw a map without a program in the reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

# Corners nearer to a line than this many units of the drawing are left out.
_FINE = 1.2
_AROUND = 0.25
_NORTHERNMOST = 84.0
# Of a frame around points: degrees across that do for one, and how much wider than they lie.
_NEAREST, _ROOM = 4.0, 1.25
# A letter's width and a line's height in units, for labels that must not touch.
_LETTER, _LINE = 9.5, 18.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the world: west, south, east, north in degrees; `width` in units of the drawing."""

    west: float
    south: float
    east: float
    north: float
    width: int = 1000

    @classmethod
    def around_middle(cls, west: float, east: float, middle: float, ratio: float) -> Frame:
        """The frame around a latitude whose height is `ratio` of its width on Web Mercator."""
        half = np.radians(east - west) * ratio / 2
        center = _mercator(np.array([middle]))[0]
        edges = (np.degrees(2 * np.arctan(np.exp(center + d)) - np.pi / 2) for d in (-half, half))
        south, north = map(float, edges)
        return cls(west, south, east, north)

    @classmethod
    def around_points(cls, points: Iterable[tuple[float, float]], ratio: float) -> Frame:
        """The frame of that shape that holds points (longitude, latitude) with room around them."""
        lons, lats = np.array(list(points), dtype=float).T
        heights = _mercator(lats)
        high = float(np.degrees(np.ptp(heights))) / ratio
        half = max(_NEAREST, float(np.ptp(lons)), high) / 2 * _ROOM
        across = float(lons.max() + lons.min()) / 2
        center = float(heights.max() + heights.min()) / 2
        middle = float(np.degrees(2 * np.arctan(np.exp(center)) - np.pi / 2))
        return cls.around_middle(across - half, across + half, middle, ratio)

    @property
    def height(self) -> int:
        """As high as Web Mercator makes it."""
        top, bottom = _mercator(np.array([self.north, self.south]))
        return round(float(top - bottom) * self._scale)

    @property
    def _scale(self) -> float:
        return self.width / float(np.radians(self.east - self.west))

    def around(self) -> tuple[float, float, float, float]:
        """West, south, east, north of what is drawn: the frame and a part of it on every side."""
        x, y = (self.east - self.west) * _AROUND, (self.north - self.south) * _AROUND
        return self.west - x, self.south - y, self.east + x, min(self.north + y, _NORTHERNMOST)

    def project(self, corners: Any) -> Any:
        """Degrees → units from the upper left, as an array of x, y."""
        x = np.radians(corners[:, 0] - self.west) * self._scale
        y = (_mercator(np.array([self.north])) - _mercator(corners[:, 1])) * self._scale
        return np.column_stack([x, y])


@dataclass(frozen=True, slots=True)
class Label:
    """A name and where it stands, in units of the drawing."""

    text: str
    x: int
    y: int


def path(areas: Any, frame: Frame) -> str:
    """The `d` of one SVG path of an array of polygons: see `paths`. "" for nothing."""
    return "".join(paths(areas, frame))


def paths(areas: Any, frame: Frame) -> list[str]:
    """The `d` of an SVG path for each of an array of polygons, in the frame and somewhat around it.

    What a page shows around the frame, where its shape is another, is drawn too. "" for an area
    that is outside or too small to be seen. Neighbors keep one line between them.
    """
    window = frame.around()
    near = np.flatnonzero(shapely.intersects(areas, shapely.box(*window)))
    clipped = shapely.clip_by_rect(areas[near], *window)
    drawn, owner = _only_areas(shapely.transform(clipped, frame.project))
    large = shapely.area(drawn) > _FINE**2
    made = [""] * len(areas)
    simple = shapely.coverage_simplify(drawn[large], _FINE)
    for shape, at in zip(simple, near[owner[large]], strict=True):
        made[at] += "".join(_ring(ring) for ring in shapely.get_rings(shape))
    return made


def _only_areas(shapes: Any) -> tuple[Any, Any]:
    """The polygons among the parts of shapes, and the number of the shape that each is of."""
    parts, outer = shapely.get_parts(shapes, return_index=True)
    parts, inner = shapely.get_parts(parts, return_index=True)
    areas = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    return parts[areas], outer[inner][areas]


def _ring(ring: BaseGeometry) -> str:
    """One ring in whole units, each corner relative to the one before."""
    corners = np.rint(shapely.get_coordinates(ring)).astype(int)
    steps = np.diff(corners, axis=0)
    steps = steps[(steps != 0).any(axis=1)]
    if len(steps) < 3:  # a line, once rounded
        return ""
    moves = "".join(f"{x}{'' if y < 0 else ' '}{y} " for x, y in steps[:-1]).strip()
    return f"M{corners[0][0]} {corners[0][1]}l{moves}z"


def labels(
    names: Iterable[tuple[str, float, float]], frame: Frame, most: int, size: float = 1
) -> list[Label]:
    """The first names, at most `most`, that fit into the frame beside each other.

    `names`: text, longitude, latitude, the most important first. `size`: how many times as large
    as usual they are written, for a screen on which the whole drawing is small.
    """
    placed: list[Label] = []
    for label in _inside(names, frame, size):
        if len(placed) == most:
            break
        if not any(_touch(label, other, size) for other in placed):
            placed.append(label)
    return placed


def _inside(
    names: Iterable[tuple[str, float, float]], frame: Frame, size: float
) -> Iterator[Label]:
    line = size * _LINE
    for text, longitude, latitude in names:
        ((x, y),) = frame.project(np.array([[longitude, latitude]]))
        half = len(text) * size * _LETTER / 2
        if half < x < frame.width - half and line < y < frame.height - line:
            yield Label(text, round(x), round(y))


def _touch(one: Label, other: Label, size: float) -> bool:
    near = (len(one.text) + len(other.text)) * size * _LETTER / 2
    return abs(one.x - other.x) < near and abs(one.y - other.y) < 2 * size * _LINE


def _mercator(latitudes: Any) -> Any:
    return np.log(np.tan(np.pi / 4 + np.radians(latitudes) / 2))
