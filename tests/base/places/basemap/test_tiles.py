"""What is in the tiles that setup has cut: names in both languages, borders, areas with codes."""

from __future__ import annotations

import gzip
import math

import mapbox_vector_tile
import pytest
from pmtiles.reader import MmapSource, Reader, all_tiles

from oriundo.base.places.basemap.archive import OURS
from oriundo.base.places.basemap.archive import read as read_head


@pytest.fixture(scope="module")
def archive(built):
    with (built / "basemap.pmtiles").open("rb") as file:
        yield Reader(MmapSource(file))


def tile(archive, zoom, longitude, latitude):
    """The decoded tile that holds a point: layer → its features' properties."""
    x = int((longitude + 180) / 360 * 2**zoom)
    y = int((1 - math.asinh(math.tan(math.radians(latitude))) / math.pi) / 2 * 2**zoom)
    decoded = mapbox_vector_tile.decode(gzip.decompress(archive.get(zoom, x, y)))
    return {
        name: [each["properties"] for each in layer["features"]] for name, layer in decoded.items()
    }


@pytest.mark.parametrize(
    ("longitude", "latitude", "es", "en"),
    [
        (-118.24, 34.05, "Los Ángeles", "Los Angeles"),
        (-102.58, 22.77, "Zacatecas", "Zacatecas"),
        (-89.19, 13.69, "San Salvador", "San Salvador"),
        (-73.57, 45.51, "Montreal", "Montreal"),
        (-74.01, 40.71, "Nueva York", "New York"),
        (-99.13, 19.43, "Ciudad de México", "Mexico City"),
        (-90.51, 14.64, "Ciudad de Guatemala", "Guatemala City"),
        (-0.13, 51.51, "Londres", "London"),
    ],
)
def test_a_city_is_there_in_both_languages(archive, longitude, latitude, es, en):
    places = tile(archive, 7, longitude, latitude)["places"]
    assert (es, en) in {(each["es"], each["en"]) for each in places}


def test_a_county_is_named_in_both_languages_without_what_it_is(archive):
    names = tile(archive, 7, -118.2, 34.5)["names"]
    found = {(each["code"], each["es"], each["en"]) for each in names if each["level"] == 2}
    assert ("06037", "Los Ángeles", "Los Angeles") in found


def test_countries_and_divisions_are_named_where_they_fit(archive):
    world = tile(archive, 1, -100, 40)["names"]
    assert ("USA", "Estados Unidos", "United States") in {
        (each["code"], each["es"], each["en"]) for each in world
    }
    near = tile(archive, 6, -102, 23.5)["names"]
    assert "MX-ZAC" in {each["code"] for each in near}


@pytest.mark.parametrize(("zoom", "levels"), [(0, {0}), (4, {0, 1}), (6, {0, 1, 2})])
def test_borders_appear_with_the_zoom(archive, zoom, levels):
    # A tile on the border of California and Mexico.
    lines = tile(archive, zoom, -117, 32.6)["borders"]
    assert {each["level"] for each in lines} == levels


def test_areas_carry_their_codes(archive):
    found = tile(archive, 7, -118.24, 34.05)
    assert "06037" in {each["code"] for each in found["counties"]}
    assert {each["code"] for each in found["admin1"]} >= {"US-CA"}


def test_the_great_lakes_are_water(archive):
    assert tile(archive, 4, -87, 43.5)["lakes"] != []


def test_the_head_says_what_is_inside(built):
    head = read_head(built / "basemap.pmtiles")
    assert (head.first_zoom, head.last_zoom, head.is_ours) == (0, 7, True)
    assert head.layers == OURS | {"countries", "admin1", "counties"}


def test_no_tile_is_too_heavy_for_a_telephone(built):
    with (built / "basemap.pmtiles").open("rb") as file:
        sizes = [len(content) for _where, content in all_tiles(MmapSource(file))]
    assert max(sizes) < 90_000


def test_the_file_says_nothing_of_the_machine_that_made_it(archive):
    told = archive.metadata()["generator_options"]
    assert (told.startswith("tippecanoe "), "/" in told) == (True, False)
