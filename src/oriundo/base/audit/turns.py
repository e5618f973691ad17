"""Waiting for one's turn: acts that must not cross are taken one after the other."""

from __future__ import annotations

from django.db import connection

AUDIT = 0x0A0D17
"""Taken by every act that is logged, with its entry at the latest."""
SIGN_IN = 0x0A0D18
IDENTITY = 0x0A0D19
"""Taken by acts that change which records are one organization, before they take AUDIT."""


def take(turn: int) -> None:
    """Wait until no other transaction holds `turn`; held until the one around the call ends.

    SQLite has a single writer, and its transactions take their turn as they begin.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [turn])
