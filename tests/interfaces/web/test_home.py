from __future__ import annotations

import pytest

from tests.interfaces.web import cast

pytestmark = pytest.mark.django_db


def test_it_counts_what_is_listed_and_each_count_leads_there(client):
    cast.organization("Club Jerez")
    cast.organization("Casa Guatemala", origin="GTM", country="CAN", region="CA-ON")
    cast.organization("Red Maya", origin="GTM", country="", region="")
    cast.listings()
    page = client.get("/en/")
    assert cast.seen(page, "ul", "counts") == [
        "3 organizations listed 2 countries of origin 2 countries of residence"
    ]
    assert cast.seen(page, "ul", "bars") == [
        "Guatemala 2 Mexico 1",
        "Canada 1 United States 1 Unknown 1",
    ]
    assert "/en/directory/?country=unknown" in cast.attributes(page, "a", "href")


def test_a_region_of_several_countries_is_not_counted_as_a_country(client):
    cast.organization("Red Maya", origin="REG-CAM")
    cast.listings()
    page = client.get("/en/")
    assert cast.seen(page, "ul", "bars")[0] == "Central America 1"
    assert cast.seen(page, "ul", "counts") == [
        "1 organization listed 0 countries of origin 1 country of residence"
    ]


def test_it_offers_searches_that_find_something(client):
    for number, objective in enumerate(["community", "community", "cultural", "service"]):
        cast.organization(f"Club {number}", objective=objective, structure="coalition")
    cast.listings()
    page = client.get("/en/")
    assert cast.seen(page, "ul", "examples-of-search") == [
        "Near youCalifornia 4Coalition 4Service organization 1"
    ]
    assert "/en/directory/?structure=coalition" in cast.attributes(page, "a", "href")


def test_on_a_phone_the_search_comes_before_any_text(client):
    page = client.get("/en/").content.decode()
    assert page.index("<h1>") < page.index('id="q"') < page.index('class="lead"')


def test_without_any_listing_it_still_opens(client):
    page = client.get("/en/")
    assert page.status_code == 200
    assert cast.seen(page, "ul", "bars") == []


@pytest.mark.parametrize("number", [1, 3])
def test_it_asks_two_questions_for_any_number(client, django_assert_num_queries, number):
    for position in range(number):
        cast.organization(f"Club {position}")
    cast.listings()
    client.get("/en/")
    with django_assert_num_queries(2):
        client.get("/en/")
