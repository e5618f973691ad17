"""Places by key, by name, and what they are divided into."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db


def test_a_place_has_its_codes_names_and_parent(client):
    told = client.get("/api/v1/places/gn:5332921?lang=es").json()
    assert (told["name"], told["code"], told["level"], told["parent"]) == (
        "California", "US-CA", "admin1", "USA",
    )  # fmt: skip
    assert told["codes"]["us-fips"] == "06"


def test_a_place_that_is_not_there_is_said_to_be_so(client):
    answer = client.get("/api/v1/places/gn:1?lang=en")
    assert (answer.status_code, answer.json()["detail"]) == (404, "There is no place “gn:1”.")


def test_a_state_is_divided_into_counties_and_a_county_into_towns(client):
    counties = client.get("/api/v1/places/gn:5332921/children").json()
    assert (counties["total"], {each["level"] for each in counties["places"]}) == (58, {"admin2"})
    assert "Los Angeles County" in [each["name"] for each in counties["places"]]
    towns = client.get("/api/v1/places/gn:5368381/children").json()["places"]
    assert "Pasadena" in [each["name"] for each in towns]


def test_places_are_found_by_name_in_one_country(client):
    found = client.get("/api/v1/places?q=jerez&country=MEX").json()["places"]
    assert {each["country"] for each in found} == {"MEX"}
    assert {each["region"] for each in found} == {"MX-ZAC"}
