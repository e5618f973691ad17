"""What can be asked of the atlas: words, filters, a circle or a box; and how the answer is ordered.

The address bar, the API, tiles and downloads all ask with a `Question`, so that they agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

SINGLE = (
    "origin",
    "country",
    "region",
    "county",
    "city",
    "objective",
    "member_origin",
    "structure",
    "status",
    "precision",
)
"""Filters on what an organization has one of. Values: codes as in `row.Row`."""

SEVERAL = ("home_region", "hometown", "support", "language")
"""Filters on what an organization may have several of."""

SINCE = "verified"
"""The filter on a day: verified on or after "2026-05-03"."""

FILTERS = (*SINGLE, *SEVERAL, SINCE)
UNKNOWN = "unknown"
"""The value that stands for organizations of which this is not known."""

WORDS_LIMIT = 200
"""Characters of words that are asked for; nobody types more."""

Order = Literal["best", "name", "near", "verified"]
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Circle:
    """Degrees, and kilometers around."""

    lat: float
    lon: float
    km: float


@dataclass(frozen=True, slots=True)
class Box:
    """Degrees. `west` > `east` crosses the 180th meridian."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Question:
    """One search. `filters`: name of FILTERS → value; only the chosen ones.

    `near` and `box` ask for organizations with a point (see `Row`). `order` "best" is by
    relevance when there are words, else by name; "near" without `near` is "best".
    """

    words: str = ""
    filters: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    near: Circle | None = None
    box: Box | None = None
    order: Order = "best"

    def narrowed(self, name: str, value: str) -> Question:
        """The same question, with one filter (again)."""
        return replace(self, filters={**self.filters, name: value})

    def without(self, name: str) -> Question:
        """The same question, one filter dropped."""
        rest = {key: value for key, value in self.filters.items() if key != name}
        return replace(self, filters=rest)
