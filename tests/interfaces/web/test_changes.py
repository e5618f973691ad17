from __future__ import annotations

import pytest

from oriundo.domain.directory.models import Change, Listing
from tests.interfaces.web import cast

pytestmark = pytest.mark.django_db


def test_it_tells_what_appeared_and_leads_there(client):
    listing = cast.listings(cast.organization("Club Jerez"))[0]
    page = client.get("/en/changes/")
    assert cast.seen(page, "h2") == ["May 3, 2026"]
    assert cast.seen(page, "ul", "log") == ["Published Club Jerez"]
    assert f"/en/org/{listing.public_id}/" in cast.attributes(page, "a", "href")
    assert cast.seen(client.get("/es/cambios/"), "ul", "log") == ["Se publicó Club Jerez"]


def test_of_what_is_no_longer_public_only_the_number_is_told(client):
    listing = cast.listings(cast.organization("Club Jerez"))[0]
    Listing.objects.all().delete()
    Change.objects.create(public_id=listing.public_id, kind="withdrawn", at=cast.NOW)
    page = client.get("/en/changes/")
    assert cast.seen(page, "ul", "log") == [f"Withdrawn {listing.public_id}"]
    assert b"Jerez" not in page.content


def test_several_changes_of_a_day_are_one_line_the_latest(client):
    listing = cast.listings(cast.organization("Club Jerez"))[0]
    Change.objects.create(public_id=listing.public_id, kind="changed", at=cast.NOW)
    assert cast.seen(client.get("/en/changes/"), "ul", "log") == ["Changed Club Jerez"]


def test_nothing_has_changed_yet(client):
    page = client.get("/en/changes/")
    assert cast.seen(page, "p", "empty") == ["No organization has been published here yet."]


@pytest.mark.parametrize("number", [1, 3])
def test_it_asks_four_questions_for_any_number(client, django_assert_num_queries, number):
    for position in range(number):
        cast.organization(f"Club {position}")
    cast.listings()
    with django_assert_num_queries(4):
        client.get("/en/changes/")
