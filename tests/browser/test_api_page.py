"""The page about the interfaces for machines, in a real browser."""

from __future__ import annotations

import pytest

PAGES = {"es": "/es/api/", "en": "/en/api/"}


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", PAGES)
def test_the_page_has_no_barrier_and_does_not_overflow(new_context, axe, language, scheme, width):
    viewport = {"width": width, "height": 900}
    page = new_context(viewport=viewport, color_scheme=scheme, locale=language).new_page()
    page.goto(PAGES[language])
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert (axe(page), wide) == ([], 0)


def test_the_page_asks_no_other_site_and_keeps_its_policy(page, requests, complaints):
    page.goto("/en/api/")
    here = page.evaluate("window.location.origin")
    assert [request.url for request in requests if not request.url.startswith(here)] == []
    assert complaints == []
