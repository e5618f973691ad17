"""The public site in a real browser: no barrier, nothing foreign, light, on paper, in a frame."""

from __future__ import annotations

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.browser.looking import each_unfolded, overflow
from tests.browser.public import paths


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_no_page_has_a_barrier_or_overflows(new_context, axe, listings, language, scheme, width):
    viewport = {"width": width, "height": 900}
    page = new_context(viewport=viewport, color_scheme=scheme, locale=language).new_page()
    for path in each_unfolded(page, paths(language, listings)):
        assert (path, axe(page)) == (path, [])
        assert (path, overflow(page)) == (path, 0)


@pytest.mark.parametrize("language", ["es", "en"])
def test_nothing_overflows_at_four_hundred_percent(new_context, listings, language):
    page = new_context(viewport={"width": 320, "height": 256}, locale=language).new_page()
    for path in each_unfolded(page, paths(language, listings)):
        assert (path, overflow(page)) == (path, 0)


def test_no_page_asks_another_site_or_breaks_its_policy(page, requests, complaints, listings):
    for path in [*paths("en", listings)[:-1], *paths("es", listings)[:-1]]:
        page.goto(path)
    here = page.evaluate("window.location.origin")
    assert [request.url for request in requests if not request.url.startswith(here)] == []
    assert complaints == []


def test_reading_leaves_nothing_in_the_browser(page, listings):
    page.goto("/en/directory/")
    page.select_option("#origin", "SLV")
    page.locator("#total", has_text="2 organizations").wait_for()
    with page.expect_event("load"):
        page.go_back()
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length") == 0


def test_first_load_is_small(page, listings):
    weights = []
    page.on("response", lambda response: weights.append(len(response.body())))
    page.goto("/en/directory/")
    page.wait_for_load_state("networkidle")
    assert sum(weights) < 150_000


def test_no_first_load_is_larger_than_the_largest_allowed(new_context, listings):
    """As they travel: compressed where the server compresses."""
    for path in [path for path in paths("en", listings)[:-1] if "base-map" not in path]:
        page = new_context(viewport={"width": 1280, "height": 900}, locale="en").new_page()
        page.goto(path)
        page.wait_for_load_state("networkidle")
        travelled = page.evaluate(
            "() => [...performance.getEntriesByType('resource'),"
            " ...performance.getEntriesByType('navigation')]"
            ".reduce((sum, entry) => sum + entry.transferSize, 0)"
        )
        assert (path, travelled < 150_000) == (path, True)
        page.context.close()


def test_framed_in_another_page_links_leave_the_frame(new_context, live_server, listings):
    page = new_context(locale="en").new_page()
    source = f"{live_server.url}/en/embed/directory?q=intipuca"
    with another_site(
        f'<iframe src="{source}" title="x" width="100%" height="640"></iframe>'
    ) as at:
        page.goto(at)
        page.frame_locator("iframe").locator("h2 a").click()
        page.wait_for_url(f"{live_server.url}/en/org/*/")
    assert page.context.cookies() == []


def test_an_organizations_page_prints_with_its_code(page, listings):
    page.emulate_media(media="print")
    page.goto(f"/en/org/{listings[-2].public_id}/")
    assert page.locator(".code img").is_visible()
    assert not page.locator(".take").is_visible()
    page.goto("/en/directory/?view=table")
    assert page.locator("table.listed").is_visible()
    assert not page.locator("form#search").is_visible()


def test_the_focus_is_always_visible(page, listings):
    page.goto("/en/directory/")
    for _ in range(12):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            "() => { const s = getComputedStyle(document.activeElement);"
            " return [s.outlineStyle, parseFloat(s.outlineWidth) >= 2] }"
        )
        assert outline == ["solid", True]


def test_targets_are_large_enough_for_a_finger(new_context, listings):
    page = new_context(viewport={"width": 360, "height": 800}, locale="en").new_page()
    for path in paths("en", listings):
        page.goto(path)
        small = page.evaluate(
            "() => [...document.querySelectorAll('a, button, select, input, summary')]"
            ".filter(e => e.checkVisibility() && !e.closest('p, .empty li, .skip, dd .value'))"
            ".filter(e => !e.classList.contains('skip') && e.getBoundingClientRect().height < 24)"
            ".map(e => e.outerHTML)"
        )
        assert (path, small) == (path, [])


@contextmanager
def another_site(body):
    """The address of a site of its own that serves one page."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *args):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
