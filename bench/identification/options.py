"""What a run of the benchmarks was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class NoData(Exception):
    """A part needs data that was not given; the sentence says which."""


@dataclass(frozen=True, slots=True)
class Options:
    """`sizes`: records of invented organizations. `limit`: seconds for each contender. `folder`:
    where tables are written. `data`: the folder of ORIUNDO_DATA. `labels`: a folder of labels
    made by hand. `peers`: whether to run them."""

    sizes: tuple[int, ...]
    limit: float
    folder: Path
    data: Path | None = None
    labels: Path | None = None
    peers: bool = True

    def file(self, *names: str) -> Path:
        """A file of the data; NoData where it is not there."""
        if self.data is None:
            raise NoData("needs the data of ORIUNDO_DATA")
        return _there(self.data.joinpath(*names))

    def label(self, name: str) -> Path:
        """A file of labels; NoData where it is not there."""
        if self.labels is None:
            raise NoData("needs labels made by hand: --labels FOLDER")
        return _there(self.labels / name)


def _there(path: Path) -> Path:
    if not path.exists():
        raise NoData(f"there is no {path}")
    return path
