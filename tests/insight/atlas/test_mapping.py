from __future__ import annotations

import gzip
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import product
from math import atan, degrees, pi, sinh
from typing import Any

import mapbox_vector_tile
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.atlas.invented import rows as invented
from oriundo.insight.atlas.atlas import Atlas
from oriundo.insight.atlas.mapping import Side
from oriundo.insight.atlas.question import SEVERAL, SINGLE, UNKNOWN, Question
from oriundo.insight.atlas.row import Home, Row
from oriundo.insight.atlas.tiles.drawing import LIMIT, NoTile
from tests.insight.atlas import model
from tests.insight.atlas.model import Tile
from tests.insight.atlas.strategies import PLAIN, many_rows, questions

ALL = Question()
CLOSE = model.tile_of((34.05, -118.24), 14)
JEREZ = Home("MEX", "MX-ZAC", "gn:31", 22.65, -102.99)
CHICAGO = replace(PLAIN, public_id="c", lat=41.85, lon=-87.65, city="gn:2", origin="GTM")
sides = st.sampled_from(["here", "from"])


def features(tile: bytes) -> list[dict[str, Any]]:
    """As another program reads them."""
    layers = mapbox_vector_tile.decode(tile, default_options={"y_coord_down": True})
    return layers["organizations"]["features"] if layers else []


def properties(tile: bytes) -> list[dict[str, Any]]:
    return [feature["properties"] for feature in features(tile)]


def tiles(z: int) -> Iterator[Tile]:
    return ((z, x, y) for x, y in product(range(1 << z), repeat=2))


def counted(tile: bytes, grid: int) -> dict[tuple[int, int], int]:
    """How many each cell of a tile stands for."""
    found: dict[tuple[int, int], int] = {}
    for feature in features(tile):
        x, y = (place >> (12 - grid) for place in feature["geometry"]["coordinates"])
        found[x, y] = found.get((x, y), 0) + feature["properties"]["n"]
    return found


def test_a_single_organization_says_who_it_is() -> None:
    tile = Atlas.of([PLAIN]).tile(ALL, 0, 0, 0)
    assert properties(tile) == [{"n": 1, "public_id": "a", "name": "Club Áurea"}]
    assert features(tile)[0]["geometry"]["coordinates"] == [702, 1635]


def test_several_at_the_point_of_one_city_say_which_city() -> None:
    rows = [PLAIN, replace(PLAIN, public_id="b")]
    assert properties(Atlas.of(rows).tile(ALL, *CLOSE)) == [{"n": 2, "place": "gn:11"}]


def test_several_at_one_point_in_two_cities_are_only_counted() -> None:
    rows = [PLAIN, replace(PLAIN, public_id="b", city="gn:12")]
    assert properties(Atlas.of(rows).tile(ALL, *CLOSE)) == [{"n": 2}]


def test_several_near_each_other_are_counted_together_until_one_comes_close() -> None:
    atlas = Atlas.of([PLAIN, replace(PLAIN, public_id="b", lat=34.06)])
    assert properties(atlas.tile(ALL, 3, 1, 3)) == [{"n": 2}]
    assert [one["public_id"] for one in properties(atlas.tile(ALL, 12, 702, 1635))] == ["b", "a"]


def test_two_in_neighboring_cells_are_apart_and_two_in_one_are_not() -> None:
    one, near, next_ = (replace(PLAIN, public_id=f"{lon}", lon=lon) for lon in (1.0, 11.0, 12.0))
    assert len(features(Atlas.of([one, next_]).tile(ALL, 0, 0, 0))) == 2
    assert len(features(Atlas.of([one, near]).tile(ALL, 0, 0, 0))) == 1


def test_only_what_fits_is_drawn() -> None:
    tile = Atlas.of([PLAIN, CHICAGO]).tile(Question(filters={"origin": "GTM"}), 0, 0, 0)
    assert [one["public_id"] for one in properties(tile)] == ["c"]


def test_a_tile_without_points_is_empty() -> None:
    assert Atlas.of([PLAIN]).tile(ALL, 5, 31, 31) == b""


def test_homes_are_points_of_the_other_side() -> None:
    row = replace(PLAIN, homes=(JEREZ, replace(JEREZ, town="gn:32", lat=16.9)))
    tile = Atlas.of([row, replace(row, public_id="b")]).tile(ALL, 3, 1, 3, side="from")
    assert properties(tile) == [{"n": 2, "place": "gn:31"}, {"n": 2, "place": "gn:32"}]


def test_a_home_that_is_a_state_is_no_point() -> None:
    atlas = Atlas.of([replace(PLAIN, homes=(replace(JEREZ, town=""),))])
    assert (atlas.points(ALL, side="from"), atlas.tile(ALL, 0, 0, 0, side="from")) == (0, b"")


@given(many_rows(), questions(), sides, st.integers(0, 3))
@settings(max_examples=40)
def test_tiles_of_a_zoom_add_up_to_all_that_are_placed(
    rows: list[Row], question: Question, side: Side, z: int
) -> None:
    atlas, points = Atlas.of(rows), model.points(rows, question, side)
    drawn = [
        one["n"] for tile in tiles(z) for one in properties(atlas.tile(question, *tile, side=side))
    ]
    assert (sum(drawn), atlas.points(question, side=side)) == (len(points), len(points))


@given(many_rows(), questions(), sides, st.integers(0, 22), st.integers(0, 11))
def test_each_cell_of_a_tile_is_counted_as_in_the_model(
    rows: list[Row], question: Question, side: Side, z: int, which: int
) -> None:
    points = model.points(rows, question, side)
    tile = model.tile_of(points[which % len(points)], z) if points else (z, 0, 0)
    drawn = counted(Atlas.of(rows).tile(question, *tile, side=side), 5)
    assert drawn == model.cells(points, tile, 5)


@given(many_rows(), questions())
@settings(max_examples=40)
def test_counts_for_a_choropleth_are_as_in_the_model(rows: list[Row], question: Question) -> None:
    atlas = Atlas.of(rows)
    for name in (*SINGLE, *SEVERAL):
        assert atlas.counts(question, name) == model.counts(rows, question, name)


@given(many_rows(), questions())
@settings(max_examples=40)
def test_everybody_is_in_the_first_part_that_has_them_or_in_the_rest(
    rows: list[Row], question: Question
) -> None:
    parts = [("region", ["US-CA", "US-TX"]), ("origin", [UNKNOWN]), ("support", ["education"])]
    counted = [0] * 4
    for row in model.chosen(rows, question):
        found = (any(model.has(row, name, one) for one in wanted) for name, wanted in parts)
        counted[next((at for at, is_in in enumerate(found) if is_in), 3)] += 1
    assert Atlas.of(rows).partition(question, parts) == tuple(counted)


def test_invented_tiles_add_up_at_every_zoom_where_there_are_points() -> None:
    rows = list(invented(400))
    atlas, points = Atlas.of(rows), model.points(rows, ALL, "here")
    for z in (0, 2, 6, 10, 14, 18, 22):
        drawn = [atlas.tile(ALL, *tile) for tile in {model.tile_of(point, z) for point in points}]
        assert sum(one["n"] for tile in drawn for one in properties(tile)) == len(points)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(replace(PLAIN, lat=0.0, lon=0.0), id="where four tiles meet"),
        pytest.param(replace(PLAIN, lat=12.0, lon=180.0), id="the 180th meridian"),
        pytest.param(replace(PLAIN, lat=12.0, lon=-180.0), id="its other name"),
        pytest.param(replace(PLAIN, lat=90.0), id="the north pole"),
        pytest.param(replace(PLAIN, lat=-90.0), id="the south pole"),
    ],
)
def test_a_point_on_an_edge_is_in_exactly_one_tile(row: Row) -> None:
    atlas = Atlas.of([row])
    for z in range(5):
        assert sum(atlas.tile(ALL, *tile) != b"" for tile in tiles(z)) == 1


@pytest.mark.parametrize(
    "tile", [(0, 1, 0), (3, 8, 0), (3, 0, 8), (3, -1, 0), (-1, 0, 0), (23, 0, 0)]
)
def test_a_tile_that_is_not_in_the_pyramid_is_refused(tile: Tile) -> None:
    with pytest.raises(NoTile, match="There is no tile"):
        Atlas.of([PLAIN]).tile(ALL, *tile)


def test_many_long_names_make_the_grid_coarser_and_lose_nobody() -> None:
    """One in the middle of each cell: all would be shown by name."""
    rows = [
        replace(
            PLAIN, public_id=f"{x} {y}", name=f"{x * y:03}" * 40, lat=lat, lon=x * 11.25 - 174.375
        )
        for y in range(32)
        for x in range(32)
        for lat in [degrees(atan(sinh(pi * (1 - (y + 0.5) / 16))))]
    ]
    tile = Atlas.of(rows).tile(ALL, 0, 0, 0)
    assert len(tile) <= LIMIT
    assert set(counted(tile, 4).values()) == {4}
    assert sum(one["n"] for one in properties(tile)) == 1024


def test_tiles_of_many_are_small_and_the_same_every_time() -> None:
    rows = list(invented(3_000))
    one, other = Atlas.of(rows), Atlas.of(list(reversed(rows)))
    for tile in [(0, 0, 0), (4, 2, 6), (4, 3, 6), (6, 16, 24), (8, 43, 102)]:
        assert one.tile(ALL, *tile) == other.tile(ALL, *tile)
        assert len(gzip.compress(one.tile(ALL, *tile))) <= LIMIT


def test_threads_share_an_atlas() -> None:
    rows = list(invented(300))
    asked = [Question(filters={"origin": origin}) for origin in ("MEX", "GTM", "SLV", "HND")] * 20
    atlas, tile = Atlas.of(rows), (2, 0, 1)
    with ThreadPoolExecutor(8) as threads:
        drawn = list(threads.map(lambda question: atlas.tile(question, *tile), asked))
    expected = [model.cells(model.points(rows, own, "here"), tile, 5) for own in asked[:4]]
    assert [counted(one, 5) for one in drawn] == expected * 20
