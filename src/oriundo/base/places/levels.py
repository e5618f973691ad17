"""The levels of places, and how exactly something has been located."""

from __future__ import annotations

from typing import Literal

Level = Literal["country", "admin1", "admin2", "locality", "postal"]
Precision = Literal["address", "postal", "locality", "admin2", "admin1", "country", "none"]

LEVELS: tuple[Level, ...] = ("country", "admin1", "admin2", "locality", "postal")
# From the finest to the coarsest.
PRECISIONS: tuple[Precision, ...] = (
    "address",
    "postal",
    "locality",
    "admin2",
    "admin1",
    "country",
    "none",
)
