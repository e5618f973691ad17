"""The map of organizations in a real browser: colored, moved, chosen from, kept."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest
from django.contrib.staticfiles import finders

from oriundo.insight.observatory.actions import keep_migrants
from oriundo.insight.observatory.stocks import Stock
from tests.browser.test_base_map import opened
from tests.interfaces.web import cast

MAP = {"es": "/es/mapa/", "en": "/en/map/"}
SHOWN = (
    "",
    "?show=us-counties",
    "?show=mx&ties=MX-ZAC",
    "?origin=MEX&show=countries&measure=density",
    "?q=club&country=USA&near=34.05,-118.24,250&at=gn:5368361",
)
PLACES = {
    "es": (
        "/es/mapas/?show=us-states",
        "/es/lugares/us/ca/los-angeles/",
        "/es/lugares/mx/zac/",
        "/es/embed/map?show=us-states&origin=MEX",
        "/es/embed/map",
    ),
    "en": (
        "/en/maps/?show=us-states",
        "/en/places/us/ca/los-angeles/",
        "/en/places/mx/zac/",
        "/en/embed/map?show=us-states&origin=MEX",
        "/en/embed/map",
    ),
}
FIRST_VIEW = 650_000
"""Bytes as they travel, of which the library that draws is about 450,000."""
# What the map itself draws of a layer of ours: the codes, or the numbers.
DRAWN = """([layer, name]) => {
  const {map} = document.querySelector('[data-map]');
  if (!map?.isStyleLoaded()) return [];
  const drawn = map.getStyle().layers.map((each) => each.id);
  const layers = drawn.filter((id) => id === layer || id.startsWith(`${layer}-`));
  const found = layers.length ? map.queryRenderedFeatures({layers}) : [];
  return [...new Set(found.map((each) => each.properties[name]))].sort();
}"""
IDLE = """() => new Promise((done) => {
  const {map} = document.querySelector('[data-map]');
  map.once('idle', () => done(true));
  map.triggerRepaint();
})"""
WHERE = """(point) => {
  const {map} = document.querySelector('[data-map]');
  map.getCanvas().scrollIntoView({block: 'center', behavior: 'instant'});
  const at = map.project(point), box = map.getCanvas().getBoundingClientRect();
  return [box.x + at.x, box.y + at.y];
}"""


@pytest.fixture
def diaspora(live_server):
    """Three in two towns of California, one in Texas, one known to its country alone."""
    cast.organization("Club Jerez", city="Los Angeles", hometown="Jerez, Zacatecas")
    cast.organization("Club Atolinga", city="Los Angeles", hometown="Atolinga, Zacatecas")
    cast.organization("Club Fresno", city="Fresno")
    cast.organization("Club Texano", region="US-TX", city="Houston")
    cast.organization("Club Nacional", region="")
    stocks = [Stock("USA", "MEX", 2020, 250_000)]
    keep_migrants(stocks=stocks, source="Census", actor="test", at=cast.NOW)
    return cast.listings()


def drawn(page, layer, name, wanted):
    """Wait until the map shows just these."""
    for _ in range(100):
        if page.evaluate(DRAWN, [layer, name]) == wanted:
            return
        page.wait_for_timeout(100)
    assert page.evaluate(DRAWN, [layer, name]) == wanted


def test_states_are_colored_from_this_site_alone(page, diaspora, requests, complaints, live_server):
    opened(page, MAP["en"] + "?show=us-states")
    drawn(page, "figures-areas", "code", ["US-CA", "US-TX"])
    assert [r.url for r in requests if not r.url.startswith((live_server.url, "data:"))] == []
    assert complaints == []


def test_a_county_is_chosen_with_the_pointer_and_said(page, diaspora):
    opened(page, MAP["en"] + "?show=us-counties&where=7/34.2/-118.3")
    drawn(page, "figures-areas", "code", ["06037"])
    page.mouse.click(*page.evaluate(WHERE, [-118.2, 34.3]))
    page.get_by_role("status").get_by_role("link", name="Los Angeles County: 2").click()
    page.wait_for_url("**/directory/?*county=gn*")


def test_towns_are_circles_with_their_numbers(page, diaspora):
    opened(page, MAP["en"] + "?where=6/35.4/-118.9")
    drawn(page, "figures-places", "n", [1, 2])
    page.mouse.click(*page.evaluate(WHERE, [-118.2437, 34.0522]))
    page.get_by_role("status").get_by_text("Los Angeles, California: 2").wait_for()


def test_a_town_too_small_for_the_table_is_named_when_it_is_chosen(page, diaspora, monkeypatch):
    monkeypatch.setattr("oriundo.interfaces.web.maps.page.MOST_ROWS", 0)
    opened(page, MAP["en"] + "?where=6/35.4/-118.9")
    drawn(page, "figures-places", "n", [1, 2])
    page.mouse.click(*page.evaluate(WHERE, [-118.2437, 34.0522]))
    page.get_by_role("status").get_by_role("link", name="Los Angeles, California: 2").click()
    page.wait_for_url("**/directory/?city=gn*")


def test_the_other_side_and_a_filter_keep_each_other(page, diaspora):
    opened(page, MAP["en"] + "?show=us-states&origin=MEX")
    page.get_by_role("link", name="Where their members come from").click()
    page.wait_for_url("**/map/?*show=mx*")
    assert "origin=MEX" in page.url
    drawn(page, "figures-areas", "code", ["MX-ZAC"])


def test_what_is_counted_changes_at_once(page, diaspora):
    opened(page, MAP["en"])
    page.get_by_label("Count by").select_option("us-states")
    page.wait_for_url("**show=us-states**")
    assert page.locator("tbody th").all_inner_texts() == ["California", "Texas"]


def test_moving_the_map_is_kept_in_the_address(page, diaspora):
    opened(page, MAP["en"] + "?show=us-states")
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_url("**where=**")
    there = page.evaluate("document.querySelector('[data-map]').map.getCenter().lng")
    opened(page, page.url)
    page.wait_for_timeout(500)
    again = page.evaluate("document.querySelector('[data-map]').map.getCenter().lng")
    assert round(again - there, 1) == 0


def test_by_keyboard_a_row_of_the_table_is_outlined_on_the_map(page, diaspora):
    opened(page, MAP["en"] + "?show=us-states")
    page.get_by_role("link", name="Texas", exact=True).focus()
    drawn(page, "figures-chosen", "code", ["US-TX"])
    page.keyboard.press("Enter")
    page.wait_for_url("**/directory/?region=US-TX")


def test_the_picture_is_kept_as_pixels(page, diaspora):
    opened(page, MAP["es"] + "?show=us-states")
    with page.expect_download() as download:
        page.get_by_role("button", name="Imagen (PNG)").click()
    assert download.value.suggested_filename == "us-states.png"
    head = download.value.path().read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(head[16:20], "big") == 2000


def test_without_script_there_is_the_drawing_and_the_same_numbers(new_context, diaspora):
    page = new_context(java_script_enabled=False, locale="es").new_page()
    page.goto(MAP["es"] + "?show=us-states")
    picture = page.locator(".map img")
    assert picture.evaluate("each => [each.complete, each.naturalWidth > 0]") == [True, True]
    assert page.locator("tbody td:first-of-type").all_inner_texts() == ["3", "1"]


def test_a_filter_keeps_what_is_shown_and_where_the_map_is(page, diaspora):
    opened(page, MAP["en"] + "?show=us-states")
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_url("**where=**")
    page.locator("details.filters > summary").click()
    page.get_by_label("State or province").select_option("US-TX")
    page.get_by_role("button", name="Apply filters").click()
    page.wait_for_url("**region=US-TX**")
    assert ("show=us-states" in page.url, "where=" in page.url, "q=" in page.url) == (
        *(True, True, False),
    )
    drawn(page, "figures-areas", "code", ["US-TX"])


def test_towns_in_view_are_a_list_that_follows_the_map(page, diaspora):
    opened(page, MAP["en"] + "?where=6/35.4/-118.9")
    page.get_by_text("Towns in this part of the map").click()
    names = page.locator(".in-view li")
    names.nth(1).wait_for()
    assert names.all_inner_texts() == ["Los Angeles, California\n2", "Fresno, California\n1"]
    page.evaluate("document.querySelector('[data-map]').map.jumpTo({center: [-95.4, 29.8]})")
    page.locator(".in-view li", has_text="Houston").wait_for()
    assert names.all_inner_texts() == ["Houston, Texas\n1"]


def printed(page, address):
    """What a browser prints of a map, and the color of its land once it has been printed."""
    opened(page, address)
    page.evaluate(IDLE)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    picture = page.locator(".printed")
    assert picture.is_visible()
    land = "document.querySelector('[data-map]').map.getPaintProperty('land', 'fill-color')"
    return picture.get_attribute("src"), page.evaluate(land)


@pytest.mark.parametrize("shown", ["?show=us-counties&", "?"])
def test_on_paper_the_map_is_where_the_reader_has_it_and_light(new_context, diaspora, shown):
    light = new_context(locale="en").new_page()
    dark = new_context(locale="en", color_scheme="dark").new_page()
    moved, at_first = f"{MAP['en']}{shown}where=6/35.4/-118.9", f"{MAP['en']}{shown}"
    on_paper, _ = printed(light, moved)
    assert printed(dark, moved) == (on_paper, "#1b2422")
    assert printed(dark, at_first)[0] != on_paper


def travelled(address, length):
    """Bytes of an answer; of a static file, as it is served where it has been collected."""
    path = urlsplit(address).path
    if not path.startswith("/static/"):
        return length
    return len(brotli.compress(Path(finders.find(path.removeprefix("/static/"))).read_bytes()))


def test_the_first_view_of_the_map_is_light(page, diaspora, live_server):
    session = page.context.new_cdp_session(page)
    addresses, weights = {}, {}
    session.send("Network.enable")
    session.on(
        "Network.responseReceived",
        lambda told: addresses.update({told["requestId"]: told["response"]["url"]}),
    )
    session.on(
        "Network.loadingFinished",
        lambda told: weights.update({told["requestId"]: told["encodedDataLength"]}),
    )
    opened(page, MAP["en"] + "?show=us-counties")
    page.wait_for_load_state("networkidle")
    assert "picture" not in " ".join(addresses.values())
    # The worker asks for its program in a session of its own.
    addresses["worker"], weights["worker"] = "/static/vendor/maplibre-gl-worker.mjs", 0
    whole = sum(travelled(addresses[one], length) for one, length in weights.items())
    assert whole < FIRST_VIEW


def test_on_a_telephone_the_map_is_fetched_when_it_comes_into_sight(new_context, diaspora):
    page = new_context(viewport={"width": 360, "height": 640}, locale="en").new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(MAP["en"])
    page.wait_for_load_state("networkidle")
    assert [address for address in asked if "maplibre-gl.mjs" in address] == []
    page.locator(".map").scroll_into_view_if_needed()
    page.locator(".drawn-live").wait_for()


def test_where_nothing_can_be_drawn_the_picture_comes(page, diaspora):
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page.goto(MAP["en"] + "?show=us-states")
    page.locator(".undrawn").wait_for()
    picture = page.locator(".map img")
    picture.evaluate("each => each.decode()")
    assert picture.is_visible()


def test_a_map_in_the_page_of_another_site_is_drawn_and_its_links_leave_the_frame(
    page, diaspora, complaints
):
    opened(page, "/en/embed/map?show=us-states")
    drawn(page, "figures-areas", "code", ["US-CA", "US-TX"])
    page.mouse.click(*page.evaluate(WHERE, [-119.5, 36.5]))
    assert page.get_by_role("status").inner_text() == "California: 3"
    page.get_by_text("The same as a table").click()
    assert page.get_by_role("rowheader").all_inner_texts() == [
        *("California", "Texas", "in United States, and no more is known", "Total"),
    ]
    page.get_by_role("link", name="Open the map").click()
    page.wait_for_url("**/en/map/?show=us-states")
    assert complaints == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_no_map_or_place_has_a_barrier_or_overflows(
    new_context, axe, diaspora, language, scheme, width
):
    viewport = {"width": width, "height": 900}
    page = new_context(viewport=viewport, color_scheme=scheme, locale=language).new_page()
    small = f"/{language}/org/{diaspora[0].public_id}/"
    # Of each page every other combination: any two of language, colors and width are seen together.
    first = (language == "es") ^ (scheme == "light") ^ (width == 360)
    for path in (*(MAP[language] + each for each in SHOWN), *PLACES[language], small)[first::2]:
        page.goto(path)
        for map_ in page.locator("[data-map]").all():
            map_.scroll_into_view_if_needed()
        page.wait_for_timeout(300)
        assert (path, axe(page)) == (path, [])
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert (path, wide) == (path, 0)
