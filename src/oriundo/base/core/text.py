"""Text made comparable, and text as it was typed."""

from __future__ import annotations

import re

from anyascii import anyascii

_NOT_WORD = re.compile(r"[^a-z0-9]+")
# Control characters and halves of characters can neither be searched for nor stored.
_UNUSABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def fold(text: str) -> str:
    """Lower case, no accents, words parted by single spaces: "Núñez & Cía." → "nunez cia"."""
    plain = text if text.isascii() else anyascii(text)
    return _NOT_WORD.sub(" ", plain.lower()).strip()


def one_line(text: str, most: int) -> str:
    """What somebody typed into a field of one line: without control characters, parted by single
    spaces, at most so many characters long.
    """
    return " ".join(_UNUSABLE.sub(" ", text).split())[:most].rstrip()
