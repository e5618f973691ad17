"""Writing the log: called inside the transaction of the act itself, or not at all."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import connection, transaction

from oriundo.base.audit import chain
from oriundo.base.audit.models import Entry

_LOCK = 0x0A0D17


def take_turn() -> None:
    """Wait for every act that is being logged, and let none begin before this transaction ends.

    For acts that read what another may be changing. SQLite has one writer anyway; on PostgreSQL
    it is an advisory lock, which every act takes at the latest with its entry.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


@transaction.atomic(durable=False)
def record(
    *, at: datetime, actor: str, verb: str, about: str, details: dict[str, Any] | None = None
) -> Entry:
    """Append one entry in the caller's transaction: no act without its row, and the reverse.

    Appends are serialized (the chain has one head): by SQLite's single writer, and by an advisory
    lock on PostgreSQL that ends with the transaction.
    """
    take_turn()
    last = Entry.objects.order_by("pk").last()
    previous = last.mac if last else ""
    told = details or {}
    return Entry.objects.create(
        at=at,
        actor=actor,
        verb=verb,
        about=about,
        details=told,
        previous=previous,
        mac=chain.mac(previous=previous, at=at, actor=actor, verb=verb, about=about, details=told),
    )
