"""Writing judgments, the review queue, and the register of those who are to stay out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from django.db import transaction

from oriundo.base.accounts.models import User
from oriundo.base.audit.actions import record as audit
from oriundo.base.audit.actions import take_turn
from oriundo.collect.matching.keyed import Value
from oriundo.collect.matching.models import Judgment, Pair, SuppressedValue, Suppression
from oriundo.collect.matching.queries import LISTING, keys
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


def remember(
    *, public_id: str, values: Collection[Value], reason: str, at: datetime
) -> Suppression:
    """Keep `values` of an organization as hashes, beside what was kept of it before.

    Called inside the transaction of the act itself, which also logs it.
    """
    key = keys()[0]
    suppression, _ = Suppression.objects.get_or_create(
        listing=key.digest((LISTING, public_id)),
        defaults={"key_check": key.check, "reason": reason, "at": at},
    )
    hashes = sorted((key.digest(value), value[0]) for value in values)
    SuppressedValue.objects.bulk_create(
        [SuppressedValue(suppression=suppression, kind=k, digest=d) for d, k in hashes],
        ignore_conflicts=True,
        batch_size=2_000,
    )
    return suppression


def drop_unreadable(*, at: datetime, actor: str) -> int:
    """Give up what was kept under keys that are lost, and return of how many organizations.

    They can be listed again; nothing else can be done without the key.
    """
    with transaction.atomic():
        take_turn()
        lost = Suppression.objects.exclude(key_check__in=[key.check for key in keys()])
        number = lost.count()
        lost.delete()
        audit(
            at=at,
            actor=actor,
            verb="suppressions.dropped",
            about="suppressions",
            details={"number": number},
        )
    return number
