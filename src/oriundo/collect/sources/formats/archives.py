"""Safety of zip archives (XLSX, ODS, KMZ): checked in the directory, then counted while inflating.

The directory of an archive can lie about sizes, so every member is inflated once here, in
chunks, and the bytes that come out are counted before any other program sees the file.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from oriundo.collect.sources.formats.errors import UnreadableFile
from oriundo.collect.sources.limits import Limits

_CHUNK = 1 << 18
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_SMALL = 1_000_000
"""Below this many unpacked bytes a high ratio harms nobody."""


class Archive:
    """An open archive whose members were found to be within the limits of its directory."""

    def __init__(self, stream: BinaryIO, *, file: str, limits: Limits) -> None:
        self.stream, self.file, self.limits = stream, file, limits
        self.unpacked = 0
        try:
            infos = zipfile.ZipFile(stream).infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise self._refused("archive-damaged", str(error)) from error
        self._check_directory(infos)
        self.members = {info.filename: info for info in infos if not info.is_dir()}

    def _check_directory(self, infos: list[zipfile.ZipInfo]) -> None:
        if len(infos) > self.limits.members:
            raise UnreadableFile(
                "too-many-members", file=self.file, value=len(infos), limit=self.limits.members
            )
        names = {info.filename for info in infos}
        if len(names) < len(infos) or "" in names:
            raise self._refused("archive-damaged", "members without a name of their own")
        total = 0
        for info in infos:
            total += info.file_size
            if info.flag_bits & 0x1:
                raise self._refused("encrypted")
            known = info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
            # A damaged directory gives offsets before the beginning of the file.
            if not known or info.header_offset < 0:
                raise self._refused("archive-damaged", info.filename)
            self._check_size(info, info.file_size, total)

    def _check_size(self, info: zipfile.ZipInfo, size: int, total: int) -> None:
        limits = self.limits
        if size > limits.member_bytes or total > limits.unpacked_bytes:
            limit = min(limits.member_bytes, limits.unpacked_bytes)
            raise self._refused("unpacked-too-large", info.filename, limit)
        if size > max(_SMALL, info.compress_size * limits.ratio):
            raise self._refused("ratio", info.filename, limits.ratio)

    def inflate(self, name: str) -> Iterator[bytes]:
        """The unpacked bytes of a member in chunks; UnreadableFile as soon as a limit is passed."""
        info = self.members[name]
        size = 0
        for chunk in self._chunks(info):
            size += len(chunk)
            self.unpacked += len(chunk)
            self._check_size(info, size, self.unpacked)
            yield chunk

    def _chunks(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        left = self._seek_data(info)
        inflater = zlib.decompressobj(-15) if info.compress_type else None
        while left > 0:
            packed = self.stream.read(min(_CHUNK, left))
            if not packed:
                raise self._refused("archive-damaged", info.filename)
            left -= len(packed)
            if inflater is None:
                yield packed
                continue
            while packed and not inflater.eof:
                try:
                    yield inflater.decompress(packed, _CHUNK)
                except zlib.error as error:
                    raise self._refused("archive-damaged", info.filename) from error
                packed = inflater.unconsumed_tail
        if inflater is not None and not inflater.eof:
            raise self._refused("archive-damaged", info.filename)

    def _seek_data(self, info: zipfile.ZipInfo) -> int:
        """Go to the first packed byte of a member; how many there are."""
        self.stream.seek(info.header_offset)
        head = self.stream.read(_LOCAL_HEADER.size)
        if len(head) < _LOCAL_HEADER.size or not head.startswith(b"PK\x03\x04"):
            raise self._refused("archive-damaged", info.filename)
        _, name_length, extra_length = _LOCAL_HEADER.unpack(head)
        self.stream.seek(info.header_offset + _LOCAL_HEADER.size + name_length + extra_length)
        return info.compress_size

    def read(self, name: str) -> bytes:
        """The whole of a small member."""
        return b"".join(self.inflate(name))

    def _refused(self, code: str, value: str = "", limit: int = 0) -> UnreadableFile:
        return UnreadableFile(code, file=self.file, value=value, limit=limit)
