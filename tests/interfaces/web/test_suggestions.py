from __future__ import annotations

import pytest

from tests.interfaces.web import cast

pytestmark = pytest.mark.django_db
ADDRESS = "/en/directory/suggestions/"


@pytest.fixture
def placed():
    cast.organization("Club Jerez", hometown="Jerez, Zacatecas", city="Los Angeles")
    cast.organization("Club Momax", hometown="Momax, Zacatecas", city="Los Angeles")
    return cast.listings()


def test_an_organization_is_suggested_with_where_it_is_and_leads_to_its_page(client, placed):
    page = client.get(f"{ADDRESS}?q=club+mom")
    assert cast.seen(page, "li") == [
        "Club Momax From Mexico, in Los Angeles, California, United States"
    ]
    assert cast.attributes(page, "li", "data-address") == [f"/en/org/{placed[1].public_id}/"]


def test_a_place_is_suggested_with_how_many_and_leads_to_its_search(client, placed):
    page = client.get(f"{ADDRESS}?q=los+angeles")
    assert "In Los Angeles, California 2 organizations" in cast.seen(page, "li")
    assert "/en/directory/?city=gn:5368361" in cast.attributes(page, "li", "data-address")


def test_lines_are_options_of_a_list_that_a_screen_reader_can_walk(client, placed):
    page = client.get(f"{ADDRESS}?q=club")
    assert cast.attributes(page, "li", "role") == ["option", "option"]
    assert cast.attributes(page, "li", "id") == ["suggestion-1", "suggestion-2"]


@pytest.mark.parametrize("query", ["", "?q=", "?q=c", "?q=zzz", "?q=%00", "?q=" + "x" * 2_000])
def test_where_nothing_fits_nothing_is_said(client, placed, query):
    page = client.get(ADDRESS + query)
    assert (page.status_code, cast.seen(page, "li")) == (200, [])


def test_answers_may_be_kept_for_a_minute_and_no_longer(client, placed):
    assert client.get(f"{ADDRESS}?q=club").headers["Cache-Control"] == "public, max-age=60"


def test_the_box_is_a_plain_form_that_names_where_suggestions_are(client, placed):
    for path in ("/en/", "/en/directory/"):
        page = client.get(path)
        assert cast.attributes(page, "div", "data-suggest") == [ADDRESS]
        assert "role" not in cast.seen(page, "form")[0]
