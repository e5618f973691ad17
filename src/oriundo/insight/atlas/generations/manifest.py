"""What a generation says of itself: what it holds, up to which change, and of which files."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

FORMAT = 1
"""Another number when what is in the files changes: generations of another are built anew."""


class Unreadable(Exception):
    """The manifest is not one, or was damaged."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A change of the database: its number, its moment (ISO 8601, UTC) and whom it is about.

    All three, so that a number that another database gave to another change is told from ours.
    """

    number: int = 0
    at: str = ""
    public_id: str = ""


@dataclass(frozen=True, slots=True)
class Ahead:
    """Changes that are included beyond the mark while very many wait: withdrawals up to `since`,
    and all changes after it up to `upto`."""

    since: int
    upto: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """`serials`: how many serials were given; `files`: path → bytes, CRC-32."""

    organizations: int
    serials: int
    mark: Mark
    built_at: str
    files: Mapping[str, tuple[int, int]]
    ahead: Ahead | None = None
    format: int = FORMAT

    @property
    def seen(self) -> int:
        """The number of the last change that is not simply missing."""
        return max(self.mark.number, self.ahead.upto if self.ahead else 0)

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(size for size, _ in self.files.values())


def to_text(manifest: Manifest) -> str:
    """The manifest as JSON, with a checksum of itself."""
    told = asdict(manifest)
    return json.dumps({"checksum": _checksum(told), "manifest": told}, indent=1)


def from_text(text: str) -> Manifest:
    """The manifest of `to_text`. Raises Unreadable, also for one of another format."""
    try:
        read = json.loads(text)
        told = read["manifest"]
        if read["checksum"] != _checksum(told) or told["format"] != FORMAT:
            raise Unreadable
        told["mark"] = Mark(**told["mark"])
        told["ahead"] = Ahead(**told["ahead"]) if told["ahead"] else None
        told["files"] = {path: (size, crc) for path, (size, crc) in told["files"].items()}
        return Manifest(**told)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Unreadable from error


def _checksum(told: Mapping[str, Any]) -> int:
    return zlib.crc32(json.dumps(told, sort_keys=True).encode())
