"""Public identifiers: short, random, checksummed, and silent about what they name.

Twelve characters of Crockford's base 32 in three groups (`7k2m-9qtx-4rdn`): eleven carry 55
random bits, the twelfth is a Luhn mod 32 check that catches every single mistyped character.
Crockford's alphabet has no i, l, o or u, so a number read aloud over the telephone survives.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 12
_BITS = 5 * (LENGTH - 1)
_SHIFTS = np.arange(0, _BITS, 5, dtype=np.uint64)
_LETTERS = np.frombuffer(ALPHABET.encode(), dtype=np.uint8)
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_DOUBLED = np.array([value * 2 // 32 + value * 2 % 32 for value in range(32)])
_LOOK_ALIKES = str.maketrans({"i": "1", "l": "1", "o": "0"})


class MistypedId(OriundoError):
    """What was given is no public identifier."""


def new() -> str:
    """A new random identifier."""
    return _made(np.array([secrets.randbits(_BITS)]))[0]


def derived(text: str) -> str:
    """The same identifier for the same text: for outputs that must repeat to the byte."""
    return derived_each([text])[0]


def derived_each(texts: Iterable[str]) -> list[str]:
    """The identifiers `derived` from these texts."""
    digests = [hashlib.sha256(text.encode()).digest()[-8:] for text in texts]
    return _made(np.frombuffer(b"".join(digests), dtype=">u8"))


def canonical(typed: str) -> str:
    """The identifier as stored, from what a person typed (case, dashes and look-alikes forgiven).

    Raises MistypedId when the length, a character or the check character is wrong.
    """
    plain = "".join(c for c in typed.lower() if c.isalnum()).translate(_LOOK_ALIKES)
    if len(plain) != LENGTH or set(plain) - set(ALPHABET) or not _is_right(plain):
        raise MistypedId(
            gettext_noop("“%(typed)s” is not the number of an organization."),
            remedy=gettext_noop("Check it against the page or the letter that you have it from."),
            values={"typed": typed[:40]},
        )
    return _grouped(plain)


def _made(numbers: npt.NDArray[np.integer]) -> list[str]:
    """The identifiers that carry the last 55 bits of these numbers, five to a character."""
    bodies = (numbers.astype(np.uint64)[:, None] >> _SHIFTS & np.uint64(31)).astype(int)
    letters = _LETTERS[np.hstack([bodies, _checks(bodies)[:, None]])]
    return [_grouped(plain.decode()) for plain in letters.view(f"S{LENGTH}")[:, 0].tolist()]


def _is_right(plain: str) -> bool:
    *body, check = map(_VALUES.__getitem__, plain)
    return bool(_checks(np.array([body]))[0] == check)


def _checks(bodies: npt.NDArray[np.int_]) -> npt.NDArray[np.int_]:
    """The value of the check character of each row of values: Luhn mod 32."""
    total = _DOUBLED[bodies[:, ::-2]].sum(axis=1) + bodies[:, -2::-2].sum(axis=1)
    return np.asarray(-total % len(ALPHABET))


def _grouped(plain: str) -> str:
    return f"{plain[:4]}-{plain[4:8]}-{plain[8:]}"
