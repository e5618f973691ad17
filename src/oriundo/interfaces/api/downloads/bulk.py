"""The whole published directory as files with checksums, written once for each generation.

A file of an earlier generation is never served: it may hold what has been withdrawn since.
"""

from __future__ import annotations

import csv
import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import Thread

from django.conf import settings
from django.db import connection
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.http import require_safe

from oriundo.domain.directory.models import Change, Listing
from oriundo.interfaces.api import answers
from oriundo.interfaces.api.answers import Json
from oriundo.interfaces.api.asking import read_only
from oriundo.interfaces.api.downloads.package import Written, descriptor
from oriundo.interfaces.api.downloads.rows import csv_lines, geojson_parts, in_parts, json_parts
from oriundo.interfaces.api.parameters import whole
from oriundo.interfaces.api.problems import Problem
from oriundo.interfaces.api.records import Record, record
from oriundo.interfaces.api.snapshot import generation

MANIFEST = "manifest.json"
MEDIA_TYPES = {
    "organizations.csv": "text/csv; charset=utf-8",
    "organizations.geojson": "application/geo+json",
    "organizations.json": "application/json",
    "datapackage.json": "application/json",
    "SHA256SUMS": "text/plain; charset=utf-8",
}
AT_ONCE = 20_000
"""Directories up to this size are written while the reader waits; others beside."""
AFTER = whole("after", gettext_lazy("Only changes with a greater number."), 0, 999_999_999, 0)


class _Busy(Exception):
    """Somebody is writing these files."""


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What files there are, with their checksums."""
    read_only(request)
    told = json.loads((_ready() / MANIFEST).read_text(encoding="utf-8"))
    root = answers.root(request)
    for each in told["files"]:
        path = reverse("download:directory_file", args=[each["name"]])
        each["url"] = f"{root}{path}?lang={answers.language()}"
    told["changes"] = root + reverse("download:changes")
    return answers.as_json(told)


@require_safe
def file(request: HttpRequest, name: str) -> HttpResponseBase:
    read_only(request)
    if name not in MEDIA_TYPES:
        raise Problem(404, _("There is no file “%(name)s”.") % {"name": name[:100]})
    opened = (_ready() / name).open("rb")
    return FileResponse(opened, content_type=MEDIA_TYPES[name], filename=name, as_attachment=True)


@require_safe
def changes(request: HttpRequest) -> HttpResponseBase:
    """What appeared, changed or went, in order: identifiers only, since the rest is not kept."""
    after = read_only(request, AFTER).whole(AFTER)
    rows = Change.objects.filter(pk__gt=after).order_by("pk").iterator(2_000)
    lines = _change_lines((str(c.pk), c.public_id, c.kind, c.at.isoformat()) for c in rows)
    return StreamingHttpResponse(in_parts(lines), content_type="text/csv; charset=utf-8")


class _Line:
    def write(self, text: str) -> str:
        return text


def _change_lines(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    writer = csv.writer(_Line())
    yield str(writer.writerow(("number", "id", "change", "at")))
    for row in rows:
        yield str(writer.writerow(row))


def _ready() -> Path:
    """The folder of the generation in use, written if need be.

    Raises Problem (503) while it is being written.
    """
    base = Path(settings.DOWNLOADS)
    language = answers.language()
    folder = base / f"{generation()}-{language}"
    if not folder.exists():
        base.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            lock = _locked(base / ".lock")
        except _Busy:
            raise _later() from None
        if Listing.objects.count() > AT_ONCE:
            Thread(target=_write_beside, args=(folder, language, lock), daemon=True).start()
            raise _later()
        _write_and_release(folder, language, lock)
    return folder


def _later() -> Problem:
    return Problem(
        503,
        _("The files of the directory as it stands now are being written."),
        remedy=_("Ask again in half a minute."),
        headers={"Retry-After": "30"},
    )


def _locked(path: Path) -> int:
    """A lock that ends with this process at the latest."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise _Busy from None
    return descriptor


def _write_beside(folder: Path, language: str, lock: int) -> None:
    try:
        _write_and_release(folder, language, lock)
    finally:
        connection.close()


def _write_and_release(folder: Path, language: str, lock: int) -> None:
    try:
        if not folder.exists():
            write(folder, language)
            _prune(folder)
    finally:
        os.close(lock)


def write(folder: Path, language: str) -> None:
    """Write all files of the directory as it stands into `folder`, which appears whole."""
    draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=folder.parent))
    total = Listing.objects.count()
    head: Json = {
        "license": answers.license_of_data(),
        "created": answers.now(),
        "generation": folder.name.rpartition("-")[0],
        "total": total,
    }
    parts: dict[str, Callable[[], Iterator[str]]] = {
        "organizations.csv": lambda: csv_lines(_all(language)),
        "organizations.geojson": lambda: geojson_parts(_all(language), head),
        "organizations.json": lambda: json_parts(_all(language), head),
    }
    written = {name: _write(draft / name, texts()) for name, texts in parts.items()}
    with override(language):
        told = descriptor("organizations.csv", head["created"], "", written["organizations.csv"])
    written["datapackage.json"] = _write(draft / "datapackage.json", [answers.dumped(told)])
    sums = [f"{each.sha256}  {name}\n" for name, each in written.items()]
    written["SHA256SUMS"] = _write(draft / "SHA256SUMS", sums)
    head["files"] = [
        {"name": name, "mediatype": MEDIA_TYPES[name], "bytes": one.size, "sha256": one.sha256}
        for name, one in written.items()
    ]
    (draft / MANIFEST).write_text(answers.dumped(head), encoding="utf-8")
    with suppress(OSError):
        draft.rename(folder)


def _all(language: str) -> Iterator[Record]:
    everything = Listing.objects.order_by("sort_key", "public_id").iterator(1_000)
    return (record(listing, language) for listing in everything)


def _write(path: Path, texts: Iterable[str]) -> Written:
    digest, size = sha256(), 0
    with path.open("wb") as opened:
        for part in in_parts(texts):
            opened.write(part)
            digest.update(part)
            size += len(part)
    return Written(size, digest.hexdigest())


def _prune(kept: Path) -> None:
    """Earlier generations go: they may hold what has been withdrawn."""
    ours = kept.name.rpartition("-")[0]
    for each in kept.parent.iterdir():
        if each.is_dir() and each.name.rpartition("-")[0] != ours:
            shutil.rmtree(each, ignore_errors=True)
