"""Discarding where the records of an organization are."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q

from oriundo.collect.matching.models import Pair
from oriundo.collect.sources.actions import coarsen_records
from oriundo.collect.sources.drafts import RecordKey
from oriundo.collect.sources.models import Record
from oriundo.domain.directory.decisions import DESK
from oriundo.domain.directory.queries.said import said_at_desk


def discard(keys: Sequence[RecordKey]) -> int:
    """Keep a cell or a town of where these records are, now and in every release to come.

    In the caller's transaction, who portrays what they are about again.
    """
    addresses = said_at_desk(keys, "address")
    done = coarsen_records(keys, secrets=addresses)
    for slug, record_id in keys:
        if slug == DESK:
            _forget_decided(record_id)
        ours = Record.objects.filter(release__source__slug=slug, record_id=record_id)
        Pair.objects.filter(Q(left__in=ours) | Q(right__in=ours)).delete()
    return done


def _forget_decided(record_id: str) -> None:
    """What the desk decided of the address is that nothing stands there."""
    for kept in Record.objects.filter(release__source__slug=DESK, record_id=record_id):
        if kept.raw.get("axis") == "address":
            Record.objects.filter(pk=kept.pk).update(raw=kept.raw | {"value": ""})
