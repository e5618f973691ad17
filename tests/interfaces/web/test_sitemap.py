from __future__ import annotations

import re

import pytest

from oriundo.interfaces.web import sitemap
from tests.interfaces.web import cast

pytestmark = pytest.mark.django_db


def told(client, path):
    """The addresses that a map tells, in order."""
    return re.findall(r"<loc>http://testserver(.*?)</loc>", client.get(path).content.decode())


def test_the_map_tells_every_page_in_both_languages_each_with_its_twins(client):
    listing = cast.listings(cast.organization("Club Jerez"))[0]
    assert told(client, "/sitemap.xml")[:2] == ["/sitemap-pages.xml", "/sitemap-1.xml"]
    assert told(client, "/sitemap-pages.xml")[2:4] == ["/es/directorio/", "/en/directory/"]
    assert told(client, "/sitemap-pages.xml")[4:8] == [
        *("/es/cambios/", "/en/changes/", "/es/usar/", "/en/use/")
    ]
    here = f"/org/{listing.public_id}/"
    assert told(client, "/sitemap-1.xml") == [f"/es{here}", f"/en{here}"]
    twin = f'hreflang="en" href="http://testserver/en{here}"/>'
    assert client.get("/sitemap-1.xml").content.decode().count(twin) == 2


def test_invented_organizations_are_on_no_map_and_their_pages_ask_not_to_be_indexed(client):
    cast.organization("Club Jerez", said_by=cast.source(invented=True))
    listing = cast.listings()[0]
    assert told(client, "/sitemap-1.xml") == []
    page = client.get(f"/en/org/{listing.public_id}/")
    assert "noindex" in cast.attributes(page, "meta", "content")


def test_many_listings_are_told_in_parts(client, monkeypatch):
    monkeypatch.setattr(sitemap, "PART", 2)
    cast.listings(*(cast.organization(f"Club {number}") for number in range(3)))
    assert told(client, "/sitemap.xml")[1:3] == ["/sitemap-1.xml", "/sitemap-2.xml"]
    assert len(told(client, "/sitemap-2.xml")) == 2
    assert client.get("/sitemap-3.xml").status_code == 404


def test_places_that_somebody_is_in_or_comes_from_are_told(client):
    cast.organization("Club Jerez", city="Los Angeles", hometown="Jerez, Zacatecas")
    cast.listings()
    assert told(client, "/sitemap.xml")[-1] == "/sitemap-places-1.xml"
    assert sorted(told(client, "/sitemap-places-1.xml"))[:5] == [
        "/en/places/mx/zac/",
        "/en/places/mx/zac/jerez/",
        "/en/places/us/ca/",
        "/en/places/us/ca/los-angeles-county/",
        "/en/places/us/ca/los-angeles/",
    ]
    assert client.get("/sitemap-places-2.xml").status_code == 404


def test_a_demonstration_tells_no_places(client):
    cast.organization("Club Jerez", city="Los Angeles", said_by=cast.source(invented=True))
    cast.listings()
    assert told(client, "/sitemap.xml") == ["/sitemap-pages.xml", "/sitemap-1.xml"]
    assert client.get("/sitemap-places-1.xml").status_code == 404
