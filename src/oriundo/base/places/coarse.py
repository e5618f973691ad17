"""Coarse locations: what is stored for a home, or for an organization that asks for it.

The truth is discarded at entry: what comes in leaves no trace but the cell it was in. Nothing is
random, because noise that is drawn anew for each answer averages out: after a hundred looks, the
mean of a jittered point is within a hundred meters of the truth. Here every point of a cell gives
the same answer every time, and the answer tells the cell and nothing else.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor

from oriundo.base.places.gazetteer import Place

# Some 5 km: a neighborhood of a city, a village with its surroundings.
CELL_DEGREES = 0.05
_CELLS_PER_DEGREE = 20


def coarsen(lat: float, lon: float) -> tuple[float, float]:
    """The middle of the cell of 0.05 degrees that holds a point in degrees.

    Coarsening what is coarse changes nothing. ValueError for a point that is not on the globe.

    >>> coarsen(34.0522, -118.2437), coarsen(34.0999, -118.2001)
    ((34.075, -118.225), (34.075, -118.225))
    """
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"{lat}, {lon} is no point in degrees")
    return _middle(lat, 90), _middle(lon, 180)


def is_coarse(lat: float, lon: float) -> bool:
    """Whether a point in degrees is the middle of its cell, and says no more than the cell.

    >>> is_coarse(34.075, -118.225), is_coarse(34.0522, -118.2437)
    (True, False)
    """
    return coarsen(lat, lon) == (lat, lon)


def coarsen_to_place(place: Place) -> tuple[float, float] | None:
    """The point of a town or of a larger place, None when it has none or is finer than a town.

    A postal code can be one building: it is coarsened as a point is.
    """
    if place.lat is None or place.lon is None:
        return None
    if place.level == "postal":
        return coarsen(place.lat, place.lon)
    return place.lat, place.lon


def _middle(degrees: float, limit: int) -> float:
    """The middle of a cell; the pole and the date line belong to the cell before them."""
    cell = floor(Fraction(degrees) * _CELLS_PER_DEGREE)
    last = limit * _CELLS_PER_DEGREE - 1
    return (2 * min(cell, last) + 1) / (2 * _CELLS_PER_DEGREE)
