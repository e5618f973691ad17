"""The tile archives that this installation serves, and under which addresses."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

from oriundo.base.places.basemap import archive

PREFIX = "/map/"
_HEAD = 16_384


@dataclass(frozen=True, slots=True)
class Tiles:
    """One archive. `source`: what the style calls it, "base" or "streets".

    The address has a digest of the file in it: a browser may keep what it got for ever.
    """

    source: str
    path: Path
    address: str


@cache
def served() -> tuple[Tiles, ...]:
    """The base map, and what lies over it; nothing where setup has built none.

    Raises `archive.UnusableTiles` for a file of the operator's that no map here draws.
    """
    given = settings.BASEMAP
    own = given if given and archive.read(given).is_ours else None
    found = [_base(own)]
    if given and not own:
        found.append(_tiles("streets", given, _head(given)))
    return tuple(each for each in found if each)


def _base(own: Path | None) -> Tiles | None:
    if own:
        return _tiles("base", own, _head(own))
    manifest = settings.MAP / "built.json"
    if not manifest.exists():
        return None
    made = json.loads(manifest.read_text(encoding="utf-8"))["tiles"]
    return _tiles("base", settings.MAP / made["file"], made["sha256"])


def _tiles(source: str, path: Path, digest: str) -> Tiles:
    return Tiles(source, path, f"{PREFIX}{source}-{digest[:12]}.pmtiles")


def _head(path: Path) -> str:
    """A digest of the size, and of the directory with the length of every part. A file of the
    operator's may be larger than anyone wants to read through at each start.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return hashlib.sha256(head + str(path.stat().st_size).encode()).hexdigest()
