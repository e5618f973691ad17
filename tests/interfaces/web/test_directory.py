from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from oriundo.domain.directory.models import Organization
from oriundo.insight.atlas import current
from oriundo.interfaces.web.public import choices, crossed
from tests.interfaces.web import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def three():
    cast.organization("Club Jerez", hometown="Jerez, Zacatecas", objective="community")
    cast.organization("Federación Intipucá", origin="SLV", region="US-VA", structure="coalition")
    cast.organization("Casa Guatemala", origin="GTM", country="", region="")
    return cast.listings()


def names(page):
    return cast.seen(page, "h3")


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


def test_unknown_is_a_choice(client, three):
    assert names(client.get("/en/directory/?country=unknown")) == ["Casa Guatemala"]


def test_each_choice_says_what_it_would_give_the_others_staying(client, three):
    page = client.get("/en/directory/?country=USA")
    assert cast.seen(page, "select", "origin") == ["All El Salvador (1) Mexico (1)"]
    assert cast.seen(page, "select", "country") == ["All United States (2) Unknown (1)"]


def test_active_filters_can_be_removed_one_by_one(client, three):
    page = client.get("/en/directory/?q=club&origin=MEX")
    assert cast.seen(page, "ul", "active") == [
        "Words club ×(remove) Country of origin Mexico ×(remove) Remove all"
    ]
    links = cast.attributes(page, "a", "href")
    assert "?origin=MEX" in links
    assert "?q=club" in links


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


@pytest.fixture
def placed():
    """Clubs of two states of origin in three cities of two states."""
    cast.organization("Club Jerez", hometown="Jerez, Zacatecas", city="Los Angeles")
    cast.organization("Club Momax", hometown="Momax, Zacatecas", city="Los Angeles")
    cast.organization("Club Santa Ana", hometown="Momax, Zacatecas", city="Santa Ana")
    cast.organization("Club Tepic", hometown="Tepic, Nayarit", city="Dallas", region="US-TX")
    return cast.listings()


def chips(page):
    return cast.seen(page, "ul", "active")


def test_counties_and_towns_wait_until_their_state_is_chosen(client, placed):
    page = client.get("/en/directory/?origin=MEX")
    assert cast.seen(page, "select", "home_region") == [
        "All Zacatecas (3) Nayarit (1)",
    ]
    assert cast.seen(page, "select", "hometown") == cast.seen(page, "select", "county") == []
    assert cast.seen(page, "p", "shut") == [
        "All municipalities of origin",
        "All counties",
        "All cities",
    ]
    narrowed = client.get("/en/directory/?origin=MEX&home_region=MX-ZAC&region=US-CA")
    assert cast.seen(narrowed, "select", "hometown") == ["All Momax (2) Jerez (1)"]
    assert cast.seen(narrowed, "select", "county") == [
        "All Los Angeles County (2) Orange County (1)"
    ]


def test_a_filter_that_all_answer_alike_or_none_is_not_offered(client, placed):
    page = client.get("/en/directory/")
    for name in ("origin", "country", "structure", "language", "status", "verified"):
        assert (name, cast.seen(page, "select", name)) == (name, [])


def test_all_values_of_a_filter_stand_on_a_page_of_their_own_in_order(client, placed):
    page = client.get("/en/directory/all/hometown/?region=US-CA")
    assert cast.seen(page, "h1") == ["All municipalities of origin"]
    assert cast.seen(page, "ul", "many") == ["Jerez, Zacatecas 1 Momax, Zacatecas 2"]
    leads = [link for link in cast.attributes(page, "a", "href") if "hometown=" in link]
    assert leads[0].startswith("/en/directory/?region=US-CA&hometown=gn:")
    assert names(client.get(leads[0])) == ["Club Jerez"]


@pytest.mark.parametrize("name", ["objective", "verified", "nothing"])
def test_a_filter_whose_values_all_fit_into_the_form_has_no_such_page(client, placed, name):
    assert client.get(f"/en/directory/all/{name}/").status_code == 404


def test_the_long_list_is_shortened_to_the_most_frequent_with_a_way_to_all(
    client, placed, monkeypatch
):
    monkeypatch.setattr(choices, "SHORT", 1)
    cast.organization("Club Reno", region="US-NV")
    cast.listings()
    page = client.get("/en/directory/")
    assert cast.seen(page, "select", "region") == ["All California (3)"]
    assert "All states and provinces" in cast.seen(page, "p", "shut")


def test_near_a_place_the_nearest_come_first_and_say_how_far(client, placed):
    answer = client.get("/en/directory/?around=Los+Angeles&km=100")
    assert answer.headers["Location"] == "/en/directory/?near=34.05,-118.24,100&at=gn:5368361"
    page = client.get(answer.headers["Location"])
    assert names(page) == ["Club Jerez", "Club Momax", "Club Santa Ana"]
    assert chips(page) == ["Distance within 100 km of Los Angeles, California ×(remove) Remove all"]
    assert cast.seen(page, "span", "away") == ["under 1 km", "under 1 km", "48 km"]


def test_a_place_that_nobody_knows_is_said_and_nothing_is_left_out(client, placed):
    page = client.get("/en/directory/?around=xyzzy")
    assert len(names(page)) == 4
    assert cast.seen(page, "p", "around-hint")[0].startswith("No place called “xyzzy” is known")


def test_the_table_has_the_rows_and_the_total_of_the_list(client, placed):
    listed, table = (client.get(f"/en/directory/?region=US-CA{v}") for v in ("", "&view=table"))
    assert cast.seen(listed, "h2", "total") == cast.seen(table, "h2", "total")
    assert cast.seen(table, "th")[6:9] == names(listed)
    assert cast.seen(table, "td")[:5] == [
        "Mexico (Jerez, Zacatecas)",
        "Los Angeles, California, United States",
        "",
        "Not verified",
        "–",
    ]


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("name", "Club Jerez"),
        ("place", "Club Jerez"),
        ("verified", "Club Tepic"),
    ],
)
def test_the_table_is_sorted_by_a_column(client, placed, sort, first):
    confirmed = Organization.objects.filter(name="Club Tepic")
    confirmed.update(status="active", verified_on="2026-05-03")
    cast.listings()
    page = client.get(f"/en/directory/?view=table&sort={sort}")
    assert cast.seen(page, "th")[6].startswith(first)


def test_by_place_the_names_of_places_decide_in_the_readers_language(client):
    cast.organization("Club A", region="US-TX", city="Dallas")
    cast.organization("Club B", country="CAN", region="CA-ON", city="Toronto")
    cast.organization("Club C", region="US-CA", city="Los Angeles")
    cast.organization("Club D", country="", region="")
    cast.listings()
    page = client.get("/en/directory/?sort=place")
    assert names(page) == ["Club B", "Club C", "Club A", "Club D"]


def test_the_same_organizations_are_counted_by_origin_and_residence(client, three):
    page = client.get("/en/directory/?view=table")
    assert cast.seen(page, "th")[9:] == [
        *("Origin", "United States", "Unknown", "Total"),
        *("Guatemala", "Mexico", "El Salvador", "Total"),
    ]
    guatemala, mexico, salvador, totals = ("0 1 1", "1 0 1", "1 0 1", "2 1 3")
    numbers = " ".join((guatemala, mexico, salvador, totals)).split()
    assert cast.seen(page, "td", "num") == numbers
    assert "?origin=SLV&country=USA" in cast.attributes(page, "a", "href")


def test_what_the_table_of_counts_does_not_name_is_in_others(client, three, monkeypatch):
    monkeypatch.setattr(crossed, "MOST_ORIGINS", 1)
    monkeypatch.setattr(crossed, "MOST_RESIDENCES", 1)
    page = client.get("/en/directory/?view=table")
    assert cast.seen(page, "th")[9:] == [
        *("Origin", "United States", "Other countries", "Total"),
        *("Guatemala", "Other origins", "Total"),
    ]
    assert cast.seen(page, "td", "num") == ["0", "1", "1", "2", "0", "2", "2", "1", "3"]


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


class NotReady(Exception):
    pass


def not_ready():
    raise NotReady


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


def test_verified_since_is_offered_once_anything_was(client, placed, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 6, 1))
    confirmed = Organization.objects.filter(name="Club Tepic")
    confirmed.update(status="active", verified_on="2026-05-03")
    cast.listings()
    page = client.get("/en/directory/")
    assert cast.seen(page, "select", "status") == ["All Not verified (3) Active (1)"]
    years = [f"January 1, {year} (1)" for year in (2026, 2025, 2024, 2023, 2022)]
    assert cast.seen(page, "select", "verified") == [" ".join(["All", *years])]
    since = client.get("/en/directory/?verified=2026-05-03")
    assert names(since) == ["Club Tepic"]
    later = client.get("/en/directory/?verified=2026-05-04")
    assert cast.seen(later, "h2", "total") == ["0 organizations"]
    assert chips(since) == ["Verified since May 3, 2026 ×(remove) Remove all"]
