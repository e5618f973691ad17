"""Reading the published directory for the atlas: `Listing` and `Change`, and no other table."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from oriundo.base.core.text import fold
from oriundo.base.places.names import exonym
from oriundo.domain.directory.models import Change, Listing
from oriundo.insight.atlas.generations import Mark
from oriundo.insight.atlas.row import Home, Row, Texts

_CHUNK = 2_000
_AT_ONCE = 500
_PLAIN = (
    "public_id",
    "name",
    "sort_key",
    "origin",
    "residence_country",
    "residence_region",
    "residence_county",
    "residence_city",
    "latitude",
    "longitude",
    "precision",
    "objective",
    "member_origin",
    "structure",
    "status",
    "verified_on",
    "published_at",
)
_NONE: Sequence[str] = ()


def mark() -> Mark:
    """The last change that the database knows."""
    last = Change.objects.order_by("-pk").values_list("pk", "at", "public_id").first()
    return _mark(last) if last else Mark()


def knows(mark: Mark) -> bool:
    """Whether this database made that change: same number, same moment, same organization."""
    if not mark.number:
        return True
    made = Change.objects.filter(pk=mark.number).values_list("pk", "at", "public_id").first()
    return made is not None and _mark(made) == mark


def changed(after: int, upto: int) -> set[str]:
    """The public identifiers that changes after one and up to another are about."""
    changes = Change.objects.filter(pk__gt=after, pk__lte=upto)
    return set(changes.values_list("public_id", flat=True).iterator(_CHUNK))


def withdrawn(after: int, upto: int) -> set[str]:
    """Those of `changed` that were withdrawn and are not listed now."""
    changes = Change.objects.filter(pk__gt=after, pk__lte=upto, kind=Change.Kind.WITHDRAWN)
    listed = Listing.objects.values("public_id")
    gone = changes.exclude(public_id__in=listed).values_list("public_id", flat=True)
    return set(gone.iterator(_CHUNK))


def everything() -> Iterator[Row]:
    """What the atlas holds of each listing, in the order in which they were written."""
    return _rows(Listing.objects.order_by("pk"))


def of(public_ids: Collection[str]) -> Iterator[Row]:
    """What it holds of those of these organizations that are listed."""
    wanted = sorted(public_ids)
    for start in range(0, len(wanted), _AT_ONCE):
        some = Listing.objects.filter(public_id__in=wanted[start : start + _AT_ONCE])
        yield from _rows(some.order_by("pk"))


@contextmanager
def at_one_moment() -> Iterator[None]:
    """Whatever is read inside is as it was at one moment, while others go on writing.

    Inside a transaction it is read as that transaction sees it.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        # Not `atomic`, whose transactions are a writer's here: others would have to wait.
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("ROLLBACK")


def _mark(change: tuple[int, datetime, str]) -> Mark:
    number, at, public_id = change
    return Mark(number, at.astimezone(UTC).isoformat(), public_id)


def _rows(listings: QuerySet[Listing]) -> Iterator[Row]:
    # JSON comes as it is written: most have no homes, and nothing needs to be read of those.
    texts = listings.annotate(
        places=Cast("homes", TextField()), told=Cast("summary", TextField())
    ).values_list(*_PLAIN, "places", "told")
    return map(_row, texts.iterator(_CHUNK))


def _row(told: tuple[Any, ...]) -> Row:
    (
        public_id,
        name,
        sort_key,
        origin,
        country,
        region,
        county,
        city,
        lat,
        lon,
        precision,
        objective,
        member_origin,
        structure,
        status,
        verified_on,
        published_at,
        homes,
        summary,
    ) = told
    values: dict[str, list[str]] = json.loads(summary)
    return Row(
        public_id=public_id,
        name=name,
        sort_key=sort_key,
        origin=origin,
        country=country,
        region=region,
        county=county,
        city=city,
        lat=lat,
        lon=lon,
        precision=precision,
        homes=() if homes == "[]" else tuple(Home(**home) for home in json.loads(homes)),
        objective=objective,
        member_origin=member_origin,
        structure=structure,
        support=tuple(values.get("support", _NONE)),
        language=tuple(values.get("language", _NONE)),
        status=status,
        verified=_day(verified_on),
        published=_day(published_at.date()),
        texts=Texts(
            alternates=tuple(values.get("alternate_name", _NONE)),
            acronyms=tuple(values.get("acronym", _NONE)),
            hometowns=tuple(values.get("hometown", _NONE)),
            residence=_residence(values.get("city", _NONE), city),
            doing=tuple(values.get("description", _NONE)),
        ),
    )


def _residence(stated: Sequence[str], city: str) -> tuple[str, ...]:
    """What sources call the town, and what Spanish does where that is another name."""
    other = exonym(city)
    is_new = other and fold(other) not in map(fold, stated)
    return (*stated, other) if is_new else tuple(stated)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
