"""The numbers of a map: who is on it, who is not and why; the directory says the same."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from django.utils import translation

from oriundo.insight.atlas.current import atlas
from oriundo.insight.atlas.question import Question
from oriundo.insight.observatory.actions import keep_migrants
from oriundo.insight.observatory.stocks import Stock
from oriundo.interfaces.web.maps.figures import figures
from oriundo.interfaces.web.maps.themes import THEMES, theme
from tests.interfaces.web.cast import NOW, attributes, listings, organization, seen

pytestmark = pytest.mark.django_db


@pytest.fixture
def diaspora():
    """Two in Los Angeles, one in Houston, one known to its state, one to its country, one to
    nothing, and one in Canada; two of them from towns that are known."""
    organization("Club Jerez", city="Los Angeles", hometown="Jerez, Zacatecas")
    organization("Club Atolinga", city="Los Angeles", hometown="Zacatecas")
    organization("Club Texano", region="US-TX", city="Houston")
    organization("Club Estatal")
    organization("Club Nacional", region="")
    organization("Club Sin Lugar", country="", region="")
    organization("Club Canadiense", country="CAN", region="CA-ON", city="Toronto", origin="SLV")
    listings()


def counted(slug, **filters):
    with translation.override("en"):
        found = figures(atlas(), Question(filters=filters), theme(slug))
        asides = {str(each.label): each.n for each in found.asides}
    return {area.name: area.n for area in found.areas}, asides


def test_states_are_counted_and_whoever_is_in_none_is_said(diaspora):
    assert counted("us-states") == (
        {"California": 3, "Texas": 1},
        {
            "in United States, and no more is known": 1,
            "in no known place": 1,
            "in other countries": 1,
        },
    )


def test_municipios_of_puerto_rico_are_counties(diaspora):
    organization("Club Boricua", region="US-PR", city="Ponce")
    listings()
    areas, asides = counted("us-counties")
    assert areas["Ponce"] == 1
    assert asides["in United States, and no more is known"] == 2
    assert counted("us-counties", region="US-PR")[0] == {"Ponce": 1}


def test_counties_are_those_of_the_towns(diaspora):
    assert counted("us-counties") == (
        {"Los Angeles County": 2, "Harris County": 1},
        {
            "in United States, and no more is known": 2,
            "in no known place": 1,
            "in other countries": 1,
        },
    )


def test_a_state_or_a_country_is_no_town(diaspora):
    assert counted("places") == (
        {"Los Angeles, California": 2, "Houston, Texas": 1, "Toronto, Ontario": 1},
        {"in no known place": 1, "in a known country or state, and in no known town": 2},
    )


def test_members_come_from_states_that_their_hometowns_are_in(diaspora):
    assert counted("mx") == (
        {"Zacatecas": 2},
        {"from Mexico, and no more is known": 4, "from elsewhere": 1},
    )
    assert counted("home-places") == (
        {"Jerez, Zacatecas": 1},
        {"from a known country, and from no known municipality": 6},
    )


def test_a_search_narrows_the_map(diaspora):
    assert counted("us-states", region="US-TX") == ({"Texas": 1}, {})


@pytest.mark.parametrize("slug", [each.slug for each in THEMES])
def test_the_map_and_who_is_not_on_it_are_all_of_the_directory(diaspora, slug):
    found = figures(atlas(), Question(), theme(slug))
    assert found.total == 7
    assert found.shown + sum(each.n for each in found.asides) == 7
    assert sum(area.n for area in found.areas) == found.shown + found.repeated


@pytest.mark.parametrize("slug", [each.slug for each in THEMES])
def test_every_number_of_the_table_is_what_its_link_gives(client, diaspora, slug):
    page = client.get("/en/map/", {"show": slug})
    links = re.findall(r'<tr[^>]*><th scope="row"><a href="([^"]+)"', page.content.decode())
    numbers = re.findall(
        r'<tr[^>]*><th scope="row"><a [^>]+>[^<]+</a></th><td class="num">(\d+)</td>',
        page.content.decode(),
    )
    assert len(links) == len(numbers)
    for link, number in zip(links, numbers, strict=True):
        found = client.get(link.replace("&amp;", "&"))
        assert seen(found, "span", "total")[0].split()[0] == number, link


def test_density_is_offered_where_the_migrants_of_the_origin_are_counted(client, diaspora):
    stocks = [Stock("USA", "MEX", 2020, 250_000)]
    keep_migrants(stocks=stocks, source="Census", actor="test", at=NOW)
    address = "/en/map/"
    without = client.get(address, {"show": "countries"})
    dense = client.get(address, {"show": "countries", "origin": "MEX", "measure": "density"})
    assert seen(without, "ul", "measures") == []
    assert seen(dense, "ul", "measures") == ["OrganizationsPer 100,000 migrants"]
    assert [row for row in seen(dense, "tr") if row.startswith("United")] == [
        "United States583.3%2ties of United States page of United States"
    ]
    assert "Migrants: Census (2020)." in " ".join(seen(dense, "figcaption"))


def test_ties_lead_from_a_state_to_the_states_its_members_come_from(client, diaspora):
    page = client.get("/en/map/", {"show": "us-states", "ties": "US-CA"})
    assert seen(page, "section", "ties") == [
        "Ties of California Back to the whole map Zacatecas 2 Of 1 more, the other end is not known."
    ]


def test_ties_that_are_not_known_are_no_reason_to_look_elsewhere(client, diaspora):
    shown = {}
    for asked in ({"show": "us-states"}, {"show": "us-states", "ties": "US-TX"}):
        shown[len(asked)] = attributes(client.get("/en/map/", asked), "div", "data-bounds")
    assert shown[1] == shown[2]


def test_the_picture_says_what_the_table_says(client, diaspora):
    address = reverse("map_picture", args=["es", "light"])
    picture = client.get(address, {"show": "us-states", "whole": "1"})
    assert picture.headers["Content-Type"] == "image/svg+xml"
    assert seen(picture, "title") == [
        "Dónde están las organizaciones: Estados de los Estados Unidos",
        "California: 3",
        "Texas: 1",
    ]


def test_a_country_is_never_a_pin(client):
    organization("Club Nacional", region="")
    (listing,) = listings()
    assert (listing.latitude, listing.longitude) == (None, None)
    picture = client.get(reverse("map_picture", args=["en", "light"]))
    assert attributes(picture, "circle", "r") == []
    small = client.get(reverse("map_locator", args=["en", "light", listing.public_id]))
    assert attributes(small, "circle", "r") == []
    assert seen(small, "title")[0] == "Somewhere in United States. Members from Mexico."


def test_the_table_is_a_file_too(client, diaspora):
    file = client.get(reverse("map_table", args=["en"]), {"show": "us-counties"})
    assert file.content.decode().splitlines() == [
        "code,name,organizations,share,of",
        "06037,Los Angeles County,2,0.2857,7",
        "48201,Harris County,1,0.1429,7",
        ',"in United States, and no more is known",2,0.2857,7',
        ",in no known place,1,0.1429,7",
        ",in other countries,1,0.1429,7",
    ]
