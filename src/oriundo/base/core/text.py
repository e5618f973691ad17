"""Text made comparable."""

from __future__ import annotations

import re

from anyascii import anyascii

_NOT_WORD = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Lower case, no accents, words parted by single spaces: "Núñez & Cía." → "nunez cia"."""
    plain = text if text.isascii() else anyascii(text)
    return _NOT_WORD.sub(" ", plain.lower()).strip()
