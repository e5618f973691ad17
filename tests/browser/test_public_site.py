"""The public site in a real browser: no barrier, nothing foreign, by keyboard, without script."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from oriundo.insight.observatory.actions import keep_evaluation
from oriundo.insight.observatory.matrix import tabulate
from tests.browser.looking import each_unfolded, overflow
from tests.interfaces.web import cast

PATHS = {
    "en": [
        "/en/",
        "/en/directory/",
        "/en/directory/?q=zzz&origin=MEX",
        "/en/method/",
        "/en/base-map/",
    ],
    "es": [
        "/es/",
        "/es/directorio/",
        "/es/directorio/?q=zzz&origin=MEX",
        "/es/metodo/",
        "/es/mapa-base/",
    ],
}
NEVER_KEPT = {"en": "/en/never-kept/", "es": "/es/lo-que-no-se-guarda/"}


@pytest.fixture
def listings(live_server):
    """Twenty-two listings of invented organizations; one of them has all that a page can show."""
    invented = cast.source("Lista inventada", invented=True, license="CC0", publisher="Nadie")
    for number in range(20):
        cast.organization(f"Club Jerez {number:02}", said_by=invented)
    cast.organization("Casa Maya", origin="GTM", country="", region="", said_by=invented)
    rich = cast.organization(
        "Federación de Clubes de Intipucá en el Área Metropolitana de Washington",
        origin="SLV",
        region="US-VA",
        said_by=invented,
        hometown="Intipucá, La Unión",
        website="https://federaciondeclubesdeintipuca.social.example/",
        support=("education", "infrastructure"),
        structure="coalition",
        description="Apoya escuelas y caminos de su pueblo.",
    )
    cast.say(rich, "city", "Alexandria", said_by=cast.source("Otra lista", kind="web"))
    cast.say(rich, "city", "Arlington", said_by=invented, chosen=False)
    study = cast.source("El estudio", kind="document")
    named = cast.organization("Zacatecana", hometown="Zacatecas", said_by=study)
    cast.say(named, "support", "education", said_by=invented)
    listings = cast.listings()
    keep_evaluation(name="demonstration", figures=measured(listings), at=cast.NOW)
    return listings


def measured(listings):
    """A comparison with a truth that lacks some of the listings and has one of them twice."""
    table = tabulate([("MEX", "USA")] * 18 + [("SLV", "CAN"), ("GTM", "")])
    found = tabulate([("MEX", "USA")] * 20 + [("SLV", "USA"), ("GTM", "")])
    case = {
        "truth": ["T1"],
        "names": ["Federación de Clubes de Intipucá"],
        "organizations": [listings[0].public_id, "hidden"],
        "records": ["lista-inventada/1", "otra-lista/Federacion-0042"],
    }
    return {
        **{key: [case] for key in ("missed", "split", "merged", "intruders")},
        "organizations": 20,
        "identified": 22,
        "found": 19,
        "exact": 17,
        "pairs": {"precision": 0.991, "recall": 0.94},
        "true_table": asdict(table),
        "found_table": asdict(found),
    }


def paths(language, listings):
    shown = [f"/{language}/org/{listing.public_id}/" for listing in listings[-2:]]
    return [*PATHS[language], NEVER_KEPT[language], *shown, f"/{language}/org/nothing/"]


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
    page.locator("#total", has_text="1 organization").wait_for()
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


def test_by_keyboard_one_searches_filters_and_opens_an_organization(page, listings):
    page.goto("/en/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    tab_to(page, "q")
    page.keyboard.type("federacion")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/directory/?q=federacion")
    tab_to(page, "origin")
    page.keyboard.type("El")
    page.wait_for_url("**/en/directory/?q=federacion&origin=SLV")
    page.locator("#total", has_text="1 organization").wait_for()
    tab_to(page, "a[href^='/en/org/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/org/*/")
    assert page.locator("h1").inner_text().startswith("Federación de Clubes de Intipucá")


def test_the_focus_is_always_visible(page, listings):
    page.goto("/en/directory/")
    for _ in range(12):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            "() => { const s = getComputedStyle(document.activeElement);"
            " return [s.outlineStyle, parseFloat(s.outlineWidth) >= 2] }"
        )
        assert outline == ["solid", True]


def test_choosing_a_filter_keeps_the_focus_and_says_the_new_total(page, listings):
    page.goto("/en/directory/")
    page.focus("#origin")
    page.select_option("#origin", "GTM")
    page.locator("#total", has_text="1 organization").wait_for()
    assert page.evaluate("document.activeElement.id") == "origin"
    assert page.locator("[role=status]").inner_text() == "1 organization"
    assert page.locator("#country option").all_inner_texts() == ["All", "Unknown (1)"]


def test_without_script_one_searches_and_filters(new_context, listings):
    page = new_context(java_script_enabled=False, locale="es").new_page()
    page.goto("/es/")
    page.fill("#q", "casa")
    page.click("button[type=submit]")
    page.select_option("#country", "unknown")
    page.get_by_role("button", name="Aplicar filtros").click()
    assert page.url.endswith("/es/directorio/?q=casa&country=unknown")
    assert page.locator("h3").all_inner_texts() == ["Casa Maya"]


def test_on_a_phone_filters_wait_behind_a_button(new_context, listings):
    page = new_context(viewport={"width": 360, "height": 800}, locale="en").new_page()
    page.goto("/en/directory/")
    assert not page.locator("#origin").is_visible()
    page.get_by_text("Filters", exact=True).click()
    assert page.locator("#origin").is_visible()


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


def tab_to(page, target):
    """Press Tab until the focus is on the element with this id or selector."""
    selector = target if "[" in target else f"#{target}"
    for _ in range(60):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {target}")
