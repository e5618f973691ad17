"""Keyed hashes: without the key nobody can make one, and with it nobody can read one back."""

from __future__ import annotations

import hmac
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop

Value = tuple[str, str]
"""(kind, text): equal texts of two kinds have unlike hashes."""

# Parts this use of a secret from every other, should one secret ever serve two.
_LABEL = b"oriundo.suppression"
_BYTES = 16
_CHECK = ("key", "check")


class OtherKey(OriundoError):
    """A register was made with a key that is not here, so it would recognize nobody."""


@dataclass(frozen=True, slots=True)
class Key:
    """A secret, as text of any form. Never shown, and never in an error."""

    secret: str = field(repr=False)

    def digest(self, value: Value) -> str:
        """HMAC-SHA-256 under a key of the value's kind, the first 128 bits as 32 hex digits."""
        kind, text = value
        whole = hmac.digest(_key_of(self.secret, kind), text.encode(), "sha256")
        return whole[:_BYTES].hex()

    @property
    def check(self) -> str:
        """Tells keys apart without telling the key."""
        return self.digest(_CHECK)


@lru_cache(maxsize=64)
def _key_of(secret: str, kind: str) -> bytes:
    own = hmac.digest(secret.encode(), _LABEL, "sha256")
    return hmac.digest(own, kind.encode(), "sha256")


@dataclass(frozen=True, slots=True)
class Register:
    """Hashes, and the keys that some of them were made with. An empty one holds nothing."""

    keys: tuple[Key, ...] = ()
    digests: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.digests)

    def holds(self, values: Iterable[Value]) -> bool:
        """Whether any of the values is in the register."""
        return any(key.digest(value) in self.digests for value in values for key in self.keys)


NOBODY = Register()


def opened(digests: Iterable[str], *, made_with: Collection[str], keys: Sequence[Key]) -> Register:
    """The register of these hashes; `made_with`: the checks of the keys that they were made with.

    Raises OtherKey unless every one of those keys is among `keys`: a register that recognizes
    nobody would list again, without a word, everyone who asked not to be listed.
    """
    known = {key.check: key for key in keys}
    missing = sorted(set(made_with) - set(known))
    if missing:
        raise OtherKey(
            gettext_noop(
                "The register of those who asked not to be listed was made with another key"
                " (its check is %(check)s), so nobody in it can be recognized. Nothing was done."
            ),
            remedy=gettext_noop(
                "Put the former key into SUPPRESSION_KEY, after the new one and a comma. When it"
                " was made from SECRET_KEY, set the former SECRET_KEY and ask oriundo suppress"
                " --key."
            ),
            values={"check": missing[0][:8]},
        )
    return Register(tuple(known[check] for check in sorted(set(made_with))), frozenset(digests))
