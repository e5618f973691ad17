"""Which encoding a text is in: by its mark, by being valid UTF-8, else by which letters appear."""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# In order of preference: the first wins a tie.
_ONE_BYTE = ("cp1252", "mac_roman", "cp850")
_CHUNK = 1 << 20
_ENOUGH = 4_000
_NEAR_HIGH_BYTE = re.compile(rb"[^\x80-\xff]?[\x80-\xff]+[^\x80-\xff]?")
_LETTERS = "áéíóúñüÁÉÍÓÚÑÜàèìòùâêîôûçëïãõÀÈÂÊÎÔÇÃÕäöåÄÖ"
_BETWEEN_LETTERS = re.compile(rf"(?<=[A-Za-z])[{_LETTERS}’]|[{_LETTERS}](?=[A-Za-z])|[ªº](?!\w)")
_APART = re.compile(r"(?<!\w)[¿¡«“‘–—•](?!\s*$)|[»”’…](?!\w)")
_ASCII_LETTER = re.compile(r"[A-Za-z]")
_CAPITAL_AFTER_SMALL = re.compile(r"[a-z][ÁÉÍÓÚÑÜÀÈÂÊÎÔÇÃÕÄÖÅ]")


def detected(stream: BinaryIO) -> str:
    """The name of the encoding of the whole stream, as Python's codecs know it.

    Marks are believed; without one, UTF-16 is known by where its zero bytes stand, UTF-8 by being
    valid to the end of the stream, and the one-byte encodings by which reading makes the more
    accented letters stand beside letters.
    """
    head = stream.read(65_536)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    wide = _utf_16(head)
    if wide:
        return wide
    stream.seek(0)
    high = _high_bytes_unless_utf_8(stream)
    if high is None:
        return "utf-8"
    return max(_ONE_BYTE, key=lambda name: _plausibility(high, name))


def _utf_16(head: bytes) -> str:
    """UTF-16 without a mark: nearly all of one half of the bytes are zero, few of the other."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = max(1, len(head) // 2)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return ""


def _high_bytes_unless_utf_8(stream: BinaryIO) -> list[bytes] | None:
    """None when the stream is valid UTF-8, else the bytes over 127 with their neighbors."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    high: list[bytes] = []
    valid = True
    while chunk := stream.read(_CHUNK):
        if valid:
            valid = _decodes(decoder, chunk, final=False)
        if len(high) < _ENOUGH and not chunk.isascii():
            high.extend(_NEAR_HIGH_BYTE.findall(chunk)[: _ENOUGH - len(high)])
        if not valid and len(high) >= _ENOUGH:
            break
    if valid:
        valid = _decodes(decoder, b"", final=True)
    return None if valid else high


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def _plausibility(high: list[bytes], name: str) -> float:
    """How much the bytes look like Spanish, French or Portuguese when read as `name`."""
    score = 0.0
    for piece in high:
        text = piece.decode(name, "replace")
        good = len(_BETWEEN_LETTERS.findall(text)) or len(_APART.findall(text))
        odd = "\ufffd" in text or (not good and _ASCII_LETTER.search(text) is not None)
        score += good - 2 * odd - 0.5 * len(_CAPITAL_AFTER_SMALL.findall(text))
    return score
