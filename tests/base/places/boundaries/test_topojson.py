"""Areas come out of their arcs, forward and backward, and broken rings do not stop a file."""

from __future__ import annotations

import pytest

from oriundo.base.places.boundaries.topojson import areas

# Two squares, side by side: the arc 0 between them, the rest of the left one, of the right one.
ARCS = [
    [[10, 0], [0, 10]],
    [[10, 10], [-10, 0], [0, -10], [10, 0]],
    [[10, 0], [10, 0], [0, 10], [-10, 0]],
]


def topology(*geometries):
    return {
        "transform": {"scale": [0.1, 0.1], "translate": [-100, 20]},
        "arcs": ARCS,
        "objects": {"squares": {"geometries": list(geometries)}},
    }


def square(code, arcs):
    return {"type": "Polygon", "id": code, "arcs": [arcs]}


def test_an_area_is_its_arcs_forward_and_backward_in_degrees():
    squares = topology(square("left", [0, 1]), square("right", [2, ~0]))
    found = {area["id"]: shape.bounds for area, shape in areas(squares, "squares")}
    assert found == {
        "left": pytest.approx((-100, 20, -99, 21)),
        "right": pytest.approx((-99, 20, -98, 21)),
    }


def test_neighbors_have_the_same_corners_to_the_bit():
    (_, left), (_, right) = areas(
        topology(square("left", [0, 1]), square("right", [2, ~0])), "squares"
    )
    shared = set(left.exterior.coords) & set(right.exterior.coords)
    assert len(shared) == 2


def test_an_area_of_several_parts_is_one_area():
    both = {"type": "MultiPolygon", "id": "both", "arcs": [[[0, 1]], [[2, ~0]]]}
    ((_, shape),) = areas(topology(both), "squares")
    assert shape.area == pytest.approx(2)


def test_a_ring_that_rounding_made_a_line_is_no_area():
    ((_, shape),) = areas(topology(square("line", [0, ~0])), "squares")
    assert shape.is_empty


def test_a_geometry_that_is_no_area_is_passed_over():
    assert list(areas(topology({"type": None}, {"type": "LineString"}), "squares")) == []
