"""Writing judgments and the review queue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction

from oriundo.base.accounts.models import User
from oriundo.base.audit.actions import record as audit
from oriundo.collect.matching.models import Judgment, Pair
from oriundo.collect.matching.review import MatchedPair
from oriundo.collect.sources.drafts import RecordKey


def judge(
    *,
    left: RecordKey,
    right: RecordKey,
    verdict: str,
    why: str,
    by: User | None,
    at: datetime,
) -> Judgment:
    """Record a person's word on two records; an earlier one on the pair is retracted, not lost."""
    (left_source, left_id), (right_source, right_id) = sorted((left, right))
    pair = {
        "left_source": left_source,
        "left_id": left_id,
        "right_source": right_source,
        "right_id": right_id,
    }
    with transaction.atomic():
        Judgment.objects.in_force().filter(**pair).update(retracted_at=at)
        judgment = Judgment.objects.create(**pair, verdict=verdict, why=why, by=by, at=at)
        audit(
            at=at,
            actor=f"user:{by.pk}" if by else "command",
            verb="pair.judged",
            about=f"judgment:{judgment.pk}",
            details={"verdict": verdict},
        )
    return judgment


def replace_review(pairs: Iterable[MatchedPair], records: Mapping[RecordKey, int]) -> int:
    """Replace the review queue by `pairs`; `records`: the row of each record. Returns how many."""
    rows = [
        Pair(
            left_id=records[pair.left],
            right_id=records[pair.right],
            probability=pair.probability,
            reasons=[[sentence, dict(values)] for sentence, values in pair.reasons],
        )
        for pair in pairs
    ]
    with transaction.atomic():
        Pair.objects.all().delete()
        Pair.objects.bulk_create(rows, batch_size=2_000)
    return len(rows)


def retract(left: Iterable[RecordKey], right: Iterable[RecordKey], *, at: datetime) -> int:
    """Retract every judgment in force between a record of `left` and one of `right`; how many."""
    ours, theirs = set(left), set(right)
    pks = [
        judgment.pk
        for judgment in Judgment.objects.in_force()
        if (judgment.left in ours and judgment.right in theirs)
        or (judgment.left in theirs and judgment.right in ours)
    ]
    return Judgment.objects.filter(pk__in=pks).update(retracted_at=at)
