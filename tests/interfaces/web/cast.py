"""Organizations to look at: planted as facts of a source, published by the real action."""

from __future__ import annotations

from datetime import UTC, date, datetime
from html.parser import HTMLParser

from oriundo.collect.sources.models import Record, Release, Source
from oriundo.domain.directory.actions.publish import publish
from oriundo.domain.directory.models import CountryPolicy, Fact, Listing, Organization

NOW = datetime(2026, 5, 3, 12, tzinfo=UTC)
VOID = {"meta", "link", "input", "br", "img", "hr"}


def source(name="Directorio", **facts):
    given = {
        "slug": name.lower().replace(" ", "-"),
        "kind": "official",
        "visibility": "public",
        "searched_on": date(2020, 3, 1),
    }
    return Source.objects.get_or_create(name=name, defaults=given | facts)[0]


def organization(name, *, origin="MEX", country="USA", region="US-CA", said_by=None, **fields):
    """An organization of which one source says all that is given; a tuple is several values."""
    CountryPolicy.objects.get_or_create(
        country=origin, defaults={"mode": "public", "effective_on": date(2020, 1, 1)}
    )
    created = Organization.objects.create(
        name=name,
        origin=origin,
        origin_countries=[origin],
        residence_country=country,
        residence_region=region,
        precision="admin1" if region else "none",
        created_at=NOW,
    )
    given = {"name": name, "origin": origin, "residence_country": country}
    for field, values in (given | {"residence_region": region} | fields).items():
        for value in values if isinstance(values, tuple) else (values,):
            if value:
                say(created, field, value, said_by=said_by)
    return created


def say(about, field, value, *, said_by=None, chosen=True, **more):
    """One more fact of an organization, in a record of its own."""
    by = said_by or source()
    release, _ = Release.objects.get_or_create(
        source=by,
        defaults={
            "file_name": "list.csv",
            "checksum": by.slug,
            "received_at": NOW,
            "format": "csv",
            "rows_read": 0,
            "rows_kept": 0,
            "rows_refused": 0,
        },
    )
    row = release.records.count() + 1
    record = Record.objects.create(release=release, row=row, record_id=str(row), raw={}, fields={})
    return Fact.objects.create(
        organization=about, record=record, field=field, value=value, chosen=chosen, **more
    )


def listings(*organizations):
    """Publish everything; the listings of `organizations` (all, when none is named) by name."""
    publish(at=NOW, actor="test")
    found = Listing.objects.order_by("name")
    return list(found.filter(organization__in=organizations) if organizations else found)


def seen(response, tag, kind=""):
    """What a reader sees in every `tag` (with the class or id `kind`), inner spaces folded."""
    reader = _Reader(tag, kind)
    reader.feed(response.content.decode())
    return [" ".join(text.split()) for text in reader.texts]


def attributes(response, tag, name):
    """The attribute `name` of every `tag` that has it, in order."""
    reader = _Reader(tag, "")
    reader.feed(response.content.decode())
    return [found[name] for found in reader.attributes if name in found]


def values(response, name):
    """What every input called `name` holds, in order."""
    reader = _Reader("input", "")
    reader.feed(response.content.decode())
    return [found["value"] for found in reader.attributes if found.get("name") == name]


def address(listing):
    """The page of an organization, in English."""
    return f"/en/org/{listing.public_id}/"


def fact(page, label):
    """The one row of the page whose label is `label`."""
    return next(text for text in seen(page, "div", "fact") if text.startswith(label + " "))


class _Reader(HTMLParser):
    def __init__(self, tag, kind):
        super().__init__()
        self.tag, self.kind = tag, kind
        self.texts, self.attributes, self._open = [], [], []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        wanted = tag == self.tag and (
            not self.kind or self.kind in [*found.get("class", "").split(), found.get("id")]
        )
        if wanted:
            self.texts.append("")
            self.attributes.append(found)
        if tag not in VOID:
            self._open.append((tag, len(self.texts) - 1 if wanted else None))

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        for _, number in self._open:
            if number is not None:
                self.texts[number] += data
