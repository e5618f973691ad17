"""Writing the log: called inside the transaction of the act itself, or not at all."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from oriundo.base.audit import chain, turns
from oriundo.base.audit.models import Entry


@transaction.atomic(durable=False)
def record(
    *, at: datetime, actor: str, verb: str, about: str, details: dict[str, Any] | None = None
) -> Entry:
    """Append one entry in the caller's transaction: no act without its row, and the reverse.

    Appends take turns: the chain has one head.
    """
    turns.take(turns.AUDIT)
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
