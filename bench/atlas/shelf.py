"""Invented rows kept in a folder, so that every contender reads the same without inventing them."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from bench.atlas.invented import rows
from oriundo.insight.atlas.row import Row

_BATCH = 10_000


class Shelf:
    """The rows of a size, in files of a folder that is ours."""

    def __init__(self, folder: Path, size: int, seed: int = 1) -> None:
        self._files = []
        folder.mkdir(parents=True, exist_ok=True)
        for number, batch in enumerate(_batches(rows(size, seed))):
            file = folder / f"{number:05}.pickle"
            file.write_bytes(pickle.dumps(batch))
            self._files.append(file)

    def __iter__(self) -> Iterator[Row]:
        for file in self._files:
            # Written by this very process.
            yield from pickle.loads(file.read_bytes())  # noqa: S301


def _batches(given: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(given, _BATCH)):
        yield batch
