"""Where a point lies in the pyramid of Web Mercator tiles, as one number.

The square of the world is halved LEVELS times each way. Bits of x and y take turns (y the higher),
so that the points of any tile, of any zoom, are one range of numbers.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

LEVELS = 31
"""Halvings: the smallest square is two centimeters wide at the equator."""

NOWHERE = 1 << (2 * LEVELS)
"""The number of what has no point: above all others."""

Numbers = NDArray[np.uint64]
_SPREAD = (
    (16, 0x0000FFFF0000FFFF),
    (8, 0x00FF00FF00FF00FF),
    (4, 0x0F0F0F0F0F0F0F0F),
    (2, 0x3333333333333333),
    (1, 0x5555555555555555),
)


def morton(lat: ArrayLike, lon: ArrayLike) -> Numbers:
    """The numbers of points (degrees); `NOWHERE` where either is nan.

    Beyond the edge of the square (85.0511 degrees) a point lies on the edge; the 180th meridian
    is the east edge.
    """
    lats, lons = np.asarray(lat, np.float64), np.asarray(lon, np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        down = 0.5 - np.arctanh(np.sin(np.radians(lats))) / (2 * np.pi)
    missing = np.isnan(lats) | np.isnan(lons)
    numbers = interleaved(_halved((lons + 180) / 360), _halved(down))
    numbers[missing] = NOWHERE
    return numbers


def _halved(share: NDArray[np.float64]) -> Numbers:
    last = (1 << LEVELS) - 1
    whole = np.clip(np.nan_to_num(np.floor(share * (1 << LEVELS)), nan=0.0), 0, last)
    numbers: Numbers = whole.astype(np.uint64)
    return numbers


def interleaved(x: Numbers, y: Numbers) -> Numbers:
    """Two numbers of up to 31 bits as one."""
    return _spread(x) | (_spread(y) << np.uint64(1))


def parted(numbers: Numbers) -> tuple[Numbers, Numbers]:
    """x and y again."""
    return _gathered(numbers), _gathered(numbers >> np.uint64(1))


def _spread(bits: Numbers) -> Numbers:
    for shift, mask in _SPREAD:
        bits = (bits | (bits << np.uint64(shift))) & np.uint64(mask)
    return bits


def _gathered(bits: Numbers) -> Numbers:
    bits = bits & np.uint64(_SPREAD[-1][1])
    masks = [mask for _, mask in reversed(_SPREAD[:-1])] + [0x00000000FFFFFFFF]
    for (shift, _), mask in zip(reversed(_SPREAD), masks, strict=True):
        bits = (bits | (bits >> np.uint64(shift))) & np.uint64(mask)
    return bits


def tile_range(z: int, x: int, y: int) -> tuple[int, int]:
    """The numbers from which, and below which, the points of a tile lie."""
    shift = 2 * (LEVELS - z)
    one = int(interleaved(np.array([x], np.uint64), np.array([y], np.uint64))[0])
    return one << shift, (one + 1) << shift


def levels_of_change(numbers: Numbers) -> NDArray[np.uint8]:
    """For each of the ascending numbers, the first zoom at which it is in another tile than the
    one before it: 0 for the first, LEVELS + 1 where both are the same.

    The tiles of zoom z that are not empty begin where this is z or less.
    """
    changed = np.zeros(len(numbers), np.uint8)
    if len(numbers) < 2:
        return changed
    differing = numbers[1:] ^ numbers[:-1]
    # Doubles hold 53 bits: the two halves are exact, the whole would be rounded up.
    high, low = differing >> np.uint64(LEVELS), differing & np.uint64((1 << LEVELS) - 1)
    length = np.frexp(low.astype(np.float64))[1]
    above = np.frexp(high.astype(np.float64))[1]
    length = np.where(above > 0, above + LEVELS, length)
    changed[1:] = LEVELS + 1 - (np.minimum(length, 2 * LEVELS) + 1) // 2
    return changed
