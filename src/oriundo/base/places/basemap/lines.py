"""The lines between areas, each once, and not where land meets the sea."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely


def between(areas: Any, groups: Any) -> Any:
    """The lines that two areas of one group share, merged, as an array of line strings.

    `areas`: an array of polygons whose common corners are equal to the bit; `groups`: what each
    belongs to. A line between areas of two groups is left out.
    """
    segments, owners = _segments(areas)
    order = np.lexsort(segments.T)
    segments, owners = segments[order], owners[order]
    twice = (segments[1:] == segments[:-1]).all(axis=1)
    together = np.asarray(groups)[owners[1:]] == np.asarray(groups)[owners[:-1]]
    shared = segments[1:][twice & together & (owners[1:] != owners[:-1])]
    drawn = shapely.multilinestrings(shapely.linestrings(shared.reshape(-1, 2, 2)))
    return shapely.get_parts(shapely.line_merge(drawn))


def _segments(areas: Any) -> tuple[Any, Any]:
    """Every side of every area, its ends in one order (x, y, x, y), and whose it is."""
    parts, part_of = shapely.get_parts(areas, return_index=True)
    rings, ring_of = shapely.get_rings(parts, return_index=True)
    corners, corner_of = shapely.get_coordinates(rings, return_index=True)
    inside = corner_of[1:] == corner_of[:-1]
    starts, ends = corners[:-1][inside], corners[1:][inside]
    swapped = (starts[:, 0] > ends[:, 0]) | (
        (starts[:, 0] == ends[:, 0]) & (starts[:, 1] > ends[:, 1])
    )
    starts[swapped], ends[swapped] = ends[swapped].copy(), starts[swapped].copy()
    return np.hstack([starts, ends]), part_of[ring_of[corner_of[:-1][inside]]]
