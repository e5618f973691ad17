"""Taking a file in: the whole release, or none of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from oriundo.base.audit.actions import record as audit
from oriundo.base.core.errors import OriundoError
from oriundo.base.core.language import gettext_noop
from oriundo.collect.sources.coarsening import (
    WITHHELD,
    coarsened,
    cut,
    is_all_home,
    known_by,
    truth,
)
from oriundo.collect.sources.drafts import Draft, RecordKey, Trouble, as_fields
from oriundo.collect.sources.limits import Limits
from oriundo.collect.sources.mapping import Mapping, as_data, from_data
from oriundo.collect.sources.models import CoarseRow, Issue, Record, Release, Source
from oriundo.collect.sources.queries import draft_of, drafts_of
from oriundo.collect.sources.reading import read_drafts

Progress = Callable[[str, float], None]
_BATCH = 2_000
_TYPED = "typed"


class UnableToType(OriundoError):
    """The source keeps no typed records."""


@dataclass(frozen=True, slots=True)
class Imported:
    """`created` is False when this very file was already here under the same mapping."""

    release: Release
    created: bool


def register_source(*, slug: str, at: datetime, actor: str, **facts: Any) -> Source:
    """Create a source, or bring an existing one's description up to date. Idempotent."""
    with transaction.atomic():
        source, created = Source.objects.update_or_create(slug=slug, defaults=facts)
        audit(
            at=at,
            actor=actor,
            verb="source.created" if created else "source.described",
            about=f"source:{slug}",
            details={"fields": sorted(facts)},
        )
    return source


def import_release(
    *,
    source: Source,
    path: Path,
    at: datetime,
    actor: str,
    mapping: Mapping | None = None,
    limits: Limits | None = None,
    file_name: str = "",
    homes: bool = False,
    settle: Callable[[Release], None] | None = None,
    progress: Progress | None = None,
) -> Imported:
    """Read `path` as a release of `source` and keep every row as a record or an issue.

    The mapping is the one given, else the one saved with the source, else a guess, which is
    saved. One transaction: a process that dies at any moment leaves nothing behind. The same
    file under the same mapping changes nothing.

    `homes`: addresses of this source are homes, of which no more than a cell or a town is kept:
    in this release, in those before it, and for good in those to come. `settle` is called with
    the release before anybody can see it.
    """
    told = from_data(source.mapping, file=source.slug) if source.mapping else None
    known_homes = told is not None and is_all_home(told)
    reading = read_drafts(
        path,
        source=source.slug,
        mapping=mapping or told,
        limits=limits or Limits.operator(),
        homes=homes or known_homes,
        coarse={row.name or row.record_id for row in source.coarse_rows.all()},
    )
    plain = as_data(reading.mapping)
    checksum = _checksum(path, plain)
    known = Release.objects.filter(source=source, checksum=checksum).first()
    if known:
        return Imported(known, created=False)
    drafts, troubles = list(reading.drafts), list(reading.troubles)
    refused = sum(1 for trouble in troubles if trouble.refused)
    with transaction.atomic():
        release = Release.objects.create(
            source=source,
            file_name=file_name or path.name,
            checksum=checksum,
            received_at=at,
            format=reading.format,
            encoding=reading.encoding,
            delimiter=reading.delimiter,
            mapping=plain,
            rows_read=reading.rows_read,
            rows_kept=len(drafts),
            rows_refused=refused,
        )
        _store_records(release, drafts, progress)
        _number_again(source, drafts)
        Issue.objects.bulk_create(
            [_issue(release, trouble) for trouble in troubles], batch_size=_BATCH
        )
        Source.objects.filter(pk=source.pk).update(mapping=plain)
        if homes and not known_homes:
            _coarsen(Record.objects.filter(release__source=source).exclude(release=release))
        if settle:
            settle(release)
        audit(
            at=at,
            actor=actor,
            verb="release.imported",
            about=f"source:{source.slug}",
            details={"rows": reading.rows_read, "kept": len(drafts), "refused": refused},
        )
    return Imported(release, created=True)


def coarsen_records(keys: Collection[RecordKey], *, secrets: Collection[str] = ()) -> int:
    """Discard where these rows are, but for a cell or a town: in every release that is here, and at
    entry in every one to come. How many records were written. In the caller's transaction.

    What any of them says of the place, and `secrets`, goes out of the sentences of all of them.
    """
    rows = {draft.key: record for draft, record, _ in drafts_of(keys)}
    sources = {source.slug: source for source in Source.objects.all()}
    found: list[Record] = []
    for slug, record_id in sorted(keys):
        newest = rows.get((slug, record_id))
        name = known_by(draft_of(newest)) if newest else record_id
        name = "" if name == record_id else name
        CoarseRow.objects.get_or_create(
            source=sources[slug], record_id=record_id, defaults={"name": name}
        )
        same = {"fields__name": name} if name else {"record_id": record_id}
        found += Record.objects.filter(release__source=sources[slug], **same).order_by("pk")
    told = [text for each in found for text in truth(draft_of(each), _mapping(each))]
    return _coarsen(found, (*secrets, *told))


def _number_again(source: Source, drafts: Iterable[Draft]) -> None:
    """Rows that are known by their names have other numbers in another release."""
    named = list(source.coarse_rows.exclude(name=""))
    if not named:
        return
    source.coarse_rows.exclude(name="").delete()
    names = {row.name for row in named}
    here = [draft for draft in drafts if known_by(draft) in names]
    gone = names - {draft.name for draft in here}
    CoarseRow.objects.bulk_create(
        [
            *(CoarseRow(source=source, record_id=d.record_id, name=d.name) for d in here),
            *(CoarseRow(source=source, record_id=f"gone {n}"[:200], name=n) for n in sorted(gone)),
        ]
    )


def _coarsen(records: Iterable[Record], secrets: Collection[str] = ()) -> int:
    """Write records again without what tells where they are, and what was said of their rows."""
    done = 0
    for stored in records:
        draft = draft_of(stored)
        coarse = coarsened(draft, _mapping(stored), secrets)
        if stored.release.format == _TYPED:
            raw = {name: cut(said, secrets) for name, said in draft.raw.items()}
            coarse = replace(coarse, raw=raw)
        again = _record(stored.release, coarse)
        Record.objects.filter(pk=stored.pk).update(
            raw=again.raw, fields=again.fields, digest=again.digest
        )
        done += 1
        for issue in Issue.objects.filter(release=stored.release_id, row=stored.row).exclude(
            value=""
        ):
            values = issue.values | ({"value": WITHHELD} if "value" in issue.values else {})
            Issue.objects.filter(pk=issue.pk).update(value=WITHHELD, values=values)
    return done


def _mapping(stored: Record) -> Mapping:
    return from_data(stored.release.mapping)


def record(*, source: Source, draft: Draft, at: datetime, actor: str) -> Record:
    """Keep one record that somebody typed: a correction, a decision, a registration.

    The one door for what comes in by itself and not in a file. The records of such a source stand
    in one release, which grows; a source of files is refused, for its next file would hide them.
    """
    with transaction.atomic():
        Source.objects.select_for_update().get(pk=source.pk)
        release = _typed_release(source, at)
        row = release.rows_read + 1
        kept = _record(release, replace(draft, source=source.slug, row=row))
        kept.save()
        release.rows_read = release.rows_kept = row
        release.save(update_fields=["rows_read", "rows_kept"])
        audit(
            at=at,
            actor=actor,
            verb="record.typed",
            about=f"source:{source.slug}",
            details={"record": draft.record_id},
        )
    return kept


def _typed_release(source: Source, at: datetime) -> Release:
    if source.releases.exclude(format=_TYPED).exists():
        raise UnableToType(
            gettext_noop("The source “%(source)s” is delivered in files."),
            remedy=gettext_noop("Type the record into another source."),
            values={"source": source.slug},
        )
    release, _ = Release.objects.get_or_create(
        source=source,
        format=_TYPED,
        defaults={
            "file_name": _TYPED,
            "checksum": hashlib.sha256(f"{_TYPED} {source.slug}".encode()).hexdigest(),
            "received_at": at,
            "rows_read": 0,
            "rows_kept": 0,
            "rows_refused": 0,
        },
    )
    return release


def _store_records(release: Release, drafts: list[Draft], progress: Progress | None) -> None:
    done = 0
    for batch in _batches(drafts):
        Record.objects.bulk_create([_record(release, draft) for draft in batch])
        done += len(batch)
        if progress:
            progress(release.file_name, done / len(drafts))


def _batches(drafts: list[Draft]) -> list[list[Draft]]:
    return [drafts[i : i + _BATCH] for i in range(0, len(drafts), _BATCH)]


def _record(release: Release, draft: Draft) -> Record:
    fields = as_fields(draft)
    canonical = json.dumps(fields, sort_keys=True, ensure_ascii=False)
    return Record(
        release=release,
        row=draft.row,
        record_id=draft.record_id,
        raw=dict(draft.raw),
        fields=fields,
        digest=hashlib.sha256(canonical.encode()).hexdigest(),
    )


def _issue(release: Release, trouble: Trouble) -> Issue:
    return Issue(
        release=release,
        row=trouble.row,
        column=trouble.column[:200],
        value=trouble.value[:200],
        code=trouble.code,
        sentence=trouble.sentence,
        remedy=trouble.remedy,
        values={name: str(value)[:200] for name, value in trouble.values.items()},
        refused=trouble.refused,
    )


def _checksum(path: Path, mapping: dict[str, Any]) -> str:
    """SHA-256 of the file's bytes and of how its columns are read."""
    digest = hashlib.sha256(json.dumps(mapping, sort_keys=True).encode())
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
