"""Distances on the globe."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0088


def distance_km(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """Great-circle distance in kilometers between two points in degrees."""
    north = sin(radians(lat_b - lat_a) / 2) ** 2
    east = sin(radians(lon_b - lon_a) / 2) ** 2
    return (
        2
        * EARTH_KM
        * asin(sqrt(min(1.0, north + cos(radians(lat_a)) * cos(radians(lat_b)) * east)))
    )
