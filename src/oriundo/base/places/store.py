"""The files of the gazetteer: numpy arrays that are mapped into memory, not read.

writing: `Writer(folder).write(...)`; reading: `Strings`, `column`. The folder appears whole or not
at all, so that a process that reads the one before goes on doing so.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

FORMAT = 1


def write_column(folder: Path, name: str, values: NDArray[Any]) -> None:
    np.save(folder / f"{name}.npy", np.ascontiguousarray(values), allow_pickle=False)


def read_column(folder: Path, name: str) -> NDArray[Any]:
    column: NDArray[Any] = np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)
    return column


def read_memory(folder: Path, name: str) -> memoryview:
    """A column whose single values are wanted: ten times faster than through numpy."""
    return read_column(folder, name).data


def write_strings(folder: Path, name: str, texts: Iterable[str]) -> None:
    """Texts one after the other, with where each begins."""
    encoded = [text.encode() for text in texts]
    starts = np.zeros(len(encoded) + 1, np.uint32)
    np.cumsum([len(text) for text in encoded], out=starts[1:])
    write_column(folder, f"{name}-starts", starts)
    write_column(folder, name, np.frombuffer(b"".join(encoded), np.uint8))


class Strings:
    """A column of texts."""

    def __init__(self, folder: Path, name: str) -> None:
        self._bytes = read_memory(folder, name)
        self._starts = read_memory(folder, f"{name}-starts")

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, index: int) -> str:
        return str(self._bytes[self._starts[index] : self._starts[index + 1]], "utf-8")
