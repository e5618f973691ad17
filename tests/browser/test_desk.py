"""The desk in a real browser: by keyboard, without script, on an old telephone, in both languages."""

from __future__ import annotations

import pytest

from oriundo.collect.matching.models import Judgment
from oriundo.domain.directory import actions
from tests.browser.looking import each_unfolded, overflow
from tests.domain.directory.desk import a_directory, a_pair, of
from tests.factories import NOON
from tests.interfaces.web.desk.people import PASSWORD, person

REASONS = [
    ("the same telephone number", {"left": "+12135550101", "right": "+12135550101"}, 5.5),
    ("the names differ", {"left": "club social jerez", "right": "comite"}, -8.0),
    ("in the same city: %(left)s", {"left": "los angeles", "right": "los angeles"}, 1.5),
]
ROOT = {"en": "/en/desk/", "es": "/es/mesa/"}
SIGN_IN = {"en": "/en/desk/sign-in/", "es": "/es/mesa/entrar/"}
DECIDED = {"en": "/en/desk/decided/", "es": "/es/mesa/decidido/"}
HOW_TO = {"en": "/en/desk/how-to-decide/", "es": "/es/mesa/como-decidir/"}
PAIR = {"en": "/en/desk/pair/", "es": "/es/mesa/par/"}


@pytest.fixture
def records(live_server, tmp_path):
    """Four records of four organizations; three pairs wait, two of them in one group."""
    made = a_directory(tmp_path, "1", "2", "5", "6")
    person("ana", "operator")
    a_pair(made["1"], made["5"], value=3.0, probability=0.25, reasons=REASONS)
    a_pair(made["5"], made["6"], value=2.0, reasons=REASONS)
    a_pair(made["1"], made["2"], value=1.0, reasons=[reason[:2] for reason in REASONS])
    return made


def sign_in(page, language="en"):
    page.goto(SIGN_IN[language])
    page.fill("#email", "ana@example.org")
    page.fill("#password", PASSWORD)
    page.click(".sign-in button")
    page.wait_for_url(f"**{ROOT[language]}")
    return page


def pressed(page, key):
    """Press a key and wait for the page that it leads to."""
    with page.expect_navigation():
        page.keyboard.press(key)


def words():
    return [(w.left[1], w.right[1], w.verdict) for w in Judgment.objects.in_force().order_by("pk")]


def heads(page):
    """The letters and names of the two that are asked about."""
    return [text.split("\n")[0] for text in page.locator("thead th").all_inner_texts()[:2]]


def all_paths(language, records):
    first = a_pair(records["1"], records["5"], value=3.0, probability=0.25, reasons=REASONS)
    bare = a_pair(records["1"], records["2"], value=1.0, reasons=[r[:2] for r in REASONS])
    at = PAIR[language]
    return [
        ROOT[language],
        f"{ROOT[language]}?region=US-NV&q=jerez",
        f"{ROOT[language]}?list=unsure",
        f"{at}{first.pk}/",
        f"{at}{bare.pk}/",
        DECIDED[language],
        HOW_TO[language],
    ]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_no_page_has_a_barrier_or_overflows(new_context, axe, records, language, scheme, width):
    viewport = {"width": width, "height": 900}
    page = new_context(viewport=viewport, color_scheme=scheme, locale=language).new_page()
    page.goto(SIGN_IN[language])
    assert axe(page) == []
    sign_in(page, language)
    actions.merge(into=of(records["1"]), other=of(records["5"]), by=None, why="", at=NOON)
    page.goto(f"{PAIR[language]}{a_pair(records['5'], records['6'], reasons=REASONS).pk}/")
    page.locator(".verdicts button").nth(2).click()
    for path in each_unfolded(page, all_paths(language, records)):
        assert (path, axe(page)) == (path, [])
        assert (path, overflow(page)) == (path, 0)


@pytest.mark.parametrize("language", ["es", "en"])
def test_nothing_overflows_at_four_hundred_percent(new_context, records, language):
    page = new_context(viewport={"width": 320, "height": 256}, locale=language).new_page()
    sign_in(page, language)
    for path in each_unfolded(page, all_paths(language, records)):
        assert (path, overflow(page)) == (path, 0)


def test_by_keyboard_one_judges_walks_takes_back_and_asks_for_help(page, complaints, records):
    sign_in(page)
    pressed(page, "j")
    assert heads(page) == ["A Club Social Jerez", "B Comité Pro Obras El Cargadero"]
    pressed(page, "j")
    assert heads(page)[1] == "B Club Social Jerez de Reno"
    pressed(page, "k")
    pressed(page, "1")
    assert words() == [("1", "5", "same")]
    pressed(page, "d")
    pressed(page, "u")
    assert [verdict for _, _, verdict in words()] == ["same", "different", "unsure"]
    assert page.url.split("?")[0].endswith("/en/desk/")
    pressed(page, "z")
    assert [verdict for _, _, verdict in words()] == ["same", "different"]
    assert page.locator("#undone").inner_text() == "Taken back. All is as it was before."
    pressed(page, "j")
    page.keyboard.press("?")
    assert page.locator("#help").get_attribute("open") == ""
    assert complaints == []


def test_keys_sleep_while_one_types_and_when_they_are_switched_off(page, records):
    sign_in(page)
    pressed(page, "j")
    page.fill("#why", "")
    page.focus("#why")
    page.keyboard.type("1 s d z j")
    assert (page.input_value("#why"), words()) == ("1 s d z j", [])
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    page.uncheck("#use-keys")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("1")
    page.reload()
    page.keyboard.press("1")
    assert words() == []
    assert not page.is_checked("#use-keys")


def test_a_key_held_down_answers_one_pair(page, records):
    sign_in(page)
    pressed(page, "j")
    with page.expect_navigation():
        page.evaluate(
            "() => { for (let i = 0; i < 5; i++) document.body.dispatchEvent("
            "new KeyboardEvent('keydown', {key: '2', bubbles: true})) }"
        )
    assert words() == [("1", "5", "different")]


@pytest.mark.parametrize("language", ["es", "en"])
def test_without_script_one_does_it_all(new_context, records, language):
    context = new_context(
        java_script_enabled=False, locale=language, viewport={"width": 360, "height": 740}
    )
    page = sign_in(context.new_page(), language)
    page.click(".begin")
    page.fill("#why", "un club, dos nombres")
    page.click(".verdicts button[value=same]")
    page.locator("#last button").nth(0).click()
    assert of(records["1"]) == of(records["5"])
    page.locator("#last button").nth(0).click()
    assert (of(records["1"]) == of(records["5"]), words()) == (False, [])
    page.locator(".out button").click()
    page.goto(ROOT[language])
    assert page.url.split("?")[0].endswith(SIGN_IN[language])


def test_on_a_phone_the_answers_stay_at_the_thumb_and_both_records_are_in_view(
    new_context, records
):
    page = new_context(viewport={"width": 360, "height": 740}, locale="es").new_page()
    sign_in(page, "es")
    page.click(".begin")
    boxes = [b.bounding_box() for b in page.locator(".verdicts button").all()]
    assert all(box["height"] >= 44 and box["y"] + box["height"] <= 740 for box in boxes)
    rights = [
        th.bounding_box()["x"] + th.bounding_box()["width"]
        for th in page.locator("thead th").all()[:2]
    ]
    assert all(right <= 360 for right in rights)


def test_what_has_the_focus_is_never_behind_the_answers(new_context, records):
    page = new_context(viewport={"width": 360, "height": 740}, locale="en").new_page()
    sign_in(page)
    page.click(".begin")
    for _ in range(25):
        page.keyboard.press("Tab")
        hidden = page.evaluate(
            "() => { const e = document.activeElement, bar = document.querySelector('.verdicts');"
            " if (bar.contains(e) || e === document.body || e.matches('.scroll')) return false;"
            " const a = e.getBoundingClientRect(), b = bar.getBoundingClientRect();"
            " return a.top >= b.top && a.bottom <= b.bottom && a.height > 0 }"
        )
        focused = page.evaluate("document.activeElement.outerHTML")
        assert (focused, hidden) == (focused, False)


def test_targets_are_large_enough_for_a_finger(new_context, records):
    page = new_context(viewport={"width": 360, "height": 800}, locale="en").new_page()
    sign_in(page)
    for path in all_paths("en", records):
        page.goto(path)
        small = page.evaluate(
            "() => [...document.querySelectorAll('a, button, select, input, summary')]"
            ".filter(e => e.checkVisibility() && !e.closest('.skip, .done p, .empty p, .acts p'))"
            ".filter(e => !e.closest('.prose p, .traps p'))"
            ".filter(e => e.getBoundingClientRect().height < 24).map(e => e.outerHTML)"
        )
        assert (path, small) == (path, [])


def test_no_page_asks_another_site_or_breaks_its_policy(page, requests, complaints, records):
    sign_in(page)
    for path in all_paths("en", records):
        page.goto(path)
    here = page.evaluate("window.location.origin")
    assert [r.url for r in requests if not r.url.startswith(here)] == []
    assert complaints == []


def test_the_desk_leaves_one_cookie_and_the_public_pages_none(page, records):
    page.goto("/en/directory/")
    assert page.context.cookies() == []
    sign_in(page)
    names = {
        c["name"]: (c["httpOnly"], c["sameSite"], c["expires"]) for c in page.context.cookies()
    }
    assert names["desk"] == (True, "Strict", -1)
    assert set(names) == {"desk", "form"}
