"""Pages as HSDS has them, of organizations and of services, whatever the size of the directory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.http import HttpResponse

from oriundo.domain.directory.models import Listing
from oriundo.domain.directory.typology import SUPPORT
from oriundo.insight.atlas.current import atlas
from oriundo.insight.atlas.question import UNKNOWN, Question
from oriundo.interfaces.api.answers import Json, Pages, as_json, dumped, pages
from oriundo.interfaces.api.asking import Asking
from oriundo.interfaces.api.hsds.objects import STATUSES, service_codes
from oriundo.interfaces.api.hsds.reading import Wanted
from oriundo.interfaces.api.records import listings


def answered(asking: Asking, total: int, contents: Sequence[Json]) -> HttpResponse:
    """A page object, or one object a line."""
    if asking.text("format") == "ndjson":
        lines = "".join(f"{dumped(each)}\n" for each in contents)
        return HttpResponse(lines, content_type="application/x-ndjson")
    return as_json(page(pages(asking, total), contents))


def page(shown: Pages, contents: Sequence[Json]) -> Json:
    return {
        "total_items": shown.total,
        "total_pages": shown.count,
        "page_number": shown.number,
        "size": len(contents),
        "first_page": shown.number == 1,
        "last_page": shown.number >= shown.count,
        "empty": not contents,
        "contents": list(contents),
    }


def found(wanted: Wanted) -> tuple[int, list[Listing]]:
    """How many organizations there are, and those of the page."""
    if wanted.nothing:
        return 0, []
    shown = pages(wanted.asking, 0)
    question = wanted.asking.question
    if wanted.after is None:
        answer = atlas().find(question, start=shown.start, size=shown.size)
        return answer.total, list(listings(answer.ids))
    recent = _changed_since(wanted)
    ids = [public_id for public_id in atlas().ids(question) if public_id in recent]
    return len(ids), list(listings(ids[shown.start : shown.start + shown.size]))


def _changed_since(wanted: Wanted) -> frozenset[str]:
    changed = Listing.objects.filter(published_at__gte=wanted.after)
    return frozenset(changed.values_list("public_id", flat=True))


Service = tuple[Listing, str]


@dataclass(frozen=True, slots=True)
class _Block:
    """Services of one kind and one status: as many as organizations that fit `question`."""

    question: Question
    code: str
    size: int


def services(wanted: Wanted) -> tuple[int, list[Service]]:
    """How many services there are, and those of the page: a listing and a kind of support each.

    They are counted by the atlas, block by block, so that a page far down costs what the first
    does.
    """
    shown = pages(wanted.asking, 0)
    if wanted.nothing or (wanted.term and wanted.term[0] != "support"):
        return 0, []
    if wanted.public_id or wanted.after is not None:
        few = list(_one_by_one(wanted))
        return len(few), few[shown.start : shown.start + shown.size]
    blocks = list(_blocks(wanted.asking.question, wanted.term))
    return sum(block.size for block in blocks), list(_slice(blocks, shown.start, shown.size))


def _blocks(question: Question, term: tuple[str, str] | None) -> Iterator[_Block]:
    known = atlas()
    for status in STATUSES:
        asked = replace(question, filters={**question.filters, "status": status})
        counts: Mapping[str, int] = known.counts(asked, "support")
        for code in SUPPORT:
            if counts.get(code) and code != UNKNOWN and (term is None or term[1] == code):
                filters = {**asked.filters, "support": code}
                yield _Block(replace(asked, filters=filters), code, counts[code])


def _slice(blocks: Sequence[_Block], start: int, size: int) -> Iterator[Service]:
    for block in blocks:
        if start < block.size and size > 0:
            answer = atlas().find(block.question, start=start, size=size)
            yield from ((listing, block.code) for listing in listings(answer.ids))
            size -= len(answer.ids)
        start = max(0, start - block.size)


def _one_by_one(wanted: Wanted) -> Iterator[Service]:
    """Of one organization, or of the few that changed."""
    recent = _changed_since(wanted) if wanted.after is not None else None
    for listing in listings(_candidates(wanted)):
        if recent is None or listing.public_id in recent:
            for code in service_codes(listing):
                if wanted.term is None or wanted.term[1] == code:
                    yield listing, code


def _candidates(wanted: Wanted) -> Iterator[str]:
    ids = atlas().ids(wanted.asking.question)
    return (i for i in ids if i == wanted.public_id) if wanted.public_id else ids
