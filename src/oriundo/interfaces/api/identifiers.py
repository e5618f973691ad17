"""UUIDs of public identifiers, for standards that want them: one follows from the other, both ways.

Version 8 of RFC 9562, whose bits are ours: a namespace, a part, and the 60 bits of the public
identifier. A hash (version 5) would need a table of a million rows to find its organization again.
"""

from __future__ import annotations

import uuid
from hashlib import blake2b

from oriundo.base.core import ids

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://oriundo.org/ns")
_HEAD = NAMESPACE.int >> 80
_WHOLE = 0


def uuid_of(public_id: str, part: str = "") -> str:
    """The UUID of an organization, or of a named part of it."""
    number = 0
    for character in public_id.replace("-", ""):
        number = number << 5 | ids.ALPHABET.index(character)
    variant = 0b10 << 62
    return str(uuid.UUID(int=_HEAD << 80 | 8 << 76 | _code(part) << 64 | variant | number))


def public_id_of(text: str) -> tuple[str, int] | None:
    """(public id, code of the part) that a UUID of ours stands for; None for any other text."""
    try:
        number = uuid.UUID(text).int
    except ValueError:
        return None
    if number >> 80 != _HEAD or number >> 76 & 15 != 8 or number >> 60 & 15 != 8:
        return None
    low = number & (1 << 60) - 1
    plain = "".join(ids.ALPHABET[low >> shift & 31] for shift in range(55, -1, -5))
    try:
        return ids.canonical(plain), number >> 64 & 0xFFF
    except ids.MistypedId:
        return None


def _code(part: str) -> int:
    """Twelve bits of a part's name; 0 for the whole."""
    if not part:
        return _WHOLE
    return int.from_bytes(blake2b(part.encode(), digest_size=2).digest(), "big") % 0xFFF + 1


def part_of(code: int, parts: tuple[str, ...]) -> str | None:
    """Which of the parts has this code."""
    return next((part for part in parts if _code(part) == code), None)


def named(*parts: str) -> str:
    """The UUID of something that is never asked for by it: a version 5."""
    return str(uuid.uuid5(NAMESPACE, ":".join(parts)))
