"""Answers that are files: any search as CSV, GeoJSON, JSON, XLSX, or CSV with its descriptor."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable, Iterator
from hashlib import sha256

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from oriundo.insight.atlas.current import atlas
from oriundo.insight.atlas.question import Question
from oriundo.interfaces.api import answers
from oriundo.interfaces.api.asking import Asking, query_of, read
from oriundo.interfaces.api.downloads.package import Written, descriptor
from oriundo.interfaces.api.downloads.rows import (
    csv_lines,
    geojson_parts,
    in_parts,
    json_parts,
    workbook,
)  # fmt: skip
from oriundo.interfaces.api.problems import Problem
from oriundo.interfaces.api.records import Record, listings, record

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LARGEST_WORKBOOK = 100_000


def csv_file(request: HttpRequest) -> HttpResponseBase:
    asked = read(request)
    lines = csv_lines(_records(request, asked.question))
    answer = _streamed(lines, "text/csv; charset=utf-8", "csv")
    where = reverse("download:organizations", args=["datapackage.json"])
    _licensed(answer, f'<{answers.root(request)}{where}?{query_of(asked)}>; rel="describedby"')
    return answer


def geojson_file(request: HttpRequest) -> HttpResponseBase:
    asked = read(request)
    parts = geojson_parts(_records(request, asked.question), about(request, asked))
    return _licensed(_streamed(parts, "application/geo+json", "geojson"))


def json_file(request: HttpRequest) -> HttpResponseBase:
    asked = read(request)
    parts = json_parts(_records(request, asked.question), about(request, asked))
    return _licensed(_streamed(parts, "application/json", "json"))


def xlsx_file(request: HttpRequest) -> HttpResponseBase:
    asked = read(request)
    if atlas().total(asked.question) > LARGEST_WORKBOOK:
        raise Problem(
            413,
            _("A workbook holds at most %(most)s organizations here.") % {"most": LARGEST_WORKBOOK},
            remedy=_("Choose fewer, or take CSV."),
        )
    flat = about(request, asked) | {"license": answers.license_of_data()["url"]}
    file = workbook(_records(request, asked.question), flat)
    return _licensed(
        FileResponse(file, content_type=XLSX, filename=name("xlsx"), as_attachment=True)
    )


def packaged(request: HttpRequest) -> HttpResponseBase:
    """CSV and datapackage.json in one archive, with the size and the checksum of the CSV."""
    asked = read(request)
    file = tempfile.TemporaryFile()  # noqa: SIM115 (the answer closes it)
    digest, size = sha256(), 0
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("organizations.csv", "w", force_zip64=True) as member:
            for part in in_parts(csv_lines(_records(request, asked.question))):
                member.write(part)
                digest.update(part)
                size += len(part)
        written = Written(size, digest.hexdigest())
        told = descriptor("organizations.csv", answers.now(), query_of(asked), written)
        archive.writestr("datapackage.json", answers.dumped(told))
    file.seek(0)
    return _licensed(
        FileResponse(file, content_type="application/zip", filename=name("zip"), as_attachment=True)
    )


def descriptor_file(request: HttpRequest) -> HttpResponse:
    """What describes the CSV of the same search, which stands beside it."""
    asked = read(request)
    query = query_of(asked)
    where = answers.root(request) + reverse("download:organizations", args=["csv"])
    return answers.as_json(descriptor(f"{where}?{query}" if query else where, answers.now(), query))


FORMATS: dict[str, Callable[[HttpRequest], HttpResponseBase]] = {
    "csv": csv_file,
    "geojson": geojson_file,
    "json": json_file,
    "xlsx": xlsx_file,
    "zip": packaged,
    "datapackage.json": descriptor_file,
}


def about(request: HttpRequest, asked: Asking) -> dict[str, object]:
    """What stands at the head of a file: license, day, question, how many."""
    return {
        "license": answers.license_of_data(),
        "created": answers.now(),
        "site": answers.root(request),
        "query": query_of(asked),
        "total": atlas().total(asked.question),
    }


def name(ending: str) -> str:
    return f"oriundo-{answers.today()}.{ending}"


def _records(request: HttpRequest, question: Question) -> Iterator[Record]:
    language, root = answers.language(), answers.root(request)
    return (record(each, language, root) for each in listings(atlas().ids(question)))


def _streamed(texts: Iterator[str], media_type: str, ending: str) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(in_parts(texts), content_type=media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name(ending)}"'
    return answer


def _licensed(answer: HttpResponseBase, *links: str) -> HttpResponseBase:
    said = (f'<{answers.license_of_data()["url"]}>; rel="license"', *links)
    answer.headers["Link"] = ", ".join(said)
    return answer
