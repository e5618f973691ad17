"""The directory as a list: words, pages, whatever is asked, while the atlas is made."""

from __future__ import annotations

import pytest

from oriundo.insight.atlas import current
from tests.interfaces.web import cast
from tests.interfaces.web.directories import names

pytestmark = pytest.mark.django_db


def test_it_lists_all_by_name_with_origin_place_kind_and_status(client, three):
    page = client.get("/en/directory/")
    assert cast.seen(page, "article", "card") == [
        "Casa Guatemala From Guatemala, residence unknown Not verified",
        "Club Jerez From Mexico (Jerez, Zacatecas), in California, United States"
        " Community organization Not verified",
        "Federación Intipucá From El Salvador, in Virginia, United States Coalition Not verified",
    ]
    assert cast.seen(page, "h2", "total") == ["3 organizations"]


def test_words_are_found_without_accents(client, three):
    assert names(client.get("/en/directory/?q=FEDERACION+intipuca")) == ["Federación Intipucá"]


def test_in_spanish_a_town_has_its_spanish_name(client):
    cast.organization("Club Jerez", city="Los Angeles")
    cast.listings()
    page = client.get("/es/directorio/?q=los+angeles")
    assert cast.seen(page, "p", "whence") == [
        "De México, en Los Ángeles, California, Estados Unidos"
    ]


def test_blank_fields_of_the_form_leave_the_address(client, three):
    answer = client.get("/en/directory/?q=club&origin=&country=USA&region=")
    assert answer.headers["Location"] == "/en/directory/?q=club&country=USA"


def test_a_search_that_finds_nothing_offers_ways_out(client, three):
    page = client.get("/en/directory/?q=zzz&origin=MEX")
    assert cast.seen(page, "h2", "total") == ["0 organizations"]
    assert cast.seen(page, "div", "empty")[0].startswith(
        "No organization fits What may help: fewer words, or only part of the name;"
        " search without words remove “Country of origin: Mexico” see all organizations"
    )


def test_it_shows_twenty_a_page_and_keeps_the_search_between_pages(client):
    for number in range(21):
        cast.organization(f"Club {number:02}")
    cast.listings()
    first, second = (client.get(f"/en/directory/?q=club&page={page}") for page in (1, 2))
    assert len(names(first)) == 20
    assert names(second) == ["Club 20"]
    assert "?q=club&page=2" in cast.attributes(first, "a", "href")


@pytest.mark.parametrize("page", ["0", "99", "x", "-1"])
def test_a_page_that_does_not_exist_gives_the_nearest(client, three, page):
    assert len(names(client.get(f"/en/directory/?page={page}"))) == 3


@pytest.mark.parametrize("value", ["%00", "'%20OR%201", "x" * 5000, "<script>", "%F0%9F%98%80"])
def test_a_value_that_is_no_code_neither_matches_nor_breaks(client, three, value):
    page = client.get(f"/en/directory/?origin={value}&q={value}")
    assert page.status_code == 200
    assert b"<script>" not in page.content


@pytest.mark.parametrize("number", [1, 3])
def test_it_asks_the_database_for_the_listings_and_what_is_invented(
    client, django_assert_num_queries, number
):
    for position in range(number):
        cast.organization(f"Club {position}")
    cast.listings()
    client.get("/en/directory/")
    with django_assert_num_queries(4) as asked:
        client.get("/en/directory/?q=club&origin=MEX")
    assert sum("directory_listing" in query["sql"] for query in asked) == 1


@pytest.mark.parametrize(
    "query",
    [
        "q=" + "x" * 2_000,
        "q=" + "a+" * 1_000,
        "q=%00",
        "q=jerez%00%1b",
        "q=%F0%9F%8C%B5",
        "q=%ED%A0%80",
        "q=%27%22%3C%25_",
        "page=999999",
        "page=" + "9" * 5_000,
        "page=%00",
        "origin=ZZZ&region=US-ZZ&objective=nothing",
        "origin=MEX&origin=SLV",
        "sort=name&debug=1",
    ],
)
def test_whatever_is_asked_is_answered_calmly(client, three, query):
    page = client.get(f"/en/directory/?{query}")
    assert (page.status_code, cast.seen(page, "h1")) == (200, ["Directory"])
    assert b"\x00" not in page.content


def test_words_with_control_characters_are_searched_without_them(client, three):
    assert names(client.get("/en/directory/?q=club%00jerez")) == ["Club Jerez"]


def test_while_the_atlas_is_made_there_is_the_plain_list_and_a_sentence(client, three, monkeypatch):
    monkeypatch.setattr(current, "AtlasNotReady", NotReady, raising=False)
    monkeypatch.setattr(current, "atlas", not_ready)
    page = client.get("/en/directory/?q=federacion&origin=MEX")
    assert names(page) == ["Federación Intipucá"]
    assert cast.seen(page, "p", "notice")[0].startswith("The search is being made anew.")
    for path in ("/en/", f"/en/org/{three[0].public_id}/", "/en/directory/all/city/"):
        assert client.get(path).status_code == 200
    for path in ("/en/directory/suggestions/?q=club", "/en/embed/directory", "/en/use/"):
        assert client.get(path).status_code == 200


def test_only_the_directory_may_ask_where_the_reader_is(client, three):
    powers = client.get("/en/directory/").headers["Permissions-Policy"].split(", ")
    assert "geolocation=(self)" in powers
    assert [power for power in powers if not power.endswith("=()")] == ["geolocation=(self)"]
    for path in ("/en/", f"/en/org/{three[0].public_id}/", "/en/embed/directory"):
        assert "geolocation=()" in client.get(path).headers["Permissions-Policy"]


def test_list_table_and_map_show_the_same_search(client, three):
    page = client.get("/en/directory/?origin=MEX")
    assert cast.seen(page, "ul", "tabs") == ["List Table Map"]
    assert "/en/map/?origin=MEX" in cast.attributes(page, "a", "href")


class NotReady(Exception):
    pass


def not_ready():
    raise NotReady
