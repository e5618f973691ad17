"""The map in a real browser: under the strict policy, from this site alone, at every zoom."""

from __future__ import annotations

import pytest

CITIES = {
    "Los Angeles": (-118.24, 34.05),
    "Zacatecas": (-102.58, 22.77),
    "San Salvador": (-89.19, 13.69),
    "Montréal": (-73.57, 45.51),
}
PATHS = {"es": "/es/mapa-base/", "en": "/en/base-map/"}
IS_DRAWN = "() => document.querySelector('.drawn-live')?.map.areTilesLoaded() ?? false"
# Moves the map at once, and is done when it stands still with all its tiles and names.
MOVE = """([longitude, latitude, zoom]) => new Promise((done) => {
  const {map} = document.querySelector('[data-map]');
  map.once('idle', () => done(true));
  map.jumpTo({center: [longitude, latitude], zoom});
})"""
NAMES = """() => {
  const {map} = document.querySelector('[data-map]');
  const layers = map.getStyle().layers.filter((each) => each.type === 'symbol');
  const found = map.queryRenderedFeatures({layers: layers.map((each) => each.id)});
  return found.map((each) => [each.properties.es, each.properties.en]);
}"""


def opened(page, path):
    """Go to a page and wait until its map is drawn."""
    page.goto(path)
    for _ in range(100):
        if page.evaluate(IS_DRAWN):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"{path}: no map within 10 seconds", pytrace=False)


LONGITUDE = "document.querySelector('[data-map]').map.getCenter().lng"
ZOOM = "document.querySelector('[data-map]').map.getZoom()"


def becomes(page, script, is_right):
    """Wait until what a script says is right: a map moves as fast as its machine lets it."""
    for _ in range(100):
        if is_right(page.evaluate(script)):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"{script} is still {page.evaluate(script)} after 10 seconds", pytrace=False)


@pytest.fixture
def cut_off(page):
    """Every request that leaves the site, refused and listed."""
    strangers = []

    def decide(route):
        if route.request.url.startswith(("http://localhost:", "http://127.0.0.1:", "data:")):
            route.continue_()
        else:
            strangers.append(route.request.url)
            route.abort()

    page.context.route("**/*", decide)
    return strangers


@pytest.mark.parametrize("city", CITIES)
def test_the_map_is_drawn_at_every_zoom_from_this_site_alone(
    page, cut_off, requests, complaints, live_server, city
):
    opened(page, PATHS["en"])
    for zoom in range(11):
        assert page.evaluate(MOVE, [*CITIES[city], zoom])
    assert cut_off == []
    assert [r.url for r in requests if not r.url.startswith(live_server.url)] == []
    assert complaints == []


def test_no_part_of_the_tiles_is_asked_for_twice(page, requests, complaints, live_server):
    # Beyond the last zoom four tiles of the screen are drawn from one of the archive.
    opened(page, f"{PATHS['es']}?view=san-salvador")
    page.wait_for_timeout(500)
    parts = [r.headers["range"] for r in requests if "range" in r.headers]
    assert (len(parts) > 3, len(parts) - len(set(parts)), complaints) == (True, 0, [])


@pytest.mark.parametrize(
    ("city", "zoom", "name"),
    [
        ("Los Angeles", 8, ["Los Ángeles", "Los Angeles"]),
        ("Zacatecas", 7, ["Zacatecas", "Zacatecas"]),
        ("San Salvador", 6, ["San Salvador", "San Salvador"]),
        ("Montréal", 7, ["Montreal", "Montreal"]),
    ],
)
def test_a_city_is_named_on_the_map(page, live_server, city, zoom, name):
    opened(page, PATHS["en"])
    page.evaluate(MOVE, [*CITIES[city], zoom])
    assert name in page.evaluate(NAMES)


def test_the_countries_of_central_america_and_the_city_not_its_part_are_named(page, live_server):
    opened(page, PATHS["en"])
    page.evaluate(MOVE, [*CITIES["San Salvador"], 4.5])
    named = {english for _, english in page.evaluate(NAMES)}
    assert named >= {"Guatemala", "El Salvador", "Honduras", "Nicaragua", "Costa Rica"}
    page.evaluate(MOVE, [-90.05, 35.15, 4])
    named = {english for _, english in page.evaluate(NAMES)}
    assert named & {"Memphis", "New South Memphis"} == {"Memphis"}


def test_on_a_narrow_screen_the_map_of_the_server_has_fewer_and_larger_names(
    new_context, live_server
):
    viewport = {"width": 360, "height": 800}
    page = new_context(java_script_enabled=False, locale="es", viewport=viewport).new_page()
    page.goto(f"{PATHS['es']}?view=zacatecas")
    assert page.locator(".names:not(.large) text").first.is_hidden()
    name = page.locator(".names.large text").get_by_text("Zacatecas")
    assert (name.is_visible(), name.bounding_box()["height"] > 11) == (True, True)


@pytest.mark.parametrize(("language", "name"), [("es", "Acercar"), ("en", "Zoom in")])
def test_the_buttons_speak_the_language_of_the_page(page, live_server, language, name):
    opened(page, PATHS[language])
    before = page.evaluate(ZOOM)
    page.get_by_role("button", name=name).click()
    becomes(page, ZOOM, lambda after: abs(after - before - 1) < 0.01)


def test_by_keyboard_one_reaches_the_map_moves_it_and_leaves_it(page, live_server):
    opened(page, PATHS["en"])
    page.locator(".maplibregl-canvas").focus()
    before = page.evaluate(LONGITUDE)
    page.keyboard.press("ArrowRight")
    becomes(page, LONGITUDE, lambda after: after > before)
    page.keyboard.press("Tab")
    assert (
        page.evaluate("document.activeElement.ariaLabel || document.activeElement.title")
        == "Zoom in"
    )


def test_a_link_to_a_part_moves_the_map_and_the_address(page, live_server):
    opened(page, PATHS["en"])
    page.get_by_role("link", name="San Salvador").click()
    page.wait_for_url("**/?view=san-salvador")
    becomes(page, LONGITUDE, lambda longitude: round(longitude) == -89)
    page.go_back()
    becomes(page, LONGITUDE, lambda longitude: round(longitude) == -96)


def test_the_map_follows_the_colors_of_the_reader(page, live_server):
    opened(page, PATHS["en"])
    color = "document.querySelector('[data-map]').map.getPaintProperty('land', 'fill-color')"
    assert page.evaluate(color) == "#fbfbf9"
    page.emulate_media(color_scheme="dark")
    becomes(page, color, lambda found: found == "#1b2422")


SIZELESS = """
for (const name of ['clientWidth', 'clientHeight']) {
  const real = Object.getOwnPropertyDescriptor(Element.prototype, name);
  let asked = 0;
  Object.defineProperty(Element.prototype, name, {
    get() { return this.matches('.live') && asked++ < 3 ? 0 : real.get.call(this); },
  });
}"""


def test_a_map_that_began_without_a_size_fills_its_place(new_context, live_server):
    context = new_context(viewport={"width": 1280, "height": 900}, locale="en")
    context.add_init_script(SIZELESS)
    page = context.new_page()
    opened(page, f"{PATHS['en']}?view=montreal")
    place, drawn = (
        page.evaluate(f"document.querySelector('{each}').getBoundingClientRect().width")
        for each in (".live", ".maplibregl-canvas")
    )
    assert (place > 1000, drawn) == (True, place)
    assert round(page.evaluate("document.querySelector('[data-map]').map.getZoom()"), 1) == 7.6


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_the_drawn_map_has_no_barrier(new_context, axe, live_server, language, scheme, width):
    viewport = {"width": width, "height": 900}
    page = new_context(viewport=viewport, color_scheme=scheme, locale=language).new_page()
    opened(page, PATHS[language])
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") == 0


def test_without_script_the_map_of_the_server_stays(new_context, live_server):
    page = new_context(java_script_enabled=False, locale="es").new_page()
    page.goto(PATHS["es"])
    page.get_by_role("link", name="Los Ángeles").click()
    assert page.url.endswith("/es/mapa-base/?view=los-angeles")
    assert page.get_by_role("img", name="Mapa: Los Ángeles").is_visible()


def test_without_webgl_the_map_of_the_server_stays(new_context, live_server):
    context = new_context(locale="en")
    context.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page = context.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(PATHS["en"])
    page.wait_for_load_state("networkidle")
    assert page.get_by_role("img", name="Map: North and Central America").is_visible()
    assert page.locator(".maplibregl-canvas").count() == 0
    assert said == []


def test_the_page_without_the_map_is_light(new_context, live_server):
    page = new_context(java_script_enabled=False).new_page()
    weights = []
    page.on("response", lambda response: weights.append(len(response.body())))
    page.goto(PATHS["en"])
    assert sum(weights) < 250_000


def test_on_paper_there_is_a_map(page, live_server):
    opened(page, PATHS["en"])
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".printed").is_visible()
    assert not page.locator(".maplibregl-canvas").is_visible()
    assert page.evaluate("document.querySelector('.printed').src.length") > 10_000
