"""Reading what others told us."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet, Sum

from oriundo.collect.sources.drafts import Draft, RecordKey, from_fields
from oriundo.collect.sources.models import CoarseRow, Record, Release, Source


@dataclass(frozen=True, slots=True)
class Difference:
    """Record ids that appeared, changed and vanished from one release to the next."""

    appeared: tuple[str, ...]
    changed: tuple[str, ...]
    vanished: tuple[str, ...]


def earlier(release: Release) -> Release | None:
    """The release of the same source that came before `release`, if any."""
    same = Release.objects.filter(source=release.source_id, pk__lt=release.pk)
    return same.order_by("-received_at", "-pk").first()


def difference(older: Release, newer: Release) -> Difference:
    """What changed between two releases of a source, by the source's own record ids."""
    before = dict(older.records.values_list("record_id", "digest"))
    after = dict(newer.records.values_list("record_id", "digest"))
    return Difference(
        appeared=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(sorted(k for k in after.keys() & before.keys() if after[k] != before[k])),
        vanished=tuple(sorted(before.keys() - after.keys())),
    )


Row = tuple[Draft, Record, Source]


def current_drafts() -> Iterator[Row]:
    """Every record of every source's newest release, in a fixed order."""
    for record in _current_records().iterator(chunk_size=5_000):
        yield _row(record)


def drafts_of(keys: Collection[RecordKey]) -> list[Row]:
    """The current records of these keys, in a fixed order."""
    found = _current_records().filter(record_id__in=[record_id for _, record_id in keys])
    wanted = set(keys)
    return [row for row in map(_row, found) if row[0].key in wanted]


def _current_records() -> QuerySet[Record]:
    return (
        Record.objects.filter(release__in=Release.objects.current())
        .select_related("release__source")
        .order_by("release__source__slug", "row")
    )


def _row(record: Record) -> Row:
    return draft_of(record), record, record.release.source


def draft_of(record: Record) -> Draft:
    """What was read of a row, and the row."""
    return from_fields(
        source=record.release.source.slug,
        record_id=record.record_id,
        row=record.row,
        read=record.fields,
        raw=record.raw,
    )


def coarse_keys() -> frozenset[RecordKey]:
    """The rows of which no more than a cell or a town is kept, because somebody asked for that."""
    return frozenset(CoarseRow.objects.values_list("source__slug", "record_id"))


def current_releases() -> tuple[tuple[int, int], ...]:
    """(id, rows) of the releases a result rests on: compare before and after a long computation.

    A release of typed records grows; one of a file does not.
    """
    return tuple(Release.objects.current().order_by("pk").values_list("pk", "rows_kept"))


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of the newest releases: read = kept + refused."""

    read: int
    kept: int
    refused: int


def rows() -> Rows:
    """How many rows the newest release of every source holds."""
    sums = Release.objects.current().aggregate(
        read=Sum("rows_read"), kept=Sum("rows_kept"), refused=Sum("rows_refused")
    )
    return Rows(sums["read"] or 0, sums["kept"] or 0, sums["refused"] or 0)


def is_demonstration() -> bool:
    """True when anything here is invented, which every page then says."""
    return Source.objects.filter(invented=True).exists()


def sources() -> list[Source]:
    """All sources, by name."""
    return list(Source.objects.order_by("name"))


@dataclass(frozen=True, slots=True)
class Passport:
    """A source and its newest release (None before the first)."""

    source: Source
    release: Release | None


def passports() -> list[Passport]:
    """All sources by name, each with its newest release."""
    releases = {release.source_id: release for release in Release.objects.current()}
    return [Passport(source, releases.get(source.pk)) for source in sources()]
