from __future__ import annotations

from html import unescape

import pytest

from tests.interfaces.web import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    cast.organization("Club Jerez")
    cast.organization("Casa Maya", origin="GTM", region="US-TX")
    return cast.listings()


def policy(answer):
    rules = answer.headers["Content-Security-Policy"].split("; ")
    return dict(rule.split(" ", 1) for rule in rules)


def test_any_site_may_frame_the_embedded_search_and_nothing_else(client, two):
    framed = client.get("/es/embed/directory?origin=MEX")
    assert policy(framed)["frame-ancestors"] == "*"
    assert "X-Frame-Options" not in framed.headers
    assert framed.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    for path in ("/es/directorio/", "/es/usar/", f"/es/org/{two[0].public_id}/"):
        answer = client.get(path)
        assert policy(answer)["frame-ancestors"] == "'none'"
        assert answer.headers["X-Frame-Options"] == "DENY"


def test_it_shows_the_search_and_its_links_leave_the_frame(client, two):
    page = client.get("/en/embed/directory?origin=MEX")
    assert cast.seen(page, "h1") == ["1 organization"]
    assert cast.seen(page, "h2") == ["Club Jerez"]
    assert cast.attributes(page, "a", "target") == ["_top", "_top"]
    assert cast.attributes(page, "a", "href")[-1] == "http://testserver/en/directory/?origin=MEX"
    assert page.cookies == {}


def test_further_results_stay_in_the_frame(client):
    for number in range(11):
        cast.organization(f"Club {number:02}")
    cast.listings()
    page = client.get("/en/embed/directory?q=club")
    assert cast.seen(page, "nav") == ["Page 1 of 2 Next"]
    assert "?q=club&page=2" in cast.attributes(page, "a", "href")
    assert cast.seen(client.get("/en/embed/directory?q=club&page=2"), "h2") == ["Club 10"]


def test_the_lines_to_copy_hold_the_search_and_can_be_pasted_as_they_are(client, two):
    page = client.get("/en/use/?origin=MEX&region=US-CA&view=table")
    lines = cast.seen(page, "textarea", "lines")[0]
    assert lines == (
        '<iframe src="http://testserver/en/embed/directory?origin=MEX&amp;region=US-CA"'
        ' title="Directory of organizations" width="100%" height="640" loading="lazy"'
        ' referrerpolicy="no-referrer"></iframe>'
    )
    framed = unescape(lines.split('"')[1]).removeprefix("http://testserver")
    assert cast.seen(client.get(framed), "h2") == ["Club Jerez"]


def test_a_search_is_offered_in_a_site_as_a_file_and_to_programs(client, two):
    assert cast.seen(client.get("/en/use/"), "h2") == [
        "In your own site",
        "As a file",
        "From another program",
        "What changed",
    ]


def test_under_the_results_a_link_leads_there_with_the_search(client, two):
    page = client.get("/en/directory/?origin=MEX")
    assert "/en/use/?origin=MEX" in cast.attributes(page, "a", "href")
