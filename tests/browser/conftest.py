"""A real Chromium on a live server, and axe-core to look at pages for barriers."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from oriundo.domain.directory.models import Listing
from tests.browser.public import published

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    # WebGL in software, for maps.
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session", autouse=True)
def database_beside_a_running_loop() -> Iterator[None]:
    """Playwright's synchronous calls run an event loop, in which Django refuses the database.

    Nothing here is asynchronous: the loop belongs to Playwright, and waits while a test reads.
    """
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser, started once. Without one the tests fail: a page nobody saw is not tested."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not program:
        pytest.fail("no Chromium: install one, or name one with CHROMIUM=/path", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def new_context(chromium: Browser, live_server: Any) -> Iterator[Callable[..., BrowserContext]]:
    """`new_context(**options)`: a fresh browser profile on the live server, closed at the end.

    Options are Playwright's: `viewport`, `locale`, `color_scheme`, `java_script_enabled`.
    """
    opened: list[BrowserContext] = []

    def new(**options: Any) -> BrowserContext:
        context = chromium.new_context(base_url=live_server.url, **options)
        context.set_default_timeout(10_000)
        opened.append(context)
        return context

    yield new
    for context in opened:
        context.close()


@pytest.fixture
def listings(live_server: Any) -> list[Listing]:
    """Twenty-four listings of `public.published`, on the live server."""
    return published()


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    """A page of 1280 by 900, in English, whose addresses may be relative: page.goto("/en/")."""
    return new_context(viewport={"width": 1280, "height": 900}, locale="en").new_page()


@pytest.fixture
def requests(page: Page) -> list[Request]:
    """Every request that `page` makes, in order, from now on."""
    made: list[Request] = []
    page.on("request", lambda request: made.append(request))
    return made


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser's console reports as warning or error on `page`, policy violations included."""
    said: list[str] = []
    page.on("console", lambda message: _note(said, message.type, message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def _note(said: list[str], kind: str, text: str) -> None:
    if kind in {"warning", "error"}:
        said.append(text)


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """`axe(page)`: the barriers that axe-core finds, as "rule: element" in order; [] is clean.

    The script is evaluated by the debugger's protocol, which the page's security policy does not
    govern; so the page is looked at with its policy in force.
    """
    if not AXE.exists():
        pytest.fail("no axe-core: run `make setup-development`", pytrace=False)
    script = AXE.read_text(encoding="utf-8")

    def violations(page: Page) -> list[str]:
        page.evaluate(f"() => {{ {script}\n }}")
        found = page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}})", RULES)
        return sorted(
            f"{rule['id']}: {', '.join(map(str, node['target']))}"
            for rule in found["violations"]
            for node in rule["nodes"]
        )

    return violations
