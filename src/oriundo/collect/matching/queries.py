"""Reading judgments, and the register of those who asked not to be listed."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast

from django.conf import settings
from django.db.models import QuerySet

from oriundo.collect.matching.keyed import Key, Register, opened
from oriundo.collect.matching.models import Judgment, SuppressedValue, Suppression
from oriundo.collect.matching.rulings import Ruling, Verdict

LISTING = "listing"


def rulings() -> list[Ruling]:
    """Every judgment in force, in the plain form that `match` replays."""
    return [
        Ruling(
            left=(judgment.left_source, judgment.left_id),
            right=(judgment.right_source, judgment.right_id),
            verdict=cast(Verdict, judgment.verdict),
            by=str(judgment.by_id or ""),
            why=judgment.why,
        )
        for judgment in Judgment.objects.in_force().order_by("pk")
    ]


def keys() -> tuple[Key, ...]:
    """The keys of the register: the first makes new hashes, all of them are looked up with."""
    return tuple(Key(secret) for secret in settings.SUPPRESSION_KEYS)


def register() -> Register:
    """Who is to stay out. Raises OtherKey when any of it was made with a key that is not set."""
    made_with = Suppression.objects.values_list("key_check", flat=True).distinct()
    digests = SuppressedValue.objects.values_list("digest", flat=True)
    return opened(digests.iterator(chunk_size=5_000), made_with=set(made_with), keys=keys())


def suppressions_of(public_ids: Collection[str]) -> QuerySet[Suppression]:
    """What is kept of organizations by their public numbers: one row or none, for each key."""
    listings = [key.digest((LISTING, number)) for key in keys() for number in public_ids]
    return Suppression.objects.filter(listing__in=listings)


def exported() -> list[tuple[str, str]]:
    """(check of its key, hash) of every value, by hash: nothing tells which belong together."""
    rows = SuppressedValue.objects.values_list("suppression__key_check", "digest")
    return sorted(set(rows), key=lambda row: (row[1], row[0]))
