"""Reading the log."""

from __future__ import annotations

from oriundo.base.audit import chain
from oriundo.base.audit.models import Entry


def first_broken() -> Entry | None:
    """The first entry that was changed or does not follow the one before; None when all is whole.

    Finds an edit, a deletion and a swap. A truncated end is only found against an outside anchor.
    """
    previous = ""
    for entry in Entry.objects.order_by("pk").iterator():
        expected = chain.mac(
            previous=previous,
            at=entry.at,
            actor=entry.actor,
            verb=entry.verb,
            about=entry.about,
            details=entry.details,
        )
        if entry.previous != previous or entry.mac != expected:
            return entry
        previous = entry.mac
    return None
