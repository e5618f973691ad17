"""Everything that the pages draw maps from, made once, at setup."""

from __future__ import annotations

from pathlib import Path

from oriundo.base.places.basemap import features
from oriundo.base.places.basemap.settlements import parted, read_settlements, write_places
from oriundo.base.places.boundaries import build as boundaries

DRAWN = "drawn"
FEATURES = "features.jsonl"
PLACES = "places.geojson"


def build(sources: Path, folder: Path) -> dict[str, int]:
    """Fill the new `folder`; return how many of what there are.

    `drawn/` gets what pages load: boundaries, lakes, large cities. `folder` itself gets the table
    that points are looked up in, and the features of the base map, to be cut into tiles.
    """
    (folder / DRAWN).mkdir(parents=True)
    found = boundaries.read(sources)
    counts = boundaries.write(found, folder, folder / DRAWN)
    settlements = parted(read_settlements(sources / "cities.tsv", sources / "countries.tsv"))
    write_places(settlements, folder / DRAWN / PLACES)
    features.write(found, settlements, folder / FEATURES)
    return counts | {"lakes": len(found.lakes), "places": len(settlements)}
