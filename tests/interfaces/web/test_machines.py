from __future__ import annotations

import pytest
from django.db import OperationalError

from oriundo.interfaces.web import machines


@pytest.mark.django_db
def test_health_is_ok_when_the_database_answers(client):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert "no-store" in answer.headers["Cache-Control"]


def test_health_is_503_when_the_database_does_not_answer(client, monkeypatch):
    def silent():
        raise OperationalError("gone")

    monkeypatch.setattr(machines.public, "count", silent)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (503, b"database does not answer\n")


def test_robots_may_read_pages_and_not_searches_and_are_told_of_the_map(client):
    assert client.get("/robots.txt").content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /*?",
        "Allow: /",
        "Sitemap: http://testserver/sitemap.xml",
    ]
