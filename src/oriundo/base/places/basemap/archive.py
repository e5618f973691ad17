"""The head of a PMTiles file: is it one, and which layers are in it.

The format is described at https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
"""

from __future__ import annotations

import gzip
import json
import struct
from dataclasses import dataclass
from pathlib import Path

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop

_MAGIC = b"PMTiles\x03"
_HEAD = 127
_MVT = 1
_PLAIN, _GZIP = 1, 2

# What a map needs of a file that replaces the base map, and of one that is drawn over it.
OURS = frozenset({"land", "lakes", "borders", "names", "places"})
PROTOMAPS = frozenset({"roads", "water", "landuse", "places"})


class UnusableTiles(OriundoError):
    """A file is no PMTiles archive of vector tiles, or has layers that no map here draws."""


@dataclass(frozen=True, slots=True)
class Archive:
    """What the head of a file says. `layers`: their names."""

    first_zoom: int
    last_zoom: int
    layers: frozenset[str]

    @property
    def is_ours(self) -> bool:
        """Whether it can stand in the place of the base map."""
        return self.layers >= OURS

    @property
    def is_street_map(self) -> bool:
        """Whether it can be drawn over the base map."""
        return self.layers >= PROTOMAPS


def read(path: Path) -> Archive:
    """Read the head of a file. Raises UnusableTiles."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
        if len(head) < _HEAD or not head.startswith(_MAGIC) or head[99] != _MVT:
            raise _unusable(path, gettext_noop("%(file)s is no PMTiles file of vector tiles."))
        where, length = struct.unpack("<QQ", head[24:40])
        file.seek(where)
        text = file.read(length)
    if head[97] not in {_PLAIN, _GZIP}:
        sentence = gettext_noop("The layers of %(file)s cannot be read: write them with gzip.")
        raise _unusable(path, sentence)
    described = json.loads(gzip.decompress(text) if head[97] == _GZIP else text)
    layers = frozenset(layer["id"] for layer in described.get("vector_layers", ()))
    found = Archive(head[100], head[101], layers)
    if not found.is_ours and not found.is_street_map:
        sentence = gettext_noop("%(file)s has neither the layers of the base map nor Protomaps'.")
        raise _unusable(path, sentence)
    return found


def _unusable(path: Path, sentence: str) -> UnusableTiles:
    remedy = gettext_noop(
        "Name another file with BASEMAP: docs/reference/boundaries.md says which."
    )
    return UnusableTiles(sentence, remedy=remedy, values={"file": path.name})
