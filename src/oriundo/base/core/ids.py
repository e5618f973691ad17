"""Public identifiers: short, random, checksummed, and silent about what they name.

Twelve characters of Crockford's base 32 in three groups (`7k2m-9qtx-4rdn`): eleven carry 55
random bits, the twelfth is a Luhn mod 32 check that catches every single mistyped character.
Crockford's alphabet has no i, l, o or u, so a number read aloud over the telephone survives.
"""

from __future__ import annotations

import hashlib
import secrets

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 12
_SHIFTS = range(0, 5 * (LENGTH - 2), 10)
_PAIRS = [ALPHABET[n & 31] + ALPHABET[n >> 5] for n in range(1024)]
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_DOUBLED = {character: value * 2 // 32 + value * 2 % 32 for character, value in _VALUES.items()}
_LOOK_ALIKES = str.maketrans({"i": "1", "l": "1", "o": "0"})


class MistypedId(OriundoError):
    """What was given is no public identifier."""


def new() -> str:
    """A new random identifier."""
    return _finish("".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1)))


def derived(text: str) -> str:
    """The same identifier for the same text: for outputs that must repeat to the byte."""
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[-8:], "big")
    pairs = [_PAIRS[number >> shift & 1023] for shift in _SHIFTS]
    return _finish("".join(pairs) + ALPHABET[number >> 50 & 31])


def canonical(typed: str) -> str:
    """The identifier as stored, from what a person typed (case, dashes and look-alikes forgiven).

    Raises MistypedId when the length, a character or the check character is wrong.
    """
    plain = "".join(c for c in typed.lower() if c.isalnum()).translate(_LOOK_ALIKES)
    if len(plain) != LENGTH or set(plain) - set(ALPHABET) or _check(plain[:-1]) != plain[-1]:
        raise MistypedId(
            gettext_noop("“%(typed)s” is not the number of an organization."),
            remedy=gettext_noop("Check it against the page or the letter that you have it from."),
            values={"typed": typed[:40]},
        )
    return _grouped(plain)


def _finish(body: str) -> str:
    return _grouped(body + _check(body))


def _grouped(plain: str) -> str:
    return f"{plain[:4]}-{plain[4:8]}-{plain[8:]}"


def _check(body: str) -> str:
    doubled, plain = body[::-2], body[-2::-2]
    total = sum(map(_DOUBLED.__getitem__, doubled)) + sum(map(_VALUES.__getitem__, plain))
    return ALPHABET[-total % 32]
