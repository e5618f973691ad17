from __future__ import annotations

import numpy as np
import shapely

from oriundo.base.places.basemap.lines import between

LEFT, RIGHT, ABOVE = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1), shapely.box(0, 1, 1, 2)
AREAS = np.array([LEFT, RIGHT, ABOVE], dtype=object)


def drawn(groups):
    return sorted(sorted(line.coords) for line in between(AREAS, groups))


def test_a_line_between_two_areas_is_drawn_once_and_coasts_are_not():
    # One line: up between left and right, then left between below and above.
    assert drawn(["MEX", "MEX", "MEX"]) == [[(0.0, 1.0), (1.0, 0.0), (1.0, 1.0)]]


def test_a_line_between_two_groups_is_left_to_the_layer_above():
    assert drawn(["MEX", "USA", "MEX"]) == [[(0.0, 1.0), (1.0, 1.0)]]


def test_areas_that_do_not_meet_have_no_line_between_them():
    assert drawn(["MEX", "USA", "GTM"]) == []
