"""What one takes away from an organization's page."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from PIL import Image

from oriundo.domain.directory.models import Listing
from tests.interfaces.web import cast

pytestmark = pytest.mark.django_db
DOES = " ".join(["Caminos y escuelas."] * 5)


@pytest.fixture
def club(django_user_model):
    by = django_user_model.objects.create(email="desk@example.org")
    club = cast.organization(
        "Club Jerez; Oriundos, A. C.",
        hometown="Jerez, Zacatecas",
        city="Los Angeles",
        website="clubjerez.org",
        acronym="CJ",
        alternate_name="Jerez Club",
        description=DOES,
        founded="1994",
    )
    cast.say(club, "phone", "+12135550117", published_to="public", published_by=by)
    cast.say(club, "email", "hidden@example.org")
    return cast.listings()[0]


def page_of(listing, end=""):
    return f"/en/org/{listing.public_id}/{end}"


def test_the_card_for_the_address_book_holds_what_is_public(client, club):
    answer = client.get(page_of(club, "card.vcf"))
    assert answer.headers["Content-Type"] == "text/vcard; charset=utf-8"
    text = answer.content.decode().replace("\r\n ", "")
    assert text.split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        r"FN:Club Jerez\; Oriundos\, A. C.",
        r"N:Club Jerez\; Oriundos\, A. C.;;;;",
        r"ORG:Club Jerez\; Oriundos\, A. C.",
        "TEL;TYPE=WORK:+12135550117",
        "ADR;TYPE=WORK:;;;Los Angeles;CA;;United States",
        "URL:https://clubjerez.org",
        f"URL:http://testserver{page_of(club)}",
        f"NOTE:{DOES}",
        f"UID:{club.public_id}",
        "REV:2026-05-03T12:00:00Z",
        "END:VCARD",
        "",
    ]


def test_no_line_of_the_card_is_longer_than_the_format_allows(client, club):
    lines = client.get(page_of(club, "card.vcf")).content.split(b"\r\n")
    assert max(map(len, lines)) == 75


def test_machines_read_the_organization_as_data_that_cannot_end_its_block(client, club):
    Listing.objects.update(name="Club </script><script>alert(1)</script>")
    page = client.get(page_of(club)).content.decode()
    block = page.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(block) == {
        "@context": "https://schema.org",
        "@type": "NGO",
        "@id": f"http://testserver{page_of(club)}",
        "url": f"http://testserver{page_of(club)}",
        "identifier": club.public_id,
        "name": "Club </script><script>alert(1)</script>",
        "alternateName": ["Jerez Club", "CJ"],
        "description": DOES,
        "foundingDate": "1994",
        "telephone": ["+12135550117"],
        "sameAs": ["https://clubjerez.org"],
        "address": {
            "@type": "PostalAddress",
            "addressLocality": "Los Angeles",
            "addressRegion": "California",
            "addressCountry": "US",
        },
    }


def test_a_shared_link_shows_name_place_and_image(client, club):
    page = client.get(page_of(club) + "?from=x")
    assert cast.attributes(page, "meta", "property") == [
        *("og:type", "og:site_name", "og:title", "og:description", "og:url", "og:image"),
        *("og:image:width", "og:image:height", "og:image:alt"),
    ]
    told = cast.attributes(page, "meta", "content")
    assert f"http://testserver{page_of(club)}" in told
    assert f"http://testserver{page_of(club, 'image.png')}" in told
    assert "canonical" in cast.attributes(page, "link", "rel")


def test_the_image_is_what_messengers_ask_for_and_the_same_each_time(client, club):
    first, second = (client.get(page_of(club, "image.png")).content for _ in range(2))
    image = Image.open(BytesIO(first))
    assert (image.format, image.size, first == second) == ("PNG", (1200, 630), True)


def test_a_long_name_stays_inside_of_the_image(client, club):
    Listing.objects.update(name="Federación de Clubes Zacatecanos del Sur de California " * 5)
    image = Image.open(BytesIO(client.get(page_of(club, "image.png")).content))
    beyond = image.crop((1115, 0, 1200, 630))
    assert beyond.getcolors() == [(85 * 630, (255, 255, 255))]


def test_the_code_is_a_drawing_without_style(client, club):
    answer = client.get(page_of(club, "code.svg"))
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert answer.content.startswith(b"<svg ")
    assert b"style" not in answer.content


@pytest.mark.parametrize("end", ["card.vcf", "code.svg", "image.png"])
def test_what_is_taken_away_is_gone_with_the_listing_within_a_minute(client, club, end):
    assert client.get(page_of(club, end)).headers["Cache-Control"] == "public, max-age=60"
    Listing.objects.all().delete()
    assert client.get(page_of(club, end)).status_code == 404


def test_an_invented_organization_says_so_wherever_it_goes(client):
    cast.organization("Club Jerez", said_by=cast.source(invented=True))
    listing = cast.listings()[0]
    warning = "Invented organization, for demonstration"
    escaped = warning.replace(",", "\\,")
    assert f"NOTE:{escaped}\r\n" in client.get(page_of(listing, "card.vcf")).content.decode()
    page = client.get(page_of(listing))
    assert f'"disambiguatingDescription":"{warning}"' in page.content.decode()
    assert f"From Mexico, in California, United States. {warning}" in cast.attributes(
        page, "meta", "content"
    )
