"""The public site in a real browser: no barrier, nothing foreign, by keyboard, without script."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import asdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from oriundo.base.accounts.models import User
from oriundo.insight.observatory.actions import keep_evaluation
from oriundo.insight.observatory.matrix import tabulate
from tests.browser.looking import each_unfolded, overflow
from tests.interfaces.web import cast

PATHS = {
    "en": [
        "/en/",
        "/en/directory/",
        "/en/directory/?q=zzz&origin=MEX",
        "/en/directory/?view=table",
        "/en/directory/?near=38.8,-77.05,50&at=gn:4744091&region=US-VA",
        "/en/directory/?around=xyzzy",
        "/en/directory/all/city/",
        "/en/use/?origin=MEX",
        "/en/changes/",
        "/en/embed/directory?q=club",
        "/en/method/",
        "/en/base-map/",
    ],
    "es": [
        "/es/",
        "/es/directorio/",
        "/es/directorio/?q=zzz&origin=MEX",
        "/es/directorio/?view=table",
        "/es/directorio/?near=38.8,-77.05,50&at=gn:4744091&region=US-VA",
        "/es/directorio/?around=xyzzy",
        "/es/directorio/todos/city/",
        "/es/usar/?origin=MEX",
        "/es/cambios/",
        "/es/embed/directory?q=club",
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
    cast.organization("Voces", origin="SLV", region="US-VA", city="Alexandria", said_by=invented)
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
    by = User.objects.create_user("desk@example.org")
    cast.say(rich, "phone", "+17035550117", published_to="public", published_by=by)
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
    shown = [f"/{language}/org/{listing.public_id}/" for listing in listings[-3:]]
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


def test_by_keyboard_one_searches_filters_and_opens_an_organization(page, listings):
    page.goto("/en/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    tab_to(page, "q")
    page.keyboard.type("federacion")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/directory/?q=federacion")
    page.locator("#total", has_text="1 organization").wait_for()
    tab_to(page, "a[href^='/en/org/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/org/*/")
    assert page.locator("h1").inner_text().startswith("Federación de Clubes de Intipucá")
    tab_to(page, "a[href='tel:+17035550117']")
    assert page.locator("section", has_text="Contact").locator(":focus").count() == 1


def test_by_keyboard_one_narrows_from_the_state_to_its_city(page, listings):
    page.goto("/en/directory/")
    tab_to(page, "origin")
    page.keyboard.type("El")
    page.wait_for_url("**/en/directory/?origin=SLV")
    page.locator("#total", has_text="2 organizations").wait_for()
    tab_to(page, "region")
    page.keyboard.type("Vir")
    page.wait_for_url("**/en/directory/?origin=SLV&region=US-VA")
    page.locator("#city").wait_for()
    tab_to(page, "city")
    page.keyboard.type("Ale")
    page.wait_for_url("**&city=gn:*")
    assert page.evaluate("document.activeElement.id") == "city"


def test_by_keyboard_one_walks_the_suggestions_and_opens_one(page, listings, complaints):
    page.goto("/en/")
    tab_to(page, "q")
    page.keyboard.type("intip")
    page.locator("[role=option]").first.wait_for()
    field = page.locator("#q")
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("u")
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/org/*/")
    assert page.locator("h1").inner_text().startswith("Federación de Clubes de Intipucá")
    assert complaints == []


def test_open_suggestions_are_no_barrier(new_context, axe, listings):
    for scheme in ("light", "dark"):
        page = new_context(viewport={"width": 360, "height": 900}, color_scheme=scheme).new_page()
        page.goto("/es/")
        page.locator("#q").press_sequentially("club")
        page.locator("[role=option]").first.wait_for()
        page.keyboard.press("ArrowDown")
        assert axe(page) == []


def test_what_is_typed_and_not_chosen_is_searched_for(page, listings):
    page.goto("/en/directory/")
    page.locator("#q").press_sequentially("club jerez 03")
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("Enter")
    page.locator("#total", has_text="1 organization").wait_for()
    assert page.url.endswith("/en/directory/?q=club+jerez+03")


def test_near_me_asks_only_when_tapped_and_no_precise_position_leaves_the_browser(
    new_context, listings
):
    here = {"latitude": 38.8123456, "longitude": -77.0512345}
    context = new_context(locale="en", geolocation=here, permissions=["geolocation"])
    page = context.new_page()
    sent = []
    page.on("request", lambda request: sent.append(f"{request.url} {request.post_data or ''}"))
    page.goto("/en/directory/?origin=SLV")
    assert [line for line in sent if "near=" in line] == []
    page.get_by_role("button", name="Near me").click()
    page.wait_for_url("**/en/directory/?origin=SLV&near=*")
    query = page.evaluate("window.location.search")
    assert query == "?origin=SLV&near=38.80%2C-77.05%2C50"
    assert page.locator("h3").all_inner_texts()[0].startswith("Federación")
    precise = ("38.81", "77.051", "38.812", "8123456")
    assert [line for line in sent if any(part in line for part in precise)] == []
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert [part for part in precise if part in kept] == []


def test_who_does_not_say_where_they_are_is_led_to_the_field_for_a_place(new_context, listings):
    page = new_context(viewport={"width": 360, "height": 800}, locale="en").new_page()
    page.goto("/en/directory/")
    page.get_by_role("button", name="Near me").click()
    page.get_by_text("Your device did not say where it is.").wait_for()
    assert page.evaluate("document.activeElement.id") == "around"
    page.keyboard.type("Alexandria, VA")
    page.keyboard.press("Enter")
    page.locator("#total", has_text="2 organizations").wait_for()
    assert page.evaluate("location.search").startswith("?near=38.8,-77.05,50&at=gn:")


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


def tab_to(page, target):
    """Press Tab until the focus is on the element with this id or selector."""
    selector = target if "[" in target else f"#{target}"
    for _ in range(60):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {target}")
