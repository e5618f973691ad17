"""The forms of visitors and the inbox in a real browser: by keyboard, without script, both languages."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import translation

from oriundo.domain.reach.actions import accept, propose, refuse
from oriundo.domain.reach.models import Proposal
from oriundo.interfaces.web.public.reach import guard
from tests.browser.test_desk import SIGN_IN
from tests.domain.reach.clubs import published
from tests.factories import NOON
from tests.interfaces.web.desk.people import PASSWORD, person

WHY = "Lo dice el cartel de su puerta."


@pytest.fixture
def listed(live_server, tmp_path, post_office, monkeypatch):
    """Three listings, one of which can be written to; nobody waits three seconds in a test."""
    monkeypatch.setattr(guard, "LEAST", 0)
    return published(tmp_path)


def said(listing, kind="correction", **facts):
    facts = {"why": WHY} | facts
    return propose(listing=listing, kind=kind, at=NOON, sender="203.0.113.7", **facts)


def address(language, name, *args):
    with translation.override(language):
        return reverse(name, args=args)


def tabbed(page, wanted, most=60):
    """Press Tab until the element `wanted` has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", wanted):
            return
    raise AssertionError(f"{wanted} is not reached by keyboard")


def without_script(new_context, width=360):
    viewport = {"width": width, "height": 800}
    return new_context(java_script_enabled=False, viewport=viewport, locale="es").new_page()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_no_page_of_a_visitor_has_a_barrier_or_overflows(
    new_context, axe, listed, language, scheme, width
):
    club, viewport = listed["Club"].public_id, {"width": width, "height": 900}
    page = new_context(viewport=viewport, color_scheme=scheme, locale=language).new_page()
    waits = said(listed["Club"], "removal", asker="other", danger=True)
    done = refuse(
        proposal=said(listed["Club"], "closed"), why=WHY, by=person("a", "operator"), at=NOON
    )
    forms = [
        address(language, "reach:write", club),
        f"{address(language, 'reach:correct', club)}?about=city-0",
        f"{address(language, 'reach:correct', club)}?about=residence-0",
        f"{address(language, 'reach:correct', club)}?about=duplicate",
        address(language, "reach:remove", club),
    ]
    others = [
        address(language, "public:organization", club),
        address(language, "reach:correct", club),
        *(address(language, "reach:receipt", made.receipt) for made in (waits, done)),
    ]
    for path in (*others, *forms):
        page.goto(path)
        if path in forms:
            page.evaluate("document.querySelector('.reach-form').noValidate = true")
            _looks_right(page, axe, path)
            page.click(".reach-form > button[type=submit]")
            assert page.locator("#wrong").count() == 1
        _looks_right(page, axe, path)


def _looks_right(page, axe, path):
    assert (path, axe(page)) == (path, [])
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert (path, wide) == (path, 0)


def test_nothing_overflows_at_four_hundred_percent(new_context, listed):
    page = new_context(viewport={"width": 320, "height": 256}, locale="es").new_page()
    club = listed["Club"].public_id
    for name in ("reach:write", "reach:correct", "reach:remove"):
        page.goto(address("es", name, club))
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") == 0


def test_without_script_one_corrects_a_page_by_keyboard(new_context, listed):
    page = without_script(new_context)
    page.goto(address("es", "public:organization", listed["Club"].public_id))
    for wanted in ("a[href$='/corregir/']", "a[href='?about=city-0']"):
        _keyboard(page, wanted)
        with page.expect_navigation():
            page.keyboard.press("Enter")
    _keyboard(page, "#value")
    page.keyboard.press("Control+A")
    page.keyboard.type("Pasadena")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type(WHY)
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    made = Proposal.objects.get()
    assert (made.field, made.value, made.why) == ("city", "Pasadena", WHY)
    assert page.locator("h1").inner_text() == "Lo recibimos"


def _keyboard(page, wanted):
    """Tab to an element; without script the focus is read through the browser's own selector."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.locator(f"{wanted}:focus").count():
            return
    raise AssertionError(f"{wanted} is not reached by keyboard")


def test_without_script_one_writes_to_an_organization_by_keyboard(new_context, listed, post_office):
    page = without_script(new_context)
    page.goto(address("es", "public:organization", listed["Club"].public_id))
    _keyboard(page, "a[href$='/escribir/']")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    _keyboard(page, "#text")
    page.keyboard.type("Buenas tardes, quiero saber del baile.")
    page.keyboard.press("Tab")
    page.keyboard.type("ana@example.org")
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("h1").inner_text() == "Su mensaje va en camino"
    (letter,) = post_office.letters
    assert "> Buenas tardes, quiero saber del baile." in letter.text


def test_an_error_can_be_reached_and_what_was_typed_stays(new_context, listed):
    page = without_script(new_context)
    page.goto(address("es", "reach:remove", listed["Club"].public_id))
    page.check("#asker-other")
    page.fill("#why", "Llame a Luz, 213 555 0101")
    page.click(".reach-form > button")
    _keyboard(page, "#wrong a")
    assert page.locator("#wrong a").get_attribute("href") == "#why"
    assert page.input_value("#why") == "Llame a Luz, 213 555 0101"
    assert page.is_checked("#asker-other")


def test_the_forms_ask_no_other_site_and_leave_nothing_behind(page, requests, complaints, listed):
    for name in ("reach:write", "reach:correct", "reach:remove"):
        page.goto(address("en", name, listed["Club"].public_id))
    home = page.url.split("/en/")[0]
    assert {request.url[: len(home)] for request in requests} == {home}
    assert (page.context.cookies(), complaints) == ([], [])
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_the_inbox_has_no_barrier_and_does_not_overflow(
    new_context, axe, listed, language, scheme, width
):
    viewport = {"width": width, "height": 900}
    page = new_context(viewport=viewport, color_scheme=scheme, locale=language).new_page()
    operator = person("ana", "operator")
    done = said(listed["Comité"], "closed")
    accept(proposal=done, why=WHY, by=operator, at=NOON)
    waiting = [
        said(listed["Club"], "removal", asker="named", danger=True),
        said(listed["Club"], field="website", instead_of="jerez.example", value="club.example"),
        said(listed["Club"], "duplicate", other=listed["Comité"].organization),
    ]
    sign_in(page, language)
    paths = [address(language, "desk:proposal", made.pk) for made in (*waiting, done)]
    for path in (address(language, "desk:inbox"), *paths):
        page.goto(path)
        _looks_right(page, axe, path)


def sign_in(page, language):
    page.goto(SIGN_IN[language])
    page.fill("#email", "ana@example.org")
    page.fill("#password", PASSWORD)
    with page.expect_navigation():
        page.click(".sign-in button")


def test_by_keyboard_one_answers_walks_on_and_takes_back(page, complaints, listed):
    person("ana", "operator")
    first = said(listed["Club"], field="city", instead_of="Los Angeles", value="Pasadena")
    said(listed["Comité"], "closed")
    sign_in(page, "en")
    page.goto("/en/desk/inbox/")
    with page.expect_navigation():
        page.keyboard.press("j")
    tabbed(page, "#answer")
    page.keyboard.type("Its page says so, jzjz.")
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    first.refresh_from_db()
    assert (first.state, first.answer) == ("accepted", "Its page says so, jzjz.")
    with page.expect_navigation():
        page.keyboard.press("z")
    assert page.locator("#undone").inner_text() == "Taken back. It waits again."
    assert complaints == []


def test_the_organization_hides_itself_from_its_mailbox(new_context, listed, post_office):
    page = without_script(new_context)
    page.goto(address("es", "reach:remove", listed["Club"].public_id))
    page.check("#asker-organization")
    page.click(".reach-form > button")
    (letter,) = post_office.letters
    path = next(w for w in letter.text.split() if "/propuesta/" in w or "/proposal/" in w)
    page.goto(path)
    page.click("button[value=right]")
    assert page.locator("[role=status]").count() == 1
    assert page.goto(address("es", "public:organization", listed["Club"].public_id)).status == 404
