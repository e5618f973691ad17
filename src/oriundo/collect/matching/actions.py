"""Writing judgments, the review queue, and the register of those who are to stay out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from django.db import transaction

from oriundo.base.accounts.models import User
from oriundo.base.audit import turns
from oriundo.base.audit.actions import record as audit
from oriundo.base.core.text import fold
from oriundo.collect.matching.keyed import Value
from oriundo.collect.matching.models import Judgment, Pair, SuppressedValue, Suppression, ordered
from oriundo.collect.matching.queries import LISTING, keys
from oriundo.collect.matching.review import MatchedPair
from oriundo.collect.sources.drafts import RecordKey
from oriundo.collect.sources.models import Record

_SEARCHED = ("name", "alternate_names", "acronym", "city", "hometown")


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
    with transaction.atomic():
        Judgment.objects.of_pair(left, right).in_force().update(retracted_at=at)
        judgment = _write(left, right, verdict, why, by, at)
        audit(
            at=at,
            actor=_actor(by),
            verb="pair.judged",
            about=f"judgment:{judgment.pk}",
            details={"verdict": verdict},
        )
    return judgment


def replace_review(pairs: Iterable[MatchedPair], records: Mapping[RecordKey, int]) -> int:
    """Replace the review queue by `pairs`; `records`: the row of each record. Returns how many."""
    found = list(pairs)
    words = _words({records[key] for pair in found for key in (pair.left, pair.right)})
    rows = [
        Pair(
            left_id=records[pair.left],
            right_id=records[pair.right],
            probability=pair.probability,
            value=pair.value,
            # A reason may carry its weight in bits behind its values.
            reasons=_told(pair),
            words=f" {words[records[pair.left]]} {words[records[pair.right]]} ",
        )
        for pair in found
    ]
    with transaction.atomic():
        Pair.objects.all().delete()
        Pair.objects.bulk_create(rows, batch_size=2_000)
    return len(rows)


def retract(
    left: Iterable[RecordKey],
    right: Iterable[RecordKey],
    *,
    verdict: str = "",
    by: User | None,
    at: datetime,
) -> int:
    """Retract every judgment in force between a record of `left` and one of `right`; how many.

    Only those that say `verdict`, when one is named.
    """
    ours, theirs = set(left), set(right)
    ids = {record_id for _, record_id in ours | theirs}
    between = Judgment.objects.in_force().filter(left_id__in=ids, right_id__in=ids)
    pks = [
        judgment.pk
        for judgment in (between.filter(verdict=verdict) if verdict else between)
        if (judgment.left in ours and judgment.right in theirs)
        or (judgment.left in theirs and judgment.right in ours)
    ]
    return _retract(pks, by=by, at=at)


def take_back(judgments: Iterable[Judgment], *, by: User | None, at: datetime) -> int:
    """Retract these judgments, and put in force again those that they replaced; how many.

    What was replaced comes back as a row of its own, with its author, day and reason, so that the
    history shows every word in the order in which it held.
    """
    taken = [judgment for judgment in judgments if judgment.retracted_at is None]
    with transaction.atomic():
        count = _retract([judgment.pk for judgment in taken], by=by, at=at)
        for judgment in taken:
            earlier = Judgment.objects.of_pair(judgment.left, judgment.right)
            before = earlier.filter(retracted_at=judgment.at, pk__lt=judgment.pk).last()
            if before:
                held = (before.verdict, before.why, before.by, before.at)
                audit(
                    at=at,
                    actor=_actor(by),
                    verb="judgment.restored",
                    about=f"judgment:{_write(before.left, before.right, *held).pk}",
                    details={"from": before.pk},
                )
    return count


def _write(
    left: RecordKey, right: RecordKey, verdict: str, why: str, by: User | None, at: datetime
) -> Judgment:
    return Judgment.objects.create(**ordered(left, right), verdict=verdict, why=why, by=by, at=at)


def _retract(pks: list[int], *, by: User | None, at: datetime) -> int:
    with transaction.atomic():
        count = Judgment.objects.in_force().filter(pk__in=pks).update(retracted_at=at)
        if count:
            audit(
                at=at,
                actor=_actor(by),
                verb="judgment.retracted",
                about=f"judgment:{min(pks)}",
                details={"judgments": count},
            )
    return count


def _words(rows: Iterable[int]) -> dict[int, str]:
    """What each record can be found by: its names and places, folded."""
    wanted = sorted(rows)
    found: dict[int, str] = {}
    for start in range(0, len(wanted), 500):
        part = Record.objects.filter(pk__in=wanted[start : start + 500])
        for pk, fields in part.values_list("pk", "fields"):
            said = [fields.get(name, "") for name in _SEARCHED]
            texts = [" ".join(one) if isinstance(one, list) else one for one in said]
            found[pk] = fold(" ".join(texts))
    return found


def _told(pair: MatchedPair) -> list[list[object]]:
    """[sentence, values, bits] of each reason; without the bits where a pair has no weights."""
    weights = [[weight] for weight in pair.weights] or [[] for _ in pair.reasons]
    reasons = zip(pair.reasons, weights, strict=True)
    return [[sentence, dict(values), *bits] for (sentence, values), bits in reasons]


def _actor(by: User | None) -> str:
    return f"user:{by.pk}" if by else "command"


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
        turns.take(turns.AUDIT)
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
