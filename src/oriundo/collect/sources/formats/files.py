"""The one way in: which reader a file needs, told by its content."""

from __future__ import annotations

import re
from pathlib import Path

from oriundo.collect.sources.formats.delimited import read_delimited
from oriundo.collect.sources.formats.errors import UnreadableFile
from oriundo.collect.sources.formats.given import Given
from oriundo.collect.sources.formats.json_lists import looks_like_json, read_json
from oriundo.collect.sources.formats.kml import read_kml
from oriundo.collect.sources.formats.packed import read_packed
from oriundo.collect.sources.formats.tables import Table
from oriundo.collect.sources.limits import Limits

_SIGNATURES = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "Parquet"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"{\\rtf", "RTF"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
)
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_WEB_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|table|div|meta)\b", re.IGNORECASE)
_ROOT = re.compile(r"<(?:\w+:)?([A-Za-z]\w*)")


def read_table(path: Path, *, limits: Limits | None = None, sheet: str = "") -> Table:
    """The table in the file at `path`. `sheet` names one of a workbook, else the first not empty.

    UnreadableFile when the file is no table or exceeds the limits (default: the operator's);
    rows are read while they are walked through, so it may come from there too.
    """
    return read_given(Given.at(path), limits=limits, sheet=sheet)


def read_text(text: str, *, name: str = "pasted", limits: Limits | None = None) -> Table:
    """The table in text that was pasted: separated values, JSON, JSON Lines, GeoJSON or KML."""
    return read_given(Given(name=name, content=text.encode("utf-8", "replace")), limits=limits)


def read_given(given: Given, *, limits: Limits | None = None, sheet: str = "") -> Table:
    """As `read_table`, for bytes from anywhere."""
    limits = limits or Limits.operator()
    head = given.head(limits)
    if head.startswith(b"PK"):
        return read_packed(given, limits=limits, sheet=sheet)
    _refuse_binary(given, head)
    start = _beginning(head)
    if start.startswith("<"):
        return _read_markup(given, start, limits)
    if looks_like_json(start):
        return read_json(given, limits=limits)
    return read_delimited(given, limits=limits)


def _refuse_binary(given: Given, head: bytes) -> None:
    """UnreadableFile when the first bytes are not text in any encoding that is read."""
    if head.startswith(_OLE):
        with given.open() as stream:
            encrypted = _ENCRYPTED in stream.read()
        raise UnreadableFile("encrypted" if encrypted else "old-excel", file=given.name)
    for signature, kind in _SIGNATURES:
        if head.startswith(signature) and not _is_words(head):
            raise UnreadableFile("binary", file=given.name, value=kind)
    if len(_CONTROL.findall(head)) > max(4, len(head) // 100):
        raise UnreadableFile("binary", file=given.name, value="control characters")


def _is_words(head: bytes) -> bool:
    """A list may begin with MZ or BZh as letters of a word; a program goes on with zero bytes."""
    start = head[:512]
    plain = start.isascii() and b"\0" not in start and not _CONTROL.search(start)
    return plain and start.startswith((b"MZ", b"BZh", b"PAR1", b"GIF8", b"Rar!"))


def _beginning(head: bytes) -> str:
    """The first characters without marks and spaces, for telling formats apart only."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head.decode("utf-16", "replace")
    elif b"\0" in head[:4]:
        text = head.decode("utf-16-le" if head[1:2] == b"\0" else "utf-16-be", "replace")
    else:
        text = head.decode("utf-8", "replace")
    return text.lstrip("\ufeff \t\r\n")


def _read_markup(given: Given, start: str, limits: Limits) -> Table:
    root = _ROOT.search(start)
    name = root.group(1) if root else ""
    if name.lower() == "kml":
        return read_kml(given, limits=limits)
    if _WEB_PAGE.search(start[:2_000]):
        raise UnreadableFile("web-page", file=given.name)
    if start.startswith("<?xml") or root:
        raise UnreadableFile("xml", file=given.name, value=name)
    return read_delimited(given, limits=limits)
