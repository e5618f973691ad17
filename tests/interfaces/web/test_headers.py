"""The same headers on every answer: page, redirect, file, and page that is not there."""

from __future__ import annotations

from contextlib import closing

import pytest

SAFE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": (
        "base-uri 'none'; connect-src 'self'; default-src 'none'; font-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; img-src 'self' data:; manifest-src 'self'; "
        "object-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'"
    ),
}
ADDRESSES = ["/en/", "/es/", "/", "/en/nowhere/", "/robots.txt", "/static/web/site.css"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_every_safe_header(client, address):
    with closing(client.get(address)) as response:
        found = {name: response.headers.get(name) for name in SAFE}
    found["Content-Security-Policy"] = "; ".join(
        sorted(found["Content-Security-Policy"].split("; "))
    )
    assert found == SAFE


@pytest.mark.django_db
def test_a_page_may_use_no_power_of_the_browser(client):
    policy = client.get("/en/").headers["Permissions-Policy"]
    assert {power.partition("=")[2] for power in policy.split(", ")} == {"()"}
    assert "geolocation=()" in policy.split(", ")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_reader_gets_no_cookie(client, address):
    with closing(client.get(address)) as response:
        assert dict(response.cookies) == {}
