"""Values laid in a file, which the processes of one machine share instead of copying it.

The arrays of a value are mapped from the file, so that all processes together hold them once, and
only what they touch; what is no array (texts) each process has for itself.
"""

from __future__ import annotations

import mmap
import pickle
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

_ALIGNED = 64
_SIZE = 8


def lay(value: object, path: Path) -> None:
    """Write `value` to `path`: its arrays one after the other, then what says where they are."""
    with path.open("wb") as file:
        places: list[tuple[int, int]] = []
        head = pickle.dumps(
            value, protocol=5, buffer_callback=lambda b: places.append(_write(file, b.raw()))
        )
        tail = pickle.dumps((head, places))
        file.write(tail)
        file.write(len(tail).to_bytes(_SIZE, "little"))


# Two: an engine lays the table and, later, the groups.
@lru_cache(maxsize=2)
def taken(path: Path) -> Any:
    """The value that `lay` wrote to `path`; its arrays cannot be written to."""
    with path.open("rb") as file:
        view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    end = len(view) - _SIZE
    size = int.from_bytes(view[end:], "little")
    # Nobody but the engine wrote the file, in a folder of its own.
    head, places = pickle.loads(view[end - size : end])  # noqa: S301
    return pickle.loads(head, buffers=_parts(view, places))  # noqa: S301


def _write(file: BinaryIO, part: memoryview) -> tuple[int, int]:
    file.write(bytes(-file.tell() % _ALIGNED))
    place = file.tell()
    file.write(part)
    return place, len(part)


def _parts(view: memoryview, places: list[tuple[int, int]]) -> Iterator[memoryview]:
    return (view[start : start + size] for start, size in places)
