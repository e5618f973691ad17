"""Numbers and texts as Protocol Buffers write them, many at a time."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[Any]
Bytes = NDArray[np.uint8]
_BITS = 7


def sizes(numbers: Array) -> NDArray[np.int64]:
    """How many bytes each number (0 or more) takes."""
    found = np.ones(numbers.shape, np.int64)
    for bits in range(_BITS, int(numbers.max(initial=0)).bit_length(), _BITS):
        found += numbers >= 1 << bits
    return found


def varints(numbers: ArrayLike) -> Bytes:
    """Numbers (0 or more) one after the other: seven bits a byte, the lowest first."""
    plain = np.asarray(numbers, np.int64).ravel()
    length = sizes(plain)
    most = int(length.max(initial=1))
    encoded = np.empty((len(plain), most), np.uint8)
    for place in range(most):
        encoded[:, place] = (plain >> place * _BITS) & 0x7F
        encoded[:, place] |= (length > place + 1).astype(np.uint8) << 7
    return encoded[np.arange(most) < length[:, None]]


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
