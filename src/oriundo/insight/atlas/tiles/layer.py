"""Mapbox Vector Tiles, version 2, of one layer of points. The same content gives the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from oriundo.insight.atlas.tiles.varints import message, number, sizes, varints, zigzag

Array = NDArray[Any]
EXTENT_BITS = 12
EXTENT = 1 << EXTENT_BITS
"""Units each way; a point at the tile's northwest corner is (0, 0)."""

_FEATURE, _TAGS, _TYPE, _GEOMETRY = 2 << 3 | 2, 2 << 3 | 2, 3 << 3, 4 << 3 | 2
_POINT, _MOVE_TO = 1, 1 << 3 | 1


@dataclass(frozen=True, slots=True)
class Features:
    """Points that have the same properties: `tags` holds, for each point, the numbers of a key and
    of its value, by turns."""

    x: Array
    y: Array
    tags: Array


def encoded(name: str, groups: Sequence[Features], keys: Sequence[str], values: bytes) -> bytes:
    """A tile of one layer. `values` are encoded (see `values.py`)."""
    parts = [number(15, 2), message(1, name.encode())]
    parts += [_features(group) for group in groups if len(group.x)]
    parts += [message(3, key.encode()) for key in keys]
    parts += [values, number(5, EXTENT)]
    return message(3, b"".join(parts))


def _features(group: Features) -> bytes:
    """Every part of a feature is a number, so that all of them are encoded at once."""
    every = np.ones(len(group.x), np.int64)
    place = [every * _MOVE_TO, zigzag(group.x), zigzag(group.y)]
    tags = list(group.tags.T)
    body = [every * _TAGS, _size(tags), *tags, every * _TYPE, every * _POINT]
    body += [every * _GEOMETRY, _size(place), *place]
    return bytes(varints(np.stack([every * _FEATURE, _size(body), *body], axis=1)))


def _size(columns: Sequence[Array]) -> Array:
    total: Array = sizes(np.stack(columns, axis=1)).sum(axis=1)
    return total
