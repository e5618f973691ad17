from __future__ import annotations

import numpy as np
import pytest
import shapely

from oriundo.base.places.boundaries.drawing import Frame, Label, labels, path

FRAME = Frame(0, -5, 10, 5, width=100)


def test_a_frame_is_as_high_as_mercator_makes_it():
    assert FRAME.height == 100
    assert Frame(0, 50, 10, 60, width=100).height == 175


def test_a_frame_around_a_latitude_has_the_shape_asked_for():
    frame = Frame.around_middle(-120, -60, 40, ratio=2 / 3)
    assert (frame.height, frame.width) == (667, 1000)
    assert frame.south < 40 < frame.north


def test_degrees_become_units_from_the_upper_left():
    found = FRAME.project(np.array([[0.0, 5.0], [10.0, -5.0]]))
    assert found.round().tolist() == [[0, 0], [100, 100]]


def test_an_area_is_a_path_of_steps_in_whole_units():
    areas = np.array([shapely.box(2, 1, 4, 3)], dtype=object)
    drawn = path(areas, FRAME)
    assert sorted(drawn) == sorted("M20 40l20 0 0-20-20 0z") or drawn.endswith("z")
    assert drawn.startswith("M")


def test_what_lies_outside_or_is_too_small_is_not_drawn():
    far, speck = shapely.box(50, 1, 60, 3), shapely.box(1, 1, 1.01, 1.01)
    assert path(np.array([far, speck], dtype=object), FRAME) == ""


@pytest.mark.parametrize("second", [(5.2, 0.1), (20, 0)])
def test_a_label_that_touches_another_or_the_edge_is_left_out(second):
    names = [("Jerez", 5, 0), ("Tlalt", *second)]
    assert labels(names, FRAME, most=9) == [Label("Jerez", 50, 50)]


def test_the_first_labels_are_kept():
    names = [("A", 2, 2), ("B", 8, 2), ("C", 5, -2)]
    assert [each.text for each in labels(names, FRAME, most=2)] == ["A", "B"]


def test_names_written_larger_need_more_room():
    names = [("Aria", 2, 2), ("C", 5, -2)]
    assert [each.text for each in labels(names, FRAME, most=3)] == ["Aria", "C"]
    assert [each.text for each in labels(names, FRAME, most=3, size=1.2)] == ["C"]
