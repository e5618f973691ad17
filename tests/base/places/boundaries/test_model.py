from __future__ import annotations

import shapely

from oriundo.base.places.boundaries.model import (
    Boundary,
    polygons,
    shapes,
    simplified,
    without_specks,
)


def area(code, shape, country="MEX", within="MEX"):
    return Boundary(code, country, within, "", 0, code, code, shape)


def zigzag(top):
    """A square above or below a border with a small bend in it."""
    border = [(0, 0), (1, 0.002), (2, -0.002), (3, 0)]
    return shapely.Polygon([*border, (3, top), (0, top)])


def test_neighbors_keep_one_line_between_them_when_corners_are_left_out():
    north, south = simplified([area("N", zigzag(2)), area("S", zigzag(-2))], 0.1, "USA")
    assert len(north.shape.exterior.coords) == 5
    assert shapely.coverage_is_valid(shapes([north, south]))


def test_areas_of_the_country_apart_do_not_shape_their_neighbors():
    abroad = area("N", zigzag(2), country="USA", within="USA")
    mixed = simplified([abroad, area("S", zigzag(-2))], 0.1, "USA")
    alone = simplified([area("S", zigzag(-2))], 0.1, "USA")
    assert [each.code for each in mixed] == ["N", "S"]
    assert mixed[1].shape == alone[0].shape


def test_small_parts_are_left_out_but_never_the_largest():
    land, islet = shapely.box(0, 0, 1, 1), shapely.box(5, 5, 5.1, 5.1)
    assert without_specks(area("A", shapely.union(land, islet)), 0.5).shape == land
    assert without_specks(area("B", islet), 0.5).shape == islet


def test_a_ring_that_touches_itself_becomes_areas_without_lines():
    bow = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    made = polygons(bow)
    assert (made.is_valid, made.geom_type, made.area) == (True, "MultiPolygon", 2.0)


def test_what_is_written_is_everything_but_the_shape():
    assert area("MX-ZAC", shapely.Point()).properties() == {
        "code": "MX-ZAC",
        "country": "MEX",
        "within": "MEX",
        "official": "",
        "gn_id": 0,
        "es": "MX-ZAC",
        "en": "MX-ZAC",
    }
