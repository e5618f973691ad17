from __future__ import annotations

import mapbox_vector_tile
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from oriundo.insight.atlas.columns.table import Blob
from oriundo.insight.atlas.tiles.layer import EXTENT, Features, encoded
from oriundo.insight.atlas.tiles.values import texts, unsigned
from oriundo.insight.atlas.tiles.varints import varints, zigzag

sides = st.integers(0, EXTENT - 1)
points = st.lists(st.tuples(sides, sides, st.integers(1, 2_000_000), st.text(max_size=200)))


def one_by_one(number: int) -> bytes:
    found = bytearray()
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    return bytes([*found, number])


@given(st.lists(st.integers(0, (1 << 63) - 1) | st.sampled_from([0, 127, 128, 16383, 16384])))
def test_varints_are_those_of_one_number_at_a_time(numbers: list[int]) -> None:
    assert bytes(varints(numbers)) == b"".join(map(one_by_one, numbers))


def test_zigzag_alternates() -> None:
    assert zigzag(np.array([0, -1, 1, -2, 2])).tolist() == [0, 1, 2, 3, 4]


@given(points)
def test_another_reader_finds_what_was_written(points: list[tuple[int, int, int, str]]) -> None:
    x, y, n = (np.array([point[part] for point in points], np.int64) for part in range(3))
    every = np.arange(len(points))
    zero, one = np.zeros_like(every), np.ones_like(every)
    tags = np.stack([zero, every, one, len(points) + every], axis=1)
    blob = Blob.of([point[3].encode() for point in points])
    tile = encoded("l", [Features(x, y, tags)], ("n", "t"), unsigned(n) + texts(blob, every))
    layer = mapbox_vector_tile.decode(tile, default_options={"y_coord_down": True})["l"]
    read = [(*f["geometry"]["coordinates"], *f["properties"].values()) for f in layer["features"]]
    assert (read, layer["extent"], layer["version"]) == (points, 4096, 2)


def test_texts_are_taken_in_the_order_asked() -> None:
    blob = Blob.of([b"a", b"", "ñ".encode() * 100])
    assert (
        texts(blob, np.array([2, 0]))
        == b"\x22\xcb\x01\x0a\xc8\x01" + blob[2] + b"\x22\x03\x0a\x01a"
    )
