"""The feed of changes is valid Atom, tells of what went without its name, and is kept in parts."""

from __future__ import annotations

from datetime import datetime
from xml.etree import ElementTree as ET

import pytest
from defusedxml.ElementTree import fromstring

from oriundo.domain.directory.actions.publish import publish
from oriundo.domain.directory.models import Change
from oriundo.interfaces.api import feeds
from oriundo.interfaces.api.feeds import urn
from tests.interfaces.web import cast

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
GONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
ONCE = ("id", "title", "updated")


def atom(client, address="/en/changes.atom"):
    answer = client.get(address)
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return fromstring(answer.content)


def faults(feed: ET.Element):
    """What RFC 4287 requires of a feed and its entries and is not so."""
    found = [] if feed.tag == f"{ATOM}feed" else ["no feed"]
    entries = feed.findall(f"{ATOM}entry")
    for part in (feed, *entries):
        found += [f"{n} not once" for n in ONCE if len(part.findall(ATOM + n)) != 1]
        for at in part.findall(f"{ATOM}updated"):
            if datetime.fromisoformat(at.text).tzinfo is None:
                found.append("updated without a zone")
        found += ["id is no IRI" for i in part.findall(f"{ATOM}id") if ":" not in i.text]
        found += ["link without href" for x in part.findall(f"{ATOM}link") if not x.get("href")]
    if not feed.findall(f"{ATOM}author/{ATOM}name"):
        found.append("no author")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    return found + (["an id twice"] if len(ids) != len(set(ids)) else [])


def links(feed):
    return {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}


def names(feed):
    return [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]


def test_a_feed_is_valid_and_newest_first(client):
    cast.listings(cast.organization("Club Uno"))
    cast.listings(cast.organization("Club Dos"))
    feed = atom(client)
    assert (faults(feed), names(feed)) == ([], ["Club Dos", "Club Uno"])
    assert faults(atom(client, "/es/cambios.atom")) == []


def test_what_a_feed_lacks_is_found():
    assert faults(fromstring('<feed xmlns="http://www.w3.org/2005/Atom"><id>x</id></feed>')) == [
        "title not once", "updated not once", "id is no IRI", "no author",
    ]  # fmt: skip


def test_a_withdrawn_organization_is_a_tombstone_without_a_name(client):
    club = cast.organization("Club Jerez")
    (listing,) = cast.listings(club)
    club.choice = "hidden"
    club.save()
    publish(at=cast.NOW, actor="test")
    answer = client.get("/en/changes.atom").content
    (gone,) = fromstring(answer).findall(GONE)
    assert gone.attrib == {
        "ref": urn(listing.public_id), "when": "2026-05-03T12:00:00.000000Z",
    }  # fmt: skip
    assert b"Jerez" not in answer


def test_a_filter_keeps_what_fits_and_every_tombstone(client):
    gone = cast.organization("Club Ido", origin="GTM")
    cast.organization("Club Jerez")
    cast.organization("Club Usulután", origin="SLV", country="CAN", region="")
    cast.listings()
    gone.choice = "hidden"
    gone.save()
    publish(at=cast.NOW, actor="test")
    for query, kept in (("origin=MEX", ["Club Jerez"]), ("country=CAN", ["Club Usulután"])):
        feed = atom(client, f"/en/changes.atom?{query}")
        assert (names(feed), len(feed.findall(GONE))) == (kept, 1)
        assert links(feed)["self"].endswith(f"changes.atom?{query}")


def test_archives_together_hold_every_change(client, monkeypatch):
    monkeypatch.setattr(feeds, "PART", 3)
    organizations = [cast.organization(f"Club {n}") for n in range(11)]
    cast.listings(*organizations)
    address, seen = "/en/changes.atom", []
    while address:
        feed = atom(client, address)
        assert faults(feed) == []
        seen += names(feed)
        address = links(feed).get("prev-archive")
    assert sorted(seen) == sorted(each.name for each in organizations)
    assert len(seen) == Change.objects.count() == 11


def test_an_archive_leads_to_the_current_feed_and_the_next(client, monkeypatch):
    monkeypatch.setattr(feeds, "PART", 3)
    first = Change.objects.order_by("pk").values_list("pk", flat=True)
    cast.listings(*[cast.organization(f"Club {n}") for n in range(11)])
    number = first[0] // 3 + 1
    feed = atom(client, f"/en/changes.atom?archive={number}")
    where = "http://testserver/en/changes.atom"
    assert links(feed)["current"] == where
    assert links(feed)["next-archive"] == f"{where}?archive={number + 1}"
    assert feed.find("{http://purl.org/syndication/history/1.0}archive") is not None
