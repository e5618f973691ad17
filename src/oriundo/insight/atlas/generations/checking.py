"""Whether the files of a generation are those that were written.

CRC-32, which reads several GB a second: it is there to find what a disk or a person did to a file.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

_AT_ONCE = 8 << 20
# What programs that use the files may put beside them.
_PASSING = (".lock",)
Sums = dict[str, tuple[int, int]]


class Damaged(Exception):
    """A generation is not what its manifest says."""


def sums(folder: Path, known: Mapping[tuple[int, int], int] | None = None) -> Sums:
    """Path → bytes, CRC-32 of every file below `folder`.

    `known`: (device, inode) → CRC-32 of files that are shared with a generation before, which are
    not read again.
    """
    found: Sums = {}
    for path in _files(folder):
        stat = path.stat()
        crc = (known or {}).get((stat.st_dev, stat.st_ino))
        name = path.relative_to(folder).as_posix()
        found[name] = (stat.st_size, checksum(path) if crc is None else crc)
    return found


def shared(folder: Path, files: Mapping[str, tuple[int, int]]) -> dict[tuple[int, int], int]:
    """(device, inode) → CRC-32 of the files of a generation, for `sums` of the next."""
    stats = {name: (folder / name).stat() for name in files}
    return {(stat.st_dev, stat.st_ino): files[name][1] for name, stat in stats.items()}


def damages(folder: Path, files: Mapping[str, tuple[int, int]], *, whole: bool) -> list[str]:
    """What is wrong: files that are missing, of another size or, when `whole`, of other content."""
    return [
        name
        for name, (size, crc) in files.items()
        if not _is_right(folder / name, size, crc if whole else None)
    ]


def checksum(path: Path) -> int:
    """CRC-32 of a file."""
    crc = 0
    with path.open("rb") as file:
        while part := file.read(_AT_ONCE):
            crc = zlib.crc32(part, crc)
    return crc


def settle(folder: Path) -> None:
    """Wait until every file below `folder` is on the disk, and stands in its folder."""
    for path in [*_files(folder), *(p for p in folder.rglob("*") if p.is_dir()), folder]:
        to_disk(path)


def to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _is_right(path: Path, size: int, crc: int | None) -> bool:
    try:
        return path.stat().st_size == size and (crc is None or checksum(path) == crc)
    except OSError:
        return False


def _files(folder: Path) -> Iterator[Path]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return (path for path in found if not path.name.endswith(_PASSING))
