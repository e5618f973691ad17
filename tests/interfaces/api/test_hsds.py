"""The directory as HSDS 3.1: every answer fits the standard's rules."""

from __future__ import annotations

import json

import pytest

from oriundo.interfaces.api.hsds.profile import PROFILE
from oriundo.interfaces.api.identifiers import uuid_of
from tests.interfaces.api import few
from tests.interfaces.api.hsds_rules import faults, page_faults
from tests.interfaces.web import cast

pytestmark = pytest.mark.django_db
LISTS = {
    "organizations": "organization",
    "services": "service",
    "service_at_locations": "service_at_location",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}


@pytest.fixture
def directory():
    return few.organizations()


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize(
    ("name", "query"),
    [(name, "") for name in LISTS]
    + [("organizations", "full_service=true"), ("organizations", "minimal=true")]
    + [("services", "full=true"), ("services", "minimal=true"), ("services", "search=nobody")],
)
def test_every_page_fits_the_rules(client, directory, name, query, language):
    page = client.get(f"/api/hsds/{name}?per_page=100&lang={language}&{query}").json()
    assert page_faults(LISTS[name], page) == []


def test_every_service_of_an_organization_fits_the_rules(client, directory):
    page = client.get("/api/hsds/organizations?per_page=100&full_service=true").json()
    services = [service for each in page["contents"] for service in each["x_services"]]
    assert len(services) == client.get("/api/hsds/services").json()["total_items"] > 0
    assert [fault for service in services for fault in faults("service", service)] == []


@pytest.mark.parametrize("name", LISTS)
def test_each_thing_of_a_list_has_its_address(client, directory, name):
    if name == "service_at_locations":
        return
    page = client.get(f"/api/hsds/{name}?per_page=100").json()
    for each in page["contents"]:
        answer = client.get(f"/api/hsds/{name}/{each['id']}").json()
        assert (answer["id"], faults(LISTS[name], answer)) == (each["id"], [])


def test_the_rules_see_what_is_wrong():
    wrong = {
        "id": "7", "name": "", "status": "open", "colour": 1, "x_ours": 1, "email": "a",
        "phones": [{"id": "7"}], "last_modified": "2026-05-03",
    }  # fmt: skip
    assert faults("service", wrong) == [
        "service.id: '7' is no uuid",
        "service.name: '' is no text",
        "service.status: 'open' is no status",
        "service.colour: unknown",
        "service.email: 'a' is no email",
        "service.phones[0].number: missing",
        "service.phones[0].id: '7' is no uuid",
        "service.last_modified: '2026-05-03' is no date-time",
    ]


def test_only_confirmed_organizations_have_services(client, directory):
    page = client.get("/api/hsds/services?per_page=100").json()
    by_id = {each.public_id: each.status for each in directory}
    found = {(by_id[each["x_organization_public_id"]], each["status"]) for each in page["contents"]}
    assert found == {("active", "active"), ("inactive", "temporarily closed")}


def test_pages_of_services_are_the_list_cut_in_pieces(client, directory):
    whole = client.get("/api/hsds/services?per_page=100").json()["contents"]
    pieces = []
    for number in range(1, len(whole) + 1):
        page = client.get(f"/api/hsds/services?per_page=1&page={number}").json()
        assert page["total_items"] == page["total_pages"] == len(whole)
        pieces += page["contents"]
    assert pieces == whole


def test_a_term_and_an_organization_narrow_services(client, directory):
    every = client.get("/api/hsds/services?per_page=100").json()["contents"]
    one = every[0]
    term = one["attributes"][0]["taxonomy_term_id"]
    narrowed = client.get(
        f"/api/hsds/services?taxonomy_term_id={term}&organization_id={one['organization_id']}"
    ).json()["contents"]
    assert narrowed == [one]


def test_a_search_may_be_posted(client, directory):
    asked = {"search": "jerez", "per_page": 2, "minimal": True}
    posted = client.post("/api/hsds/organizations", json.dumps(asked), "application/json")
    got = client.get("/api/hsds/organizations?search=jerez&per_page=2&minimal=true")
    assert (posted.status_code, posted.json()) == (200, got.json())
    assert posted.json()["total_items"] == 3


def test_ndjson_is_one_object_a_line(client, directory):
    answer = client.get("/api/hsds/organizations?format=ndjson&per_page=3")
    lines = [json.loads(line) for line in answer.content.decode().splitlines()]
    assert lines == client.get("/api/hsds/organizations?per_page=3").json()["contents"]
    assert answer.headers["Content-Type"] == "application/x-ndjson"


def test_what_changed_since_a_day(client, directory):
    for day, total in (("2026-05-03", 12), ("2026-05-04", 0)):
        page = client.get(f"/api/hsds/organizations?modified_after={day}").json()
        assert page["total_items"] == total


def test_around_a_postal_code(client, directory):
    near = client.get("/api/hsds/organizations?postcode=90014&proximity=20000").json()
    nowhere = client.get("/api/hsds/organizations?postcode=00000").json()
    assert (near["total_items"], nowhere["total_items"]) == (3, 0)


def test_a_description_that_nobody_gave_is_not_invented(client):
    cast.organization("Club Mudo")
    (listing,) = cast.listings()
    told = client.get(f"/api/hsds/organizations/{uuid_of(listing.public_id)}?lang=en").json()
    assert (told["description"], told["x_description_given"]) == ("No description given", False)


def test_an_address_is_given_whole_or_not_at_all(client):
    cast.organization("Club Jerez", city="Los Angeles", address="1 Main St", postal="90014")
    cast.listings()
    (place,) = client.get("/api/hsds/organizations").json()["contents"][0]["locations"]
    assert (place["addresses"], place["x_redacted"]) == ([], True)


def test_the_root_names_version_profile_and_document(client):
    told = client.get("/api/hsds/").json()
    assert told == {
        "version": "3.1",
        "profile": "http://testserver/api/hsds/profile.json",
        "openapi_url": "http://testserver/api/hsds/openapi.json",
    }
    assert client.get("/api/hsds/profile.json").json() == PROFILE


def test_every_addition_is_in_the_profile(client, directory):
    page = client.get("/api/hsds/organizations?full_service=true&per_page=100").json()
    for kind, things in (
        ("organization", page["contents"]),
        ("location", [each for one in page["contents"] for each in one["locations"]]),
        ("service", [each for one in page["contents"] for each in one["x_services"]]),
        ("taxonomy", client.get("/api/hsds/taxonomies").json()["contents"]),
    ):
        added = {name for thing in things for name in thing if name.startswith("x_")}
        assert added <= set(PROFILE[f"{kind}.json"]["properties"]), kind
