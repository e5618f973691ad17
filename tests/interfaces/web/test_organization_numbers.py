"""The number of an organization: after merges and splits, typed otherwise, unknown."""

from __future__ import annotations

import pytest

from oriundo.domain.directory.models import FormerId, Listing
from tests.interfaces.web import cast
from tests.interfaces.web.cast import address

pytestmark = pytest.mark.django_db


def moved(public_id, to, reason):
    return FormerId.objects.create(public_id=public_id, organization=to, reason=reason, at=cast.NOW)


def test_a_merged_number_leads_for_good_to_the_heir_and_says_why(client):
    club = cast.organization("Club Jerez")
    listing = cast.listings(club)[0]
    moved("0000-0000-0000", club, "merged")
    answer = client.get("/en/org/0000-0000-0000/")
    assert answer.status_code == 301
    assert answer.headers["Location"] == f"{address(listing)}?from=0000-0000-0000"
    assert cast.seen(client.get(answer.headers["Location"]), "p", "moved") == [
        "The listing 0000-0000-0000 was found to be of this same organization and now leads here."
    ]


def test_an_address_cannot_make_the_page_tell_of_a_merge_that_was_not(client):
    listing = cast.listings(cast.organization("Club Jerez"))[0]
    page = client.get(f"{address(listing)}?from=0000-0000-0000")
    assert cast.seen(page, "p", "moved") == []


def test_a_number_typed_in_capitals_leads_to_the_page(client):
    listing = cast.listings(cast.organization("Club Jerez"))[0]
    answer = client.get(f"/en/org/{listing.public_id.upper().replace('-', '')}/")
    assert answer.headers["Location"] == address(listing)


def test_a_number_that_was_split_offers_the_choice(client):
    one, two = cast.organization("Club Jerez"), cast.organization("Club Jerez Norte")
    cast.listings()
    for heir in (one, two):
        moved("0000-0000-0000", heir, "split")
    page = client.get("/en/org/0000-0000-0000/")
    assert page.status_code == 200
    assert cast.seen(page, "h3") == ["Club Jerez", "Club Jerez Norte"]


def test_the_half_that_kept_the_number_tells_of_the_other(client):
    kept, parted = cast.organization("Club Jerez"), cast.organization("Club Jerez Norte")
    listing = cast.listings(kept)[0]
    moved(listing.public_id, parted, "split")
    page = client.get(address(listing))
    assert cast.seen(page, "h1") == ["Club Jerez"]
    assert cast.seen(page, "div", "parted") == [
        "This address once mixed several organizations. The others have their own page now:"
        " Club Jerez Norte (From Mexico, in California, United States)"
    ]


def test_unknown_withdrawn_and_private_numbers_get_the_same_answer(client):
    withdrawn = cast.listings(cast.organization("Club Jerez"))[0]
    Listing.objects.all().delete()
    private = cast.organization("Club Privado")
    answers = [
        client.get(f"/en/org/{public_id}/")
        for public_id in ("0000-0000-0000", withdrawn.public_id, private.public_id, "x")
    ]
    assert [answer.status_code for answer in answers] == [404, 404, 404, 404]
    assert {tuple(cast.seen(answer, "main")) for answer in answers} == {
        tuple(cast.seen(answers[0], "main"))
    }
    assert cast.seen(answers[0], "h1") == ["Nothing at this address"]
