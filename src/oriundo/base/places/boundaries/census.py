"""The states and counties of the United States, from the Census Bureau's boundaries of 2023."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from oriundo.base.places.boundaries.joins import (
    Division,
    by_fips,
    county_in_spanish,
    official_codes,
)
from oriundo.base.places.boundaries.model import Boundary
from oriundo.base.places.boundaries.topojson import areas
from oriundo.base.places.names import division_name

COUNTRY = "USA"


def read_atlas(path: Path) -> Mapping[str, Any]:
    """The topology of `counties-10m.json`, whose objects are counties, states and the nation."""
    topology: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return topology


def states(atlas: Mapping[str, Any], rows: Mapping[str, Division]) -> list[Boundary]:
    """States, the District of Columbia and territories. `rows`: by ISO 3166-2 code."""
    codes = _codes_by_fips()
    found = []
    for area, shape in areas(atlas, "states"):
        code = codes[area["id"]]
        number = rows[code].gn_id if code in rows else 0
        names = division_name(code, "es"), division_name(code, "en")
        found.append(Boundary(code, COUNTRY, COUNTRY, area["id"], number, *names, shape))
    return sorted(found, key=lambda each: each.code)


def counties(atlas: Mapping[str, Any], rows: Mapping[str, Division]) -> list[Boundary]:
    """Counties and what stands in their place. `rows`: by GeoNames' path.

    An area too small for the grid of the file has no shape there and is left out (one city).
    """
    codes, known = _codes_by_fips(), by_fips(rows)
    found = []
    for area, shape in areas(atlas, "counties"):
        if shape.is_empty:
            continue
        fips, row = area["id"], known.get(area["id"])
        en = row.name if row else area["properties"]["name"]
        es = county_in_spanish(en, row.aliases) if row else _territory(en, codes[fips[:2]])
        number = row.gn_id if row else 0
        found.append(Boundary(fips, COUNTRY, codes[fips[:2]], fips, number, es, en, shape))
    return sorted(found, key=lambda each: each.code)


def _territory(name: str, code: str) -> str:
    """The Spanish name of an area that GeoNames lacks: its state's, where it is all of it."""
    return division_name(code, "es") if name == division_name(code, "en") else name


def _codes_by_fips() -> dict[str, str]:
    prefix = "US-"
    return {fips: iso for iso, fips in official_codes().items() if iso.startswith(prefix)}
