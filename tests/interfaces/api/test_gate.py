"""What holds for every answer: headers, recognition, problems in the reader's language, limits."""

from __future__ import annotations

import pytest

from oriundo.interfaces.api.limits import Buckets
from tests.interfaces.api import few
from tests.interfaces.web import cast
from tests.interfaces.web.test_headers import SAFE

pytestmark = pytest.mark.django_db
ADDRESSES = [
    *("/api/v1/organizations", "/api/v1/openapi.json", "/api/v1/counts", "/api/v1/places/MEX"),
    *("/api/hsds/", "/api/hsds/services", "/api/ogc/", "/api/ogc/collections"),
    *("/download/organizations.csv", "/download/organizations.xlsx", "/download/directory.json"),
    *("/download/changes.csv", "/en/changes.atom", "/es/cambios.atom"),
    *("/api/v1/organizations?colour=red", "/api/nowhere", "/download/nothing.pdf"),
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_is_open_to_all_and_otherwise_safe(client, address):
    answer = client.get(address)
    b"".join(answer)
    found = {name: answer.headers.get(name) for name in SAFE}
    found["Content-Security-Policy"] = "; ".join(
        sorted(found["Content-Security-Policy"].split("; "))
    )
    assert found == SAFE | {"Cross-Origin-Resource-Policy": "cross-origin"}
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert dict(answer.cookies) == {}
    assert "geolocation=()" in answer.headers["Permissions-Policy"]


def test_pages_for_people_stay_closed_to_other_sites(client):
    for address in ("/en/", "/en/api/"):
        headers = client.get(address).headers
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "Access-Control-Allow-Origin" not in headers


def test_an_answer_is_recognized_until_something_changes(client):
    few.organizations()
    first = client.get("/api/v1/organizations")
    known = {"If-None-Match": first.headers["ETag"]}
    again = client.get("/api/v1/organizations", headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/api/v1/counts", headers=known).status_code == 200
    assert client.get("/api/v1/organizations?lang=es", headers=known).status_code == 200
    cast.listings(cast.organization("Club Nuevo"))
    assert client.get("/api/v1/organizations", headers=known).json()["total"] == 13


def test_an_answer_is_kept_for_half_a_minute_and_a_problem_not_at_all(client):
    kept = client.get("/api/v1/organizations").headers["Cache-Control"]
    problem = client.get("/api/v1/organizations?page=0").headers["Cache-Control"]
    assert (kept, problem) == ("public, max-age=30", "no-store")


def test_answers_are_compressed(client):
    few.organizations()
    answer = client.get("/api/v1/organizations", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["ETag"].startswith('W/"')


@pytest.mark.parametrize(
    ("query", "fault"),
    [
        (
            "orgin=MEX",
            ("orgin", "Nothing here is called “orgin”.", "Did you mean “origin”?"),
        ),
        (
            "page=0",
            ("page", "“page” cannot be “0”.", "Write a whole number from 1 to 1000000."),
        ),
        (
            "status=open",
            (
                "status", "“status” cannot be “open”.",
                "Write one of: not_verified, active, inactive, dissolved.",
            ),
        ),
        (
            "near=19.4,-99",
            (
                "near", "“near” cannot be “19.4,-99”.",
                "Around a point: latitude, longitude, kilometers; 19.43,-99.13,50.",
            ),
        ),
        (
            "origin=MEX&origin=GTM",
            ("origin", "“origin” is given more than once.", "Give it once."),
        ),
    ],
)  # fmt: skip
def test_a_fault_says_where_it_is_and_what_to_do(client, query, fault):
    answer = client.get(f"/api/v1/organizations?lang=en&{query}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (
        400, "application/problem+json",
    )  # fmt: skip
    (told,) = answer.json()["errors"]
    assert (told["parameter"], told["detail"], told["remedy"]) == fault


def test_every_fault_is_told_at_once(client):
    told = client.get("/api/v1/organizations?page=0&order=size&lang=en").json()
    assert [fault["parameter"] for fault in told["errors"]] == ["page", "order"]


def test_a_problem_is_told_in_the_language_of_the_reader(client):
    spanish = {"Accept-Language": "es-MX"}
    told = client.get("/api/v1/organizations?page=0", headers=spanish).json()
    assert told["title"] == "No se entiende la pregunta"
    assert client.get("/api/nowhere?lang=es").json()["title"] == "Aquí no hay nada"


def test_a_failure_of_an_address_is_a_problem_too(client):
    answer = client.delete("/api/v1/organizations")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET")
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_a_browser_may_ask_beforehand(client):
    answer = client.options("/api/hsds/organizations")
    assert (answer.status_code, answer.headers["Access-Control-Allow-Origin"]) == (204, "*")
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "POST", "HEAD", "OPTIONS"}


def test_the_head_is_that_of_the_answer(client):
    whole, head = client.get("/api/v1/organizations"), client.head("/api/v1/organizations")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"] == whole.headers["ETag"]


def test_who_asks_too_often_is_told_when_to_come_back(client, settings):
    settings.API_RATE, settings.API_BURST = 60, 3
    asked = [client.get("/api/v1/places/MEX", REMOTE_ADDR="192.0.2.1") for _ in range(4)]
    other = client.get("/api/v1/places/MEX", REMOTE_ADDR="192.0.2.2")
    assert [answer.status_code for answer in (*asked, other)] == [200, 200, 200, 429, 200]
    assert (asked[3].headers["Retry-After"], asked[3].json()["status"]) == ("1", 429)


def test_behind_a_proxy_the_address_is_the_one_that_it_wrote(client, settings):
    settings.API_RATE, settings.API_BURST, settings.BEHIND_PROXY = 61, 1, True
    codes = [
        client.get("/api/v1/places/MEX", headers={"X-Forwarded-For": f"{n}, 192.0.2.{n}"})
        for n in (3, 4, 4)
    ]
    assert [answer.status_code for answer in codes] == [200, 200, 429]


def test_a_bucket_fills_again_and_a_costly_request_takes_more():
    now = [0.0]
    buckets = Buckets(60, 10, lambda: now[0])
    assert [buckets.wait(b"a", 10), buckets.wait(b"a")] == [0, 1]
    now[0] = 5.0
    assert [buckets.wait(b"a", 5), buckets.wait(b"a", 7)] == [0, 7]
    assert buckets.wait(b"b", 50) == 0
