"""Numbers and texts as Protocol Buffers write them, many at a time."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[Any]
Bytes = NDArray[np.uint8]
_BITS = 7
_LIMITS = np.array([1 << _BITS * size for size in range(1, 10)], np.uint64)


def sizes(numbers: Array) -> NDArray[np.int64]:
    """How many bytes each number (0 or more) takes."""
    found: NDArray[np.int64] = np.searchsorted(_LIMITS, numbers.astype(np.uint64), "right") + 1
    return found


def varints(numbers: ArrayLike) -> Bytes:
    """Numbers (0 or more) one after the other: seven bits a byte, the lowest first."""
    plain = np.asarray(numbers).astype(np.uint64).ravel()
    length = sizes(plain)
    places = np.arange(int(length.max(initial=1)))
    shifted = plain[:, None] >> (places * _BITS).astype(np.uint64)
    more = places < length[:, None] - 1
    encoded = (shifted & np.uint64(0x7F)) | (more * np.uint64(0x80))
    return encoded[places < length[:, None]].astype(np.uint8)


def zigzag(numbers: Array) -> Array:
    """Signed numbers as numbers of 0 or more: 0, -1, 1, -2 become 0, 1, 2, 3."""
    signed = numbers.astype(np.int64)
    return (signed << 1) ^ (signed >> 63)


def message(field: int, content: bytes) -> bytes:
    """A field that holds a text or a message."""
    return bytes(varints([field << 3 | 2, len(content)])) + content


def number(field: int, value: int) -> bytes:
    """A field that holds a number."""
    return bytes(varints([field << 3, value]))
