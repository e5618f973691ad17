"""Keeping what results are measured by."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from oriundo.base.audit import turns
from oriundo.base.audit.actions import record as audit
from oriundo.insight.observatory.models import Evaluation, Migrants
from oriundo.insight.observatory.stocks import Stock


def keep_evaluation(*, name: str, figures: dict[str, Any], at: datetime) -> Evaluation:
    """Store one comparison of the directory with a known truth."""
    return Evaluation.objects.create(name=name, figures=figures, measured_at=at)


def keep_migrants(*, stocks: Iterable[Stock], source: str, actor: str, at: datetime) -> int:
    """Store stocks of migrants, in the place of those of the same place, origin and year."""
    rows = [
        Migrants(
            place=stock.place,
            origin=stock.origin,
            year=stock.year,
            people=stock.people,
            source=source,
        )
        for stock in stocks
    ]
    with transaction.atomic():
        turns.take(turns.AUDIT)
        Migrants.objects.bulk_create(
            rows,
            batch_size=1_000,
            update_conflicts=True,
            unique_fields=["place", "origin", "year"],
            update_fields=["people", "source"],
        )
        audit(
            at=at,
            actor=actor,
            verb="migrants.loaded",
            about="observatory",
            details={"rows": len(rows), "source": source},
        )
    return len(rows)
