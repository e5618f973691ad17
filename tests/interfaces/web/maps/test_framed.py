"""The map in the page of another site: with its table, and its links leave the frame."""

from __future__ import annotations

import pytest

from tests.interfaces.web.cast import attributes, seen

pytestmark = pytest.mark.django_db


def test_its_table_has_the_rows_and_the_file_of_the_page_of_the_map(client, diaspora):
    asked = {"country": "USA", "show": "us-states"}
    framed, page = client.get("/en/embed/map", asked), client.get("/en/map/", asked)
    assert seen(framed, "summary", "twin-heading") == ["The same as a table"]
    assert seen(framed, "tr")[1:] == [
        "California266.7%ties of California page of California",
        "Texas133.3%ties of Texas page of Texas",
        "Total3",
    ]
    assert seen(framed, "tr") == seen(page, "tr")
    assert "/map/table-en.csv?country=USA&show=us-states" in attributes(framed, "a", "href")


def test_ties_of_a_row_are_drawn_on_the_page_of_the_map(client, diaspora):
    page = client.get("/en/embed/map", {"show": "us-states"})
    assert "/en/map/?show=us-states&ties=US-CA" in attributes(page, "a", "href")


def test_a_framed_map_may_be_in_any_page_and_its_links_leave_the_frame(client, diaspora):
    page = client.get("/en/embed/map", {"region": "US-CA", "show": "us-states"})
    assert "frame-ancestors *" in page.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in page.headers
    assert page.cookies == {}
    assert attributes(page, "base", "target") == ["_top"]
    assert seen(page, "h1")[0].endswith("2 of 2 organizations are on this map.")
    assert attributes(page, "a", "href")[-1] == (
        "http://testserver/en/map/?region=US-CA&show=us-states"
    )
    assert "frame-ancestors 'none'" in client.get("/en/map/").headers["Content-Security-Policy"]


def test_the_lines_to_copy_hold_the_map_as_it_is_shown(client, diaspora):
    page = client.get("/en/use/", {"region": "US-CA", "show": "us-states"})
    assert seen(page, "textarea", "map-lines")[0].split('"')[1] == (
        "http://testserver/en/embed/map?region=US-CA&amp;show=us-states"
    )
