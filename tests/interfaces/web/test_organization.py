"""The page of an organization: values with their sources, contact, status, others near it."""

from __future__ import annotations

import pytest

from oriundo.domain.directory.models import Listing
from tests.interfaces.web import cast
from tests.interfaces.web.cast import address, fact

pytestmark = pytest.mark.django_db


def test_every_value_says_its_source_its_kind_its_date_and_its_reason(client):
    club = cast.organization("Club Jerez")
    cast.say(
        club,
        "objective",
        "community",
        reason="The source states it: “%(words)s”.",
        reason_values={"words": "comunitaria"},
    )
    page = client.get(address(*cast.listings()))
    assert fact(page, "Main objective") == (
        "Main objective Community organization The source states it: “comunitaria”. 1 source"
        " Community organization Directorio (official directory, March 1, 2020)"
    )


def test_a_conflicting_value_stands_beside_the_chosen_one(client):
    club = cast.organization("Club Jerez", city="Los Angeles")
    web = cast.source("Raspado", kind="web")
    cast.say(club, "city", "Huntington Park", said_by=web, chosen=False)
    page = client.get(address(*cast.listings()))
    assert fact(page, "City") == (
        "City Los Angeles 2 sources (they differ) Los Angeles Directorio (official directory,"
        " March 1, 2020) Also said: Huntington Park Raspado (websites, March 1, 2020)"
    )


def test_a_name_given_by_a_source_and_unknown_axes_are_shown(client):
    page = client.get(address(*cast.listings(cast.organization("Club Jerez"))))
    assert cast.seen(page, "h1") == ["Club Jerez"]
    assert fact(page, "Structure") == "Structure Unknown"


def test_a_contact_nobody_published_is_replaced_by_a_calm_sentence(client):
    cast.organization("Club Jerez", phone="+12135550117")
    page = client.get(address(*cast.listings()))
    assert b"5550117" not in page.content
    assert b"No telephone, email or street address of this organization is public." in page.content


def test_a_published_contact_is_shown(client, django_user_model):
    club = cast.organization("Club Jerez")
    by = django_user_model.objects.create(email="desk@example.org")
    cast.say(club, "phone", "+12135550117", published_to="public", published_by=by)
    page = client.get(address(*cast.listings()))
    assert fact(page, "Telephone").startswith("Telephone +12135550117 1 source")


@pytest.mark.parametrize(
    ("website", "links"),
    [
        ("https://club.example.org/", ["https://club.example.org/"]),
        ("festivalcotsa.com", ["https://festivalcotsa.com"]),
        ("facebook.com/CCSALMTL/about?ref=x", ["https://facebook.com/CCSALMTL/about?ref=x"]),
        ("clubjerez.example", []),
        ("javascript:alert(1)", []),
        ("data:text/html,x.com", []),
        ("//club.org", []),
        ("club.org<script>", []),
    ],
)
def test_only_a_web_address_becomes_a_link_and_none_leads_to_an_invented_site(
    client, website, links
):
    cast.organization("Club Jerez", website=website)
    page = client.get(address(*cast.listings()))
    elsewhere = [link for link in cast.attributes(page, "a", "href") if link[0] not in "/#"][1:]
    shared = ("https://wa.me/?text=", "mailto:?subject=")
    assert [link for link in elsewhere if not link.startswith(shared)] == links


@pytest.mark.parametrize("number", [1, 3])
def test_it_asks_five_questions_for_any_number_of_sources(
    client, django_assert_num_queries, number
):
    club = cast.organization("Club Jerez")
    for position in range(number):
        cast.say(club, "city", f"City {position}", said_by=cast.source(f"List {position}"))
    listing = cast.listings(club)[0]
    client.get(address(listing))
    with django_assert_num_queries(5):
        client.get(address(listing))


def test_a_reason_names_countries_in_the_readers_language(client):
    club = cast.organization("Fraternidad Quetzalteca", origin="GTM")
    cast.say(
        club,
        "member_origin",
        "migrant_club",
        reason="“%(word)s” names the people of %(place)s",
        reason_values={"word": "mexicana", "place": "Mexico"},
    )
    page = client.get(f"/es/org/{cast.listings()[0].public_id}/")
    assert "«mexicana» nombra a la gente de México." in cast.seen(page, "span", "reason")


def test_another_name_that_repeats_name_or_acronym_is_not_shown_again(client):
    cast.organization(
        "Club Jerez", acronym="CJ", alternate_name=("CLUB JEREZ", "cj", "Amigos de Jerez")
    )
    page = client.get(address(*cast.listings()))
    assert fact(page, "Also known as").startswith("Also known as Amigos de Jerez 1 source")


def test_the_same_word_in_capitals_is_no_disagreement(client):
    club = cast.organization("Club Jerez", city="Los Ángeles")
    cast.say(club, "city", "LOS ANGELES", said_by=cast.source("Otra", kind="web"), chosen=False)
    page = client.get(address(*cast.listings()))
    assert fact(page, "City").startswith("City Los Ángeles 2 sources Los Ángeles Directorio")


def test_the_website_stands_with_the_contact_although_no_telephone_is_public(client):
    cast.organization("Club Jerez", website="clubjerez.org")
    page = client.get(address(*cast.listings()))
    assert (
        "No telephone, email or street address of this organization is public."
        " They appear here only when the organization agrees."
    ) in cast.seen(page, "div", "reach")[0]
    assert cast.seen(page, "div", "reach")[0].count("clubjerez.org") == 2


def test_what_it_has_leads_to_others_that_have_it(client):
    club = cast.organization(
        "Club Jerez",
        hometown="Jerez, Zacatecas",
        city="Los Angeles",
        objective="community",
        support="education",
    )
    page = client.get(address(*cast.listings(club)))
    leads = {link for link in cast.attributes(page, "a", "href") if "/directory/?" in link}
    assert leads == {
        "/en/directory/?hometown=gn:8583980",
        "/en/directory/?city=gn:5368361",
        "/en/directory/?origin=MEX",
        "/en/directory/?country=USA",
        "/en/directory/?region=US-CA",
        "/en/directory/?objective=community",
        "/en/directory/?support=education",
    }


def test_it_tells_what_is_verified_what_it_says_itself_and_what_others_say(client):
    club = cast.organization("Club Jerez", description="Caminos", region="")
    itself = cast.source("El club", kind="self")
    cast.say(club, "founded", "1994", said_by=itself)
    listing = cast.listings(club)[0]
    page = client.get(address(listing))
    assert [text for text in cast.seen(page, "dd") if " source" not in text][-3:] == [
        "Nothing on this page has been verified yet.",
        "Founded",
        "Name · What it does · Origin · Country of residence",
    ]


def test_a_status_carries_the_day_on_which_it_was_confirmed(client):
    listing = cast.listings(cast.organization("Club Jerez"))[0]
    Listing.objects.update(status="active", verified_on="2026-05-03")
    english, spanish = (client.get(f"/{c}/org/{listing.public_id}/") for c in ("en", "es"))
    assert cast.seen(english, "p", "state") == ["Active, confirmed on May 3, 2026"]
    assert cast.seen(spanish, "p", "state") == ["Activa; se confirmó el 3 de mayo de 2026"]
    tags = cast.seen(client.get("/en/directory/"), "p", "tags")
    assert tags == ["Active, confirmed on May 3, 2026"]


def test_others_from_the_same_town_and_in_the_same_city_are_near_it(client):
    club = cast.organization(
        "Club Jerez", hometown="Jerez, Zacatecas", city="Dallas", region="US-TX"
    )
    cast.organization("Amigos de Jerez", hometown="Jerez, Zacatecas", city="Los Angeles")
    cast.organization("Casa Dallas", origin="GTM", city="Dallas", region="US-TX")
    page = client.get(address(*cast.listings(club)))
    assert cast.seen(page, "ul", "near-it") == [
        "Amigos de Jerez Los Angeles, California, United States",
        "Casa Dallas From Guatemala",
    ]
    assert "/en/directory/?city=gn:4684888" in cast.attributes(page, "a", "href")


def test_an_organization_alone_has_no_others_near_it(client):
    page = client.get(address(*cast.listings(cast.organization("Club Jerez", city="Dallas"))))
    assert cast.seen(page, "ul", "near-it") == []


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("JEREZ, ZACATECAS", "Jerez, Zacatecas"),
        ("LA CAÑADA DE LOS XYZ, GUERRERO", "La Cañada de los Xyz, Guerrero"),
        ("MICHOACÁN", "Michoacán"),
    ],
)
def test_a_hometown_in_capitals_is_written_as_a_place(client, said, shown):
    cast.organization("Club Jerez", hometown=said)
    page = client.get(address(*cast.listings()))
    assert cast.seen(page, "p", "whence") == [
        f"From Mexico ({shown}), in California, United States"
    ]
