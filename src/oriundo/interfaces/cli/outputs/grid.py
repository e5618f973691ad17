"""The United States as a grid of tiles, one per state, each about where it lies."""

from __future__ import annotations

_ROWS = (
    "AK .. .. .. .. .. .. .. .. .. ME",
    ".. .. .. .. .. .. .. .. .. VT NH",
    "WA ID MT ND MN IL WI MI NY RI MA",
    "OR NV WY SD IA IN OH PA NJ CT ..",
    "CA UT CO NE MO KY WV VA MD DE ..",
    ".. AZ NM KS AR TN NC SC DC .. ..",
    ".. .. .. OK LA MS AL GA .. .. ..",
    "HI .. .. TX .. .. .. .. FL .. ..",
)

US_GRID: dict[str, tuple[int, int]] = {
    f"US-{state}": (row, column)
    for row, line in enumerate(_ROWS)
    for column, state in enumerate(line.split())
    if state != ".."
}
"""ISO 3166-2 → (row, column), from the top left."""
