"""Searching and narrowing in a real browser: by keyboard, on a phone, near one, without script."""

from __future__ import annotations


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


def tab_to(page, target):
    """Press Tab until the focus is on the element with this id or selector."""
    selector = target if "[" in target else f"#{target}"
    for _ in range(60):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {target}")
