"""The hash under which a form stands in the index; the same on every machine and in every run."""

from __future__ import annotations

from hashlib import blake2b


def hash_of(form: str) -> int:
    """64 bits of BLAKE2b: among a million forms, no two share one."""
    return int.from_bytes(blake2b(form.encode(), digest_size=8).digest(), "little")
