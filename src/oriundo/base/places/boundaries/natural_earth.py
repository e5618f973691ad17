"""Countries, and the first-level divisions of nine of them, from Natural Earth at 1:10 million."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from oriundo.base.places.boundaries.joins import Division, country_units, official_codes
from oriundo.base.places.boundaries.model import Boundary
from oriundo.base.places.names import country_name, division_name

# The United States' own come from the Census Bureau: they fit its counties to the corner.
DIVIDED = ("BLZ", "CAN", "CRI", "GTM", "HND", "MEX", "NIC", "PAN", "SLV")


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """A first-level unit as Natural Earth has it: its country's code there, GeoNames' number."""

    country: str
    gn_id: int
    shape: BaseGeometry


def read_units(path: Path) -> list[Unit]:
    """Every unit of `admin1.json`, shapes made valid."""
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    drawn = shapely.from_geojson([json.dumps(each["geometry"]) for each in features])
    pairs = zip(features, shapely.make_valid(drawn), strict=True)
    return [_unit(feature["properties"], shape) for feature, shape in pairs]


def _unit(properties: Mapping[str, Any], shape: BaseGeometry) -> Unit:
    # Natural Earth writes -99 where it knows no number.
    return Unit(properties["adm0_a3"], max(int(properties.get("gn_id") or 0), 0), shape)


def countries(units: Iterable[Unit]) -> list[Boundary]:
    """One area per country or territory with a code, in the order of the codes."""
    parts: dict[str, list[BaseGeometry]] = defaultdict(list)
    for unit in units:
        parts[country_units().get(unit.country, unit.country)].append(unit.shape)
    parts.pop("", None)
    return [_country(code, parts[code]) for code in sorted(parts)]


def _country(code: str, parts: list[BaseGeometry]) -> Boundary:
    es, en = country_name(code, "es"), country_name(code, "en")
    shape = shapely.union_all(np.array(parts, dtype=object))
    return Boundary(code, code, "", "", 0, es, en, shape)


def divisions(units: Iterable[Unit], rows: Mapping[int, Division]) -> list[Boundary]:
    """The first-level divisions of `DIVIDED`. `rows`: by GeoNames' number.

    A unit without a number (one reef of Mexico) has no code and is left out.
    """
    found = [
        _division(unit, rows[unit.gn_id])
        for unit in units
        if unit.country in DIVIDED and unit.gn_id
    ]
    return sorted(found, key=lambda each: each.code)


def _division(unit: Unit, row: Division) -> Boundary:
    code, country = row.iso, unit.country
    names = division_name(code, "es"), division_name(code, "en")
    return Boundary(
        code, country, country, official_codes().get(code, ""), unit.gn_id, *names, unit.shape
    )
