"""The directory's search on the map: the same form, filters and chips, which stay on the map."""

from __future__ import annotations

import pytest

from oriundo.interfaces.web.maps.inview import read_box
from tests.interfaces.web.cast import attributes, listings, organization, seen, values

pytestmark = pytest.mark.django_db
ASKED = {
    "q": "club",
    "country": "USA",
    "near": "34.05,-118.25,50",
    "at": "gn:5368361",
    "show": "us-states",
    "ties": "US-CA",
    "where": "6.5/34.1/-118.2",
}


def test_every_part_of_the_search_is_sent_once_and_what_is_shown_is_kept(client, diaspora):
    page = client.get("/en/map/", ASKED)
    form = page.content.decode().split('id="search"')[1].split("</form>")[0]
    held = {name: form.count(f'name="{name}"') for name in (*ASKED, "around", "km", "region")}
    assert held == dict.fromkeys(held, 1)
    assert values(page, "where") == ["6.5/34.1/-118.2"]
    assert seen(page, "h2", "total")[0].endswith("2 of 2 organizations are on this map.")


def test_chips_take_away_and_stay_on_the_map(client, diaspora):
    page = client.get("/en/map/", {"country": "USA", "region": "US-TX", "show": "us-states"})
    assert seen(page, "ul", "active") == [
        "Country of residence United States ×(remove)State or province Texas ×(remove) Remove all"
    ]
    links = attributes(page, "a", "href")
    assert "?region=US-TX&show=us-states" in links
    assert "?country=USA&show=us-states" in links
    assert "/en/map/?show=us-states" in links


def test_list_table_and_map_lead_to_each_other_with_the_search(client, diaspora):
    on_map = client.get("/en/map/", {"region": "US-CA", "show": "us-states"})
    as_list = client.get("/en/directory/", {"region": "US-CA", "view": "table"})
    assert seen(on_map, "ul", "tabs") == seen(as_list, "ul", "tabs") == ["List Table Map"]
    links = attributes(on_map, "a", "href")
    assert {"/en/directory/?region=US-CA", "/en/directory/?region=US-CA&view=table"} <= set(links)
    assert "/en/map/?region=US-CA" in attributes(as_list, "a", "href")


def test_a_form_is_answered_at_a_short_address(client, diaspora):
    typed = {"q": "", "country": "", "around": "Los Angeles", "km": "50", "show": "us-states"}
    answer = client.get("/en/map/", typed)
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        "/en/map/?near=34.05,-118.24,50&at=gn:5368361&show=us-states",
    )


def test_the_towns_in_a_part_of_the_map_are_a_list_that_leads_to_each(client, diaspora):
    both = client.get("/en/map/here/", {"box": "-125,25,-90,40"})
    assert seen(both, "li") == ["Los Angeles, California 2", "Houston, Texas 1"]
    west = client.get("/en/map/here/", {"box": "-125,25,-110,40", "q": "jerez"})
    assert seen(west, "p") == ["1 town"]
    assert attributes(west, "a", "href") == ["/en/directory/?q=jerez&city=gn:5368361"]
    empty = client.get("/en/map/here/", {"box": "0,0,10,10"})
    assert seen(empty, "p") == [
        "No town with an organization of this search is in this part of the map."
    ]


@pytest.mark.parametrize("box", ["", "1,2,3", "10,0,-10,5", "0,50,10,40", "a,b,c,d", "nan,0,1,1"])
def test_what_is_no_part_of_the_map_is_not_found(client, box):
    assert client.get("/en/map/here/", {"box": box}).status_code == 404


def test_a_map_that_was_moved_around_the_world_shows_the_same_towns():
    turned = read_box("235,25,250,40")
    assert (turned.west, turned.east) == (-125, -110)
    across = read_box("170,25,190,40")
    assert (across.west, across.east) == (170, -170)
    whole = read_box("-300,-80,300,80")
    assert (whole.west, whole.east) == (-180, 180)


def test_the_four_maps_of_the_study_are_addresses_of_one_page(client, diaspora):
    page = client.get("/en/maps/", {"show": "us-states", "origin": "MEX"})
    study = page.content.decode().split('id="study"')[1].split("</nav>")[0]
    assert [part.split('"')[0] for part in study.split('href="')[1:]] == [
        "?origin=MEX",
        "?origin=MEX&amp;show=us-states",
        "?origin=MEX&amp;show=us-counties",
        "?origin=MEX&amp;show=ca-provinces",
    ]
    assert "Map 2: States of the United States" in study.split('aria-current="true">')[1]


def test_home_shows_states_where_most_are_in_one_and_else_countries(client):
    organization("Club Texano", region="US-TX", city="Houston")
    listings()
    states = client.get("/en/")
    assert "/en/map/?show=us-states" in attributes(states, "a", "href")
    organization("Club Nacional", region="")
    listings()
    countries = client.get("/en/")
    assert attributes(countries, "img", "alt") == [
        "Where the organizations are: Countries. 2 of 2 organizations are on this map."
    ]


def test_an_empty_directory_has_no_picture_on_its_home(client):
    assert attributes(client.get("/en/"), "img", "src") == []


def test_an_organization_shows_where_it_is_how_exactly_and_who_else_is_there(client, diaspora):
    found = listings()
    page = client.get(f"/en/org/{found[1].public_id}/")
    assert seen(page, "figcaption") == [
        "In Los Angeles, California, shown at the middle of the town."
        " Members from Jerez, Zacatecas."
    ]
    assert seen(page, "p", "place-pages") == [
        "Who else is there, or comes from there: Los Angeles, California · Jerez, Zacatecas"
    ]
    assert {"/en/places/us/ca/los-angeles/", "/en/places/mx/zac/jerez/"} <= set(
        attributes(page, "a", "href")
    )


def test_an_organization_of_no_known_place_has_no_small_map(client):
    organization("Club Sin Lugar", country="", region="")
    (listing,) = listings()
    page = client.get(f"/en/org/{listing.public_id}/")
    assert seen(page, "figure", "locator") == seen(page, "p", "place-pages") == []
