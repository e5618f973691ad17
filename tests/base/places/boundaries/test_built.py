"""The boundaries that setup has made: all there, joined to the right codes, points found."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
import shapely

import oriundo.base.places
from oriundo.base.places.boundaries import ADMIN1, COUNTIES, COUNTRIES, LAYERS, Inside
from oriundo.base.places.boundaries.files import read_drawing
from oriundo.base.places.boundaries.model import shapes
from oriundo.base.places.names import country_name

TEN = {"BLZ", "CAN", "CRI", "GTM", "HND", "MEX", "NIC", "PAN", "SLV", "USA"}
UNDRAWN = {"PA-10", "PA-NT"}


@pytest.fixture(scope="module")
def drawn(built):
    return {layer.name: read_drawing(built / "drawn" / f"{layer.name}.geojson") for layer in LAYERS}


def test_every_layer_is_whole(drawn):
    assert {name: len(areas) for name, areas in drawn.items()} == {
        "countries": 240,
        "admin1": 197,
        "counties": 3232,
    }


def test_codes_are_unique_and_every_area_lies_in_one_of_the_layer_above(drawn):
    for upper, lower in ((COUNTRIES, ADMIN1), (ADMIN1, COUNTIES)):
        above = {each.code for each in drawn[upper.name]}
        codes = [each.code for each in drawn[lower.name]]
        assert len(codes) == len(set(codes))
        assert {each.within for each in drawn[lower.name]} - above == set()


def test_divisions_are_those_that_the_project_knows_by_name(drawn):
    path = Path(oriundo.base.places.__file__).with_name("divisions.csv")
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    known = {row["code"] for row in rows}
    assert {each.code for each in drawn["admin1"]} == known - UNDRAWN
    assert {each.country for each in drawn["admin1"]} == TEN


def test_countries_have_a_name_in_both_languages(drawn):
    for each in drawn["countries"]:
        assert (each.es, each.en) == (country_name(each.code, "es"), country_name(each.code, "en"))
        assert each.code not in {each.es, each.en}


@pytest.mark.parametrize(
    ("layer", "code", "gn_id", "official", "es", "en"),
    [
        ("admin1", "MX-ZAC", 3979840, "32", "Zacatecas", "Zacatecas"),
        ("admin1", "MX-CMX", 3527646, "09", "Ciudad de México", "Mexico City"),
        ("admin1", "GT-13", 3595415, "13", "Huehuetenango", "Huehuetenango"),
        ("admin1", "SV-SS", 3583360, "", "San Salvador", "San Salvador"),
        ("admin1", "CA-QC", 6115047, "24", "Quebec", "Quebec"),
        ("admin1", "US-NY", 5128638, "36", "Nueva York", "New York"),
        ("counties", "06037", 5368381, "06037", "Condado de Los Ángeles", "Los Angeles County"),
        ("counties", "11001", 0, "11001", "Distrito de Columbia", "District of Columbia"),
    ],
)
def test_an_area_is_joined_to_its_codes(lookup, layer, code, gn_id, official, es, en):
    found = lookup.boundary(layer, code)
    assert (found.gn_id, found.official, found.es, found.en) == (gn_id, official, es, en)


def test_connecticut_has_its_planning_regions_and_no_county_of_before(drawn):
    codes = [each.code for each in drawn["counties"] if each.within == "US-CT"]
    assert codes == [f"091{number}" for number in range(10, 100, 10)]


@pytest.mark.parametrize(
    ("longitude", "latitude", "inside"),
    [
        (-118.2437, 34.0522, Inside("USA", "US-CA", "06037")),
        (-102.5832, 22.7709, Inside("MEX", "MX-ZAC")),
        (-89.2182, 13.6929, Inside("SLV", "SV-SS")),
        (-73.5673, 45.5017, Inside("CAN", "CA-QC")),
        (-72.685, 41.763, Inside("USA", "US-CT", "09110")),
        (-66.1057, 18.4655, Inside("USA", "US-PR", "72127")),
        (-77.0365, 38.8977, Inside("USA", "US-DC", "11001")),
        (-77.1711, 38.8823, Inside("USA", "US-VA", "51059")),
        (-99.5075, 27.5036, Inside("USA", "US-TX", "48479")),
        (-99.5164, 27.4763, Inside("MEX", "MX-TAM")),
        (-92.2614, 14.9047, Inside("MEX", "MX-CHP")),
        (-91.5209, 14.8347, Inside("GTM", "GT-09")),
        (2.3522, 48.8566, Inside("FRA")),
        (-140.0, 20.0, Inside()),
    ],
)
def test_a_known_place_lies_where_it_does(lookup, longitude, latitude, inside):
    assert lookup.at(longitude, latitude) == inside


def test_a_pier_off_the_shore_is_near_its_county(lookup):
    assert lookup.at(-118.5, 34.0, nearest_km=5) == Inside("USA", "US-CA", "06037", exact=False)


@pytest.mark.parametrize("layer", ["countries", "admin1", "counties"])
def test_what_is_drawn_has_no_empty_area_and_none_without_a_part(drawn, layer):
    assert not shapely.is_empty(shapes(drawn[layer])).any()


def test_neighbors_are_drawn_without_a_gap(drawn):
    mexican = [each.shape for each in drawn["admin1"] if each.country == "MEX"]
    inside = shapely.union_all(mexican)
    # A gap between states would be a hole in the country.
    holes = [ring for part in shapely.get_parts(inside) for ring in part.interiors]
    assert [shapely.Polygon(ring).area for ring in holes if shapely.Polygon(ring).area > 1e-4] == []


def test_features_carry_their_code_as_id(built):
    text = (built / "drawn" / "counties.geojson").read_text(encoding="utf-8")
    features = json.loads(text)["features"]
    assert [each["id"] for each in features] == [each["properties"]["code"] for each in features]
