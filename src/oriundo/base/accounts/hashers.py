"""How passwords are kept: Argon2id, as strong as OWASP asks and light enough for a small server."""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2idHasher(Argon2PasswordHasher):
    """19 MiB, two passes, one lane: the least that OWASP's cheat sheet allows.

    Django's own default (100 MiB in eight lanes) lets a few guesses at a time take a small machine.
    """

    time_cost = 2
    memory_cost = 19_456
    parallelism = 1
