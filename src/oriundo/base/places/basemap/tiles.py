"""From features to one PMTiles file, by tippecanoe."""

from __future__ import annotations

from oriundo.base.places.basemap.features import LAST_ZOOM

_OPTIONS = (
    f"--maximum-zoom={LAST_ZOOM}",
    "--minimum-zoom=0",
    "--force",
    "--read-parallel",
    # Every point is kept from the zoom that its feature names.
    "--drop-rate=1",
    "--no-feature-limit",
    "--no-tile-size-limit",
    # Neighbors keep one line between them when it is simplified.
    "--no-simplification-of-shared-nodes",
    "--simplification=4",
    "--buffer=4",
    "--quiet",
    "--name=Oriundo",
    "--attribution=Natural Earth; U.S. Census Bureau; GeoNames (CC BY 4.0)",
)


def command(features: str, tiles: str) -> list[str]:
    """The command line that cuts a file of features into `tiles`: same features, same bytes.

    Run it where both files lie, and name nothing with its folder: the file keeps all of it.
    """
    return ["tippecanoe", *_OPTIONS, f"--output={tiles}", features]
