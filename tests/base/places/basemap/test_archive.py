"""The head of a file of the operator's is read, and a wrong file is refused in a sentence."""

from __future__ import annotations

import json

import pytest
from pmtiles.tile import TileType

from oriundo.base.places.basemap.archive import OURS, PROTOMAPS, UnusableTiles, read
from tests.base.places.archives import write


def test_a_file_with_our_layers_can_replace_the_base_map(tmp_path):
    found = read(write(tmp_path / "own.pmtiles", OURS | {"rivers"}))
    assert (found.is_ours, found.is_street_map) == (True, False)


def test_a_file_of_protomaps_can_be_drawn_over_it(tmp_path):
    found = read(write(tmp_path / "streets.pmtiles", PROTOMAPS | {"earth"}))
    assert (found.is_ours, found.is_street_map) == (False, True)


def test_a_file_with_other_layers_is_refused(tmp_path):
    with pytest.raises(UnusableTiles, match=r"other\.pmtiles has neither the layers"):
        read(write(tmp_path / "other.pmtiles", {"buildings"}))


def test_a_file_of_pictures_is_refused(tmp_path):
    with pytest.raises(UnusableTiles, match=r"png\.pmtiles is no PMTiles file of vector tiles"):
        read(write(tmp_path / "png.pmtiles", OURS, TileType.PNG))


@pytest.mark.parametrize(
    "content", [b"", b"PMTiles\x03", b"\x1f\x8b" * 100, json.dumps({}).encode()]
)
def test_what_is_no_archive_is_refused(tmp_path, content):
    path = tmp_path / "x.pmtiles"
    path.write_bytes(content)
    with pytest.raises(UnusableTiles, match=r"x\.pmtiles is no PMTiles file"):
        read(path)
