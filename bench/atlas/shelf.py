"""Invented rows kept in a folder, so that every contender reads the same without inventing them."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from bench.atlas.invented import rows
from oriundo.insight.atlas.row import Row

_BATCH = 10_000


class Shelf:
    """The rows of a size, in files of a folder that is ours."""

    def __init__(self, folder: Path, size: int, seed: int = 1) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._files = self._written(rows(size, seed))

    def __iter__(self) -> Iterator[Row]:
        for file in self._files:
            # Written by this very process.
            yield from pickle.loads(file.read_bytes())  # noqa: S301

    def change(self, changed: Callable[[Iterable[Row]], Iterator[Row]]) -> None:
        """Put changed rows in the place of the rows."""
        self._files = self._written(changed(self))

    def _written(self, given: Iterator[Row]) -> list[Path]:
        files: list[Path] = []
        while batch := list(islice(given, _BATCH)):
            file = self._folder / f"{len(files):05}.pickle"
            file.write_bytes(pickle.dumps(batch))
            files.append(file)
        return files
