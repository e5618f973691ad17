"""Pages of places: their addresses, who is there, and whom they have abroad."""

from __future__ import annotations

import json
import re

import pytest

from oriundo.interfaces.web.places.paths import path_of, place_at
from tests.interfaces.web.cast import attributes, listings, organization, seen


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("us", "USA"),
        ("us/ca", "gn:5332921"),
        ("us/ca/los-angeles", "gn:5368361"),
        ("us/ca/los-angeles-county", "gn:5368381"),
        ("mx/zac/jerez", "gn:8583980"),
        ("ca/qc/montreal", "gn:6077243"),
    ],
)
def test_a_place_has_the_address_that_one_would_say(path, key):
    place = place_at(*path.split("/"))
    assert place.key == key
    assert path_of(place) == path


@pytest.mark.parametrize("path", ["xx", "us/xx", "us/ca/nowhere-at-all", "mx/zac/jerez-gn5368361"])
def test_an_address_of_nowhere_is_of_no_place(path):
    assert place_at(*path.split("/")) is None


def test_namesakes_in_one_state_are_told_apart_by_number():
    seat = place_at("mx", "zac", "jerez-de-garcia-salinas")
    other = place_at(*path_of(seat).split("/"))
    assert other.key == seat.key


@pytest.mark.django_db
def test_another_spelling_leads_to_the_address(client):
    moved = client.get("/es/lugares/us/ny/nueva-york/")
    assert (moved.status_code, moved.headers["Location"]) == (
        301,
        "/es/lugares/us/ny/new-york-city/",
    )
    assert client.get("/es/lugares/us/ca/no-existe/").status_code == 404


@pytest.mark.django_db
def test_a_city_shows_who_is_there_and_where_they_come_from(client):
    organization("Club Jerez", city="Los Angeles", hometown="Jerez, Zacatecas")
    organization("Club Mexicano", city="Los Angeles")
    organization("Club Texano", region="US-TX", city="Houston")
    listings()
    page = client.get("/en/places/us/ca/los-angeles/")
    assert seen(page, "h2") == ["2 organizations are here"]
    assert seen(page, "ul", "bars") == ["Zacatecas 1Mexico, no state known 1"]
    assert seen(page, "h3")[1:] == ["On the map", "Club Jerez", "Club Mexicano"]


@pytest.mark.django_db
def test_a_hometown_shows_its_clubs_abroad(client):
    organization("Club Jerez", city="Los Angeles", hometown="Jerez, Zacatecas")
    organization("Club Jerez Norte", region="US-IL", city="Chicago", hometown="Jerez, Zacatecas")
    listings()
    page = client.get("/en/places/mx/zac/jerez/")
    assert seen(page, "h2") == ["2 organizations abroad come from here"]
    assert seen(page, "ul", "bars") == ["California 1Illinois 1"]


@pytest.mark.django_db
def test_a_place_is_linked_data(client):
    page = client.get("/es/lugares/us/ca/los-angeles/")
    (block,) = re.findall(
        r'<script type="application/ld\+json">(.+?)</script>', page.content.decode()
    )
    described = json.loads(block)
    assert (described["@type"], described["url"]) == (
        "Place",
        "http://testserver/es/lugares/us/ca/los-angeles/",
    )


@pytest.mark.django_db
def test_a_place_of_nobody_is_not_for_search_engines(client):
    page = client.get("/en/places/us/ca/los-angeles/")
    assert '<meta name="robots" content="noindex">' in page.content.decode()


@pytest.mark.django_db
def test_a_place_leads_to_its_map_and_shows_how_its_organizations_are_reached(client):
    organization(
        "Club Jerez",
        city="Los Angeles",
        hometown="Jerez, Zacatecas",
        website="jerez.org",
        support="legal",
    )
    listings()
    here = client.get("/en/places/us/ca/los-angeles/")
    assert "/en/map/?ties=gn:5368361" in attributes(here, "a", "href")
    assert seen(here, "p", "contacts") == ["jerez.org"]
    assert "https://jerez.org" in attributes(here, "a", "href")
    state = client.get("/en/places/mx/zac/")
    assert "/en/map/?show=mx&ties=MX-ZAC" in attributes(state, "a", "href")
