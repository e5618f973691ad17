"""What is measured on: addresses with what is true of them, whatever source says so."""

from __future__ import annotations

import csv
import hashlib
import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from oriundo.base.places.located import Address
from oriundo.base.places.names import country_code

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Case:
    """One address with what is true of it; None and "" are not judged.

    `state` is ISO 3166-2, `county` the official code of a county or municipality. Where the point
    is not the address itself but the middle of an area, `reach` is how far in kilometers that area
    goes at least.
    """

    source: str
    country: str
    address: Address
    lat: float | None = None
    lon: float | None = None
    state: str = ""
    county: str = ""
    holdout: bool = False
    reach: float = 0.0


@dataclass(frozen=True)
class Answer:
    """Where a way puts an address; "" and None where it says nothing."""

    lat: float | None
    lon: float | None
    state: str = ""
    county: str = ""
    precision: str = ""
    country: str = ""


class Truth:
    """States and counties of points, by the boundaries that setup draws."""

    def __init__(self, lookup: Any | None) -> None:
        self._lookup = lookup
        self.judges = lookup is not None

    def at(self, lat: float, lon: float, country: str) -> tuple[str, str]:
        """(state, county) of a point, "" where not known or where the country is another."""
        inside = self._lookup.at(lon, lat, nearest_km=5) if self._lookup else None
        # Beside a border, simplified boundaries may give the neighbor's county.
        if inside is None or inside.country != country:
            return "", ""
        return inside.admin1, inside.county


def truth() -> Truth:
    """What the boundaries of this installation say; nothing where there are none."""
    folder = ROOT / "var" / "map"
    try:
        found = importlib.import_module("oriundo.base.places.boundaries")
        return Truth(found.Lookup.read(folder, folder / "drawn"))
    except (ImportError, OSError):
        return Truth(None)


def development(data: Path, known: Truth) -> Iterator[Case]:
    """The addresses that the geocoder was written with: their figures flatter it."""
    path = data / "benchmarks" / "geocoding-dev.csv"
    for row in csv.DictReader(path.open(encoding="utf-8")):
        country = country_code(row["country"]) or ""
        lat, lon = float(row["lat"]), float(row["lon"])
        state, county = known.at(lat, lon, country)
        parts = {k: row[k] for k in ("address", "city", "region", "postal", "country")}
        half = hashlib.sha256((row["address"] + row["city"]).encode()).digest()[0] % 2 == 1
        yield Case(row["src"], country, Address(**parts), lat, lon, state, county, half)
