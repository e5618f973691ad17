"""The filters of the directory: what each choice would give, chips, near a place."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from oriundo.domain.directory.models import Organization
from oriundo.interfaces.web.public import choices
from tests.interfaces.web import cast
from tests.interfaces.web.directories import chips, names

pytestmark = pytest.mark.django_db


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
    assert cast.attributes(page, "details", "open") == [None]
    assert cast.attributes(client.get("/en/directory/"), "details", "open") == []


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
