"""Pages of places: their addresses, who is there, and whom they have abroad."""

from __future__ import annotations

import json
import re

import pytest
from django.urls import reverse

from oriundo.base.places.consulates import keep_consulates
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


@pytest.fixture
def districts(tmp_path, monkeypatch):
    monkeypatch.setenv("ORIUNDO_VAR", str(tmp_path))
    by_place = {
        place_at("us", "ca").key: "Fresno",
        place_at("us", "ca", "orange-county").key: "Ana",
    }
    keep_consulates({"MEX": by_place, "SLV": {place_at("us").key: "Washington"}})


@pytest.mark.django_db
def test_a_place_says_which_consulates_serve_it(client, districts):
    page = client.get("/en/places/us/ca/orange-county/")
    assert seen(page, "ul", "serving") == ["El Salvador: WashingtonMexico: Ana"]
    page = client.get("/es/lugares/us/ca/")
    assert seen(page, "ul", "serving") == ["El Salvador: WashingtonMéxico: Fresno, Ana"]
    assert seen(client.get("/en/places/mx/"), "ul", "serving") == []


@pytest.mark.django_db
def test_an_organization_says_which_consulate_of_its_country_serves_it(client, districts):
    organization("Club Jerez", city="Los Angeles")
    [listing] = listings()
    page = client.get(reverse("public:organization", args=[listing.public_id]))
    said = "Consulates of Mexico that serve this place: Fresno"
    assert seen(page, "p", "consulate") == [said]


@pytest.mark.django_db
def test_where_no_districts_are_loaded_no_consulate_is_named(client, tmp_path, monkeypatch):
    monkeypatch.setenv("ORIUNDO_VAR", str(tmp_path))
    organization("Club Jerez", city="Los Angeles")
    [listing] = listings()
    page = client.get(reverse("public:organization", args=[listing.public_id]))
    assert (seen(page, "p", "consulate"), b"onsulate" in page.content) == ([], False)


@pytest.mark.django_db
def test_a_country_says_what_is_known_of_its_places_and_what_is_missing(client):
    page = client.get("/es/lugares/sv/")
    assert seen(page, "ul", "held") == [
        "Estados, provincias o departamentos: 14Condados o municipios: 44"
        "Pueblos y ciudades: 102Municipios de antes: 262"
    ]
    [gaps] = seen(page, "ul", "gaps")
    assert gaps.startswith("Los 262 municipios que hubo hasta el 30 de abril de 2024")
    assert "3 de 44" in gaps


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("mx", b"Counties or municipalities have the codes of the statistical office."),
        ("hn", b"Counties or municipalities do not have the codes of the statistical office."),
    ],
)
def test_a_country_says_whose_codes_its_municipalities_have(client, path, sentence):
    assert sentence in client.get(f"/en/places/{path}/").content


@pytest.mark.django_db
def test_a_state_says_nothing_of_it(client):
    assert seen(client.get("/en/places/mx/zac/"), "section", "known") == []
