"""What every page is looked at for, whatever is on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playwright.sync_api import Page


def each_unfolded(page: Page, paths: Sequence[str]) -> Iterator[str]:
    """Go to each of these pages, with all that folds open."""
    for path in paths:
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        yield path


def overflow(page: Page) -> int:
    """How many pixels the page is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
