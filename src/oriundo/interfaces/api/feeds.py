"""What appeared, changed or went, as an Atom feed (RFC 4287) with archives (RFC 5005).

Whatever was withdrawn is a tombstone (RFC 6721) that bears no name: of it, the identifier is all
that is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from oriundo.domain.directory.models import Change, Listing
from oriundo.insight.atlas.question import Question
from oriundo.interfaces.api import answers
from oriundo.interfaces.api.asking import Asking, query_of, read_only
from oriundo.interfaces.api.identifiers import named, uuid_of
from oriundo.interfaces.api.parameters import FILTERS, whole
from oriundo.interfaces.api.records import page
from oriundo.interfaces.api.snapshot import last_change
from oriundo.interfaces.api.words import word

ATOM = "http://www.w3.org/2005/Atom"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
HISTORY = "http://purl.org/syndication/history/1.0"
PART = 100
"""Changes in one archive: their numbers, so that an archive stays what it is."""
ARCHIVE = whole("archive", gettext_lazy("Number of an archive, from 1."), 1, 10_000_000, 1)
COLUMNS = {"origin": "origin", "country": "residence_country"}


def urn(public_id: str) -> str:
    """The name of an organization for ever, wherever it is served."""
    return f"urn:uuid:{uuid_of(public_id)}"


@dataclass(frozen=True, slots=True)
class Part:
    """Changes numbered above `after` up to `until`. `number`: of the archive; 0 for the newest."""

    number: int
    after: int
    until: int
    previous: int


def part(archive: int, last: int) -> Part:
    """An archive; or, for 0, what is newest: the last full archive and all after it."""
    if archive:
        return Part(archive, (archive - 1) * PART, archive * PART, archive - 1)
    full = max(0, last // PART - 1)
    return Part(0, full * PART, last, full)


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    asked = read_only(request, ARCHIVE, *(FILTERS[name] for name in COLUMNS))
    last = last_change()
    number = asked.whole(ARCHIVE) if "archive" in asked.values else 0
    shown = part(number, last)
    feed = _feed(request, asked, shown, last)
    for change, listing in _entries(asked, shown):
        _tombstone(feed, change) if listing is None else _entry(request, feed, change, listing)
    ET.indent(feed)
    body = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return HttpResponse(body, content_type="application/atom+xml; charset=utf-8")


def _entries(asked: Asking, shown: Part) -> Iterable[tuple[Change, Listing | None]]:
    """The last change of each organization in this part, newest first, with its listing.

    A filter keeps those that fit now, and every tombstone: what was withdrawn is not known to
    have fitted, and a reader who never had it loses nothing.
    """
    rows = Change.objects.filter(pk__gt=shown.after, pk__lte=shown.until).order_by("pk")
    latest = {change.public_id: change for change in rows}
    standing = Listing.objects.in_bulk(list(latest), field_name="public_id")
    wanted = {COLUMNS[name]: asked.text(name) for name in COLUMNS if name in asked.values}
    for change in sorted(latest.values(), key=lambda each: -each.pk):
        listing = standing.get(change.public_id)
        if listing is None and change.kind != Change.Kind.WITHDRAWN:
            continue  # its tombstone stands in a later part
        if listing is not None and change.kind == Change.Kind.WITHDRAWN:
            continue  # it is back, and a later part says so
        if listing is None or _fits(listing, wanted):
            yield change, listing


def _fits(listing: Listing, wanted: Mapping[str, str]) -> bool:
    return all((getattr(listing, column) or "unknown") == value for column, value in wanted.items())


def _feed(request: HttpRequest, asked: Asking, shown: Part, last: int) -> ET.Element:
    address = answers.root(request) + request.path
    newest = Change.objects.filter(pk__lte=shown.until).order_by("-pk").first()
    feed = ET.Element("feed", {"xmlns": ATOM, "xmlns:at": TOMBSTONES, "xmlns:fh": HISTORY})
    feed.set("xml:lang", answers.language())
    about = _("Organizations: what appeared, changed or went")
    here = {name: value for name, value in asked.values.items() if name in COLUMNS}
    _text(feed, "id", f"urn:uuid:{named('feed', address, str(sorted(here.items())))}")
    _text(feed, "title", about)
    _text(feed, "updated", _moment(newest.at if newest else datetime(2026, 1, 1, tzinfo=UTC)))
    author = ET.SubElement(feed, "author")
    _text(author, "name", "Oriundo")
    _text(feed, "rights", answers.license_of_data()["id"])
    _link(feed, "license", answers.license_of_data()["url"])
    newer = shown.number + 1 if shown.number and shown.number * PART < last else 0
    _link(feed, "self", _address(address, here, shown.number))
    if shown.number:
        ET.SubElement(feed, "fh:archive")
        _link(feed, "current", _address(address, here, 0))
    if shown.previous:
        _link(feed, "prev-archive", _address(address, here, shown.previous))
    if newer and newer * PART <= last:
        _link(feed, "next-archive", _address(address, here, newer))
    return feed


def _address(address: str, values: Mapping[str, str | int | bool], archive: int) -> str:
    more = {"archive": archive} if archive else {}
    query = query_of(Asking(Question(), dict(values) | more))
    return f"{address}?{query}" if query else address


def _entry(request: HttpRequest, feed: ET.Element, change: Change, listing: Listing) -> None:
    entry = ET.SubElement(feed, "entry")
    root = answers.root(request)
    _text(entry, "id", urn(change.public_id))
    _text(entry, "title", listing.name)
    _text(entry, "updated", _moment(change.at))
    where = root + page(change.public_id, answers.language())
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": where})
    machine = root + reverse("v1:organization", args=[change.public_id])
    ET.SubElement(entry, "link", {"rel": "via", "type": "application/json", "href": machine})
    kind = str(Change.Kind(change.kind).label)
    ET.SubElement(entry, "category", {"term": change.kind, "label": kind})
    origin = word("origin", listing.origin) if listing.origin else ""
    _text(entry, "summary", f"{kind}: {listing.name}" + (f" ({origin})" if origin else ""))


def _tombstone(feed: ET.Element, change: Change) -> None:
    ref = {"ref": urn(change.public_id), "when": _moment(change.at)}
    ET.SubElement(feed, "at:deleted-entry", ref)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = "".join(c for c in text if c.isprintable())


def _link(parent: ET.Element, rel: str, href: str) -> None:
    ET.SubElement(parent, "link", {"rel": rel, "href": href})


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


app_name = "feeds"
urlpatterns = [path(gettext_lazy("changes.atom"), changes, name="changes")]
