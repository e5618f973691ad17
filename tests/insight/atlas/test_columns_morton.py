from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from oriundo.insight.atlas.columns.morton import (
    LEVELS,
    NOWHERE,
    interleaved,
    levels_of_change,
    morton,
    parted,
    tile_range,
)
from oriundo.insight.atlas.columns.regions import bounds, covering
from oriundo.insight.atlas.question import Box, Circle
from tests.insight.atlas.strategies import LATITUDES, LONGITUDES, boxes

halves = st.integers(0, (1 << LEVELS) - 1)


@given(halves, halves)
def test_interleaved_takes_bits_by_turns_and_parted_gives_them_back(x: int, y: int) -> None:
    number = interleaved(np.array([x], np.uint64), np.array([y], np.uint64))
    by_turns = "".join(b + a for b, a in zip(f"{y:031b}", f"{x:031b}", strict=True))
    assert int(number[0]) == int(by_turns, 2)
    assert [int(part[0]) for part in parted(number)] == [x, y]


def test_quarters_of_the_world_come_in_reading_order() -> None:
    numbers = morton([60, 60, -60, -60], [-90, 90, -90, 90])
    assert [int(number) >> 60 for number in numbers] == [0, 1, 2, 3]


def test_what_has_no_point_is_above_every_tile() -> None:
    assert morton([np.nan, 0], [0, np.nan]).tolist() == [NOWHERE, NOWHERE]
    assert tile_range(0, 0, 0) == (0, NOWHERE)


def test_poles_and_the_180th_meridian_are_on_the_edge() -> None:
    last = (1 << LEVELS) - 1
    x, y = parted(morton([90, -90, 0, 0], [0, 0, 180, -180]))
    assert (y[:2].tolist(), x[2:].tolist()) == ([0, last], [last, 0])


@given(st.lists(st.integers(0, NOWHERE - 1) | st.sampled_from([0, 1, NOWHERE - 1, (1 << 55) - 1])))
def test_levels_tell_where_tiles_begin(numbers: list[int]) -> None:
    numbers.sort()
    levels = levels_of_change(np.array(numbers, np.uint64))
    for z in (0, 1, 5, 30, LEVELS):
        tiles = [number >> 2 * (LEVELS - z) for number in numbers]
        begins = [n for n, tile in enumerate(tiles) if n == 0 or tile != tiles[n - 1]]
        assert np.flatnonzero(levels <= z).tolist() == begins


@given(boxes, LATITUDES, LONGITUDES)
def test_tiles_that_cover_a_box_hold_what_is_inside(box: Box, lat: float, lon: float) -> None:
    number = int(morton([lat], [lon])[0])
    across = box.west <= lon <= box.east
    if box.west > box.east:
        across = lon >= box.west or lon <= box.east
    ranges = [tile_range(*tile) for tile in covering(box)]
    held = any(start <= number < stop for start, stop in ranges)
    assert held or not (across and box.south <= lat <= box.north)
    assert len(ranges) <= 32


def test_a_circle_over_a_pole_reaches_all_around() -> None:
    assert bounds(Circle(89.9, 10, 50)).west == -180


def test_a_circle_across_the_180th_meridian_has_a_box_across_it() -> None:
    box = bounds(Circle(0, 179.9, 50))
    assert (round(box.west, 2), round(box.east, 2)) == (179.45, -179.65)
