"""Version 1: organizations, counts, suggestions."""

from __future__ import annotations

import pytest
from django.utils import timezone

from oriundo.base.core import ids
from oriundo.domain.directory.actions.publish import publish
from oriundo.domain.directory.models import FormerId, Listing
from tests.interfaces.api import few
from tests.interfaces.web import cast

pytestmark = pytest.mark.django_db
LIST = "/api/v1/organizations"


def test_an_organization_is_told_whole(client):
    club = cast.organization(
        "Club Jerez", hometown="Jerez, Zacatecas", city="Los Angeles", objective="cultural",
        support=("health", "education"), website="jerez.example",
    )  # fmt: skip
    (listing,) = cast.listings(club)
    told = client.get(f"{LIST}/{listing.public_id}?lang=es").json()
    sources = told.pop("sources")
    del told["facts"], told["license"]
    assert sources == [{"name": "Directorio", "kind": "official", "on": "2020-03-01"}]
    assert told == {
        "id": listing.public_id,
        "name": "Club Jerez",
        "alternate_names": [],
        "acronyms": [],
        "description": "",
        "origin": {"code": "MEX", "name": "México"},
        "hometowns": ["Jerez, Zacatecas"],
        "homes": [
            {
                "country": {"code": "MEX", "name": "México"},
                "region": {"code": "MX-ZAC", "name": "Zacatecas"},
                "town": {"code": listing.homes[0]["town"], "name": "Jerez"},
                "latitude": listing.homes[0]["lat"],
                "longitude": listing.homes[0]["lon"],
            }
        ],
        "residence": {
            "country": {"code": "USA", "name": "Estados Unidos"},
            "region": {"code": "US-CA", "name": "California"},
            "county": {"code": listing.residence_county, "name": "Condado de Los Ángeles"},
            "city": {"code": listing.residence_city, "name": told["residence"]["city"]["name"]},
            "city_as_said": "Los Angeles",
            "address": None,
            "postal_code": None,
            "latitude": listing.latitude,
            "longitude": listing.longitude,
            "precision": "locality",
        },
        "objective": "cultural",
        "secondary_objectives": [],
        "member_origin": None,
        "structure": None,
        "support": ["health", "education"],
        "languages": [],
        "websites": ["https://jerez.example"],
        "phones": [],
        "emails": [],
        "members": None,
        "founded": None,
        "registration_numbers": [],
        "status": "not_verified",
        "verified": None,
        "published": "2026-05-03T12:00:00+00:00",
        "invented": False,
        "page": f"http://testserver/es/org/{listing.public_id}/",
    }


def test_each_value_names_its_sources(client):
    (listing,) = cast.listings(cast.organization("Club Jerez", region=""))
    facts = client.get(f"{LIST}/{listing.public_id}").json()["facts"]
    source = {"name": "Directorio", "kind": "official", "on": "2020-03-01"}
    assert [(fact["field"], fact["value"], fact["sources"]) for fact in facts] == [
        ("name", "Club Jerez", [source]),
        ("origin", "MEX", [source]),
        ("residence_country", "USA", [source]),
    ]


def test_pages_lead_to_each_other(client):
    listings = few.organizations()
    address, seen = f"{LIST}?per_page=5&fields=id", []
    while address:
        answer = client.get(address)
        page = answer.json()
        seen += [each["id"] for each in page["organizations"]]
        address = page["links"].get("next", "")
        assert ('rel="next"' in answer.headers["Link"]) == bool(address)
    assert (seen, page["page"], page["pages"]) == (
        [each.public_id for each in sorted(listings, key=lambda x: x.sort_key)], 3, 3,
    )  # fmt: skip


def test_only_the_members_asked_for_are_told(client):
    cast.listings(cast.organization("Club Jerez"))
    page = client.get(f"{LIST}?fields=name,status").json()
    assert page["organizations"] == [{"name": "Club Jerez", "status": "not_verified"}]


@pytest.mark.parametrize(("organizations", "queries"), [(1, 6), (3, 6)])
def test_a_page_costs_as_many_queries_whatever_it_shows(
    client, organizations, queries, django_assert_num_queries
):
    cast.listings(*[cast.organization(f"Club {n}") for n in range(organizations)])
    client.get(LIST)
    with django_assert_num_queries(queries):
        client.get(LIST)


def test_a_former_identifier_leads_on_with_the_reason(client):
    club = cast.organization("Club Jerez")
    (listing,) = cast.listings(club)
    former = ids.derived("former")
    FormerId.objects.create(public_id=former, organization=club, reason="merged", at=timezone.now())
    answer = client.get(f"{LIST}/{former}?lang=en")
    assert (answer.status_code, answer.headers["Location"], answer.json()["reason"]) == (
        308, f"http://testserver{LIST}/{listing.public_id}", "merged",
    )  # fmt: skip


def test_an_identifier_that_was_split_leads_to_each_part(client):
    clubs = [cast.organization(f"Club {n}") for n in (1, 2)]
    listings = cast.listings(*clubs)
    former = ids.derived("former")
    for club in clubs:
        FormerId.objects.create(
            public_id=former, organization=club, reason="split", at=timezone.now()
        )
    answer = client.get(f"{LIST}/{former}")
    assert (answer.status_code, answer.json()["alternatives"]) == (
        300, [f"http://testserver{LIST}/{each.public_id}" for each in listings],
    )  # fmt: skip


def test_a_withdrawn_organization_is_gone_and_one_that_never_was_is_not_there(client):
    club = cast.organization("Club Jerez")
    (listing,) = cast.listings(club)
    club.choice = "hidden"
    club.save()
    publish(at=cast.NOW, actor="test")
    assert client.get(f"{LIST}/{listing.public_id}").status_code == 410
    assert client.get(f"{LIST}/{ids.derived('never')}").status_code == 404
    assert client.get(LIST).json()["total"] == 0
    assert b"Jerez" not in b"".join(client.get("/download/directory/organizations.csv"))


def test_an_identifier_typed_in_another_way_leads_to_itself(client):
    (listing,) = cast.listings(cast.organization("Club Jerez"))
    answer = client.get(f"{LIST}/{listing.public_id.upper()}")
    assert (answer.status_code, answer.headers["Location"]) == (
        308, f"http://testserver{LIST}/{listing.public_id}",
    )  # fmt: skip


def test_counts_are_in_words_too(client):
    few.organizations()
    told = client.get("/api/v1/counts?by=region&lang=es").json()
    assert (told["total"], told["counts"]) == (
        12,
        [
            {"value": "US-CA", "name": "California", "organizations": 4},
            {"value": "US-IL", "name": "Illinois", "organizations": 4},
            {"value": "US-TX", "name": "Texas", "organizations": 3},
            {"value": "unknown", "name": "Desconocido", "organizations": 1},
        ],
    )


def test_facets_leave_their_own_filter_out(client):
    few.organizations()
    told = client.get("/api/v1/facets?names=origin&origin=MEX").json()
    assert told["total"] == 4
    assert {each["value"]: each["organizations"] for each in told["facets"]["origin"]} == {
        "GTM": 4, "MEX": 4, "SLV": 4,
    }  # fmt: skip


def test_suggestions_are_organizations_and_places(client):
    (listing,) = cast.listings(cast.organization("Club Jerez", hometown="Jerez, Zacatecas"))
    told = client.get("/api/v1/suggestions?q=jerez&lang=en").json()["suggestions"]
    assert told == [
        {"kind": "hometown", "text": "Jerez, Zacatecas", "value": "gn:8583980", "organizations": 1},
        {
            "kind": "organization",
            "text": "Club Jerez",
            "value": listing.public_id,
            "organizations": 1,
        },
    ]


def test_a_private_value_is_in_no_answer(client):
    secret = cast.source("Lista reservada", visibility="authority")
    club = cast.organization("Club Jerez", phone="+12135550117", email="secreto@example.org")
    cast.say(club, "location", "34.117117, -118.117117")
    cast.say(club, "city", "Ciudad Secreta", said_by=secret)
    (listing,) = cast.listings()
    one = Listing.objects.get()
    paths = (
        *(LIST, f"{LIST}/{one.public_id}", "/download/organizations.csv", "/en/changes.atom"),
        *("/api/hsds/organizations", "/api/ogc/collections/organizations/items"),
        *("/download/directory/organizations.json", "/download/organizations.geojson"),
    )
    for path in paths:
        answer = client.get(path)
        body = b"".join(answer).decode().lower()
        assert listing.name.lower() in body
        assert [w for w in ("5550117", "secret", "34.117", "reservada") if w in body] == [], path
