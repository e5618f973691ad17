"""Boundaries of countries, their divisions and US counties, with stable codes.

`build` makes the files at setup, `Lookup` says in which areas a point lies, `layers` what there is.
"""

from __future__ import annotations

from oriundo.base.places.boundaries.layers import ADMIN1, COUNTIES, COUNTRIES, LAYERS, Layer
from oriundo.base.places.boundaries.lookup import Inside, Lookup
from oriundo.base.places.boundaries.model import Boundary

__all__ = [
    "ADMIN1",
    "COUNTIES",
    "COUNTRIES",
    "LAYERS",
    "Boundary",
    "Inside",
    "Layer",
    "Lookup",
]
