"""What is read: a file, or bytes that arrived by another way; opened as often as needed."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from oriundo.collect.sources.formats.errors import UnreadableFile
from oriundo.collect.sources.limits import Limits

HEAD_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Given:
    """A named sequence of bytes: `content`, or else the file at `path`."""

    name: str
    path: Path | None = None
    content: bytes = b""

    @classmethod
    def at(cls, path: Path) -> Given:
        return cls(name=path.name, path=path)

    def open(self) -> BinaryIO:
        """A fresh stream over the bytes; UnreadableFile when there is none to open."""
        if self.path is None:
            return io.BytesIO(self.content)
        try:
            return self.path.open("rb")
        except FileNotFoundError as error:
            raise UnreadableFile("missing", file=self.name) from error
        except IsADirectoryError as error:
            raise UnreadableFile("folder", file=self.name) from error
        except OSError as error:
            raise UnreadableFile("not-openable", file=self.name, value=error.strerror) from error

    def head(self, limits: Limits) -> bytes:
        """The first bytes, after the size was found to be within `limits`."""
        with self.open() as stream:
            size = stream.seek(0, io.SEEK_END)
            if size > limits.file_bytes:
                raise UnreadableFile(
                    "too-large", file=self.name, value=size, limit=limits.file_bytes
                )
            stream.seek(0)
            head = stream.read(HEAD_BYTES)
        if not head.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
            self._refuse_blank(head, size)
        return head

    def _refuse_blank(self, head: bytes, size: int) -> None:
        # Blank for 64 kB and something after it is no table that anybody saved on purpose.
        value = "" if size <= len(head) else "blank at its beginning"
        raise UnreadableFile("empty" if not value else "binary", file=self.name, value=value)
