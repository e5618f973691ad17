"""Signing in and out: one cookie, for that sitting, and nothing told to who guesses."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from oriundo.base.accounts import actions
from oriundo.base.audit.models import Entry
from tests.factories import NOON
from tests.interfaces.web import cast
from tests.interfaces.web.desk.people import PASSWORD, person, signed_in

pytestmark = pytest.mark.django_db
SIGN_IN, DESK = "/en/desk/sign-in/", "/en/desk/"


def typed(client, email="ana@example.org", password=PASSWORD, **more):
    return client.post(SIGN_IN, {"email": email, "password": password, **more})


@pytest.fixture
def ana():
    return person("ana", "operator")


def test_the_right_password_leads_to_the_desk(client, ana):
    answer = typed(client, " Ana@Example.org ")
    assert (answer.status_code, answer.url) == (302, DESK)
    assert client.get(DESK).status_code == 200


def test_one_is_led_on_to_the_page_that_was_asked_for_and_to_no_other_site(client, ana):
    assert client.get("/en/desk/decided/").url == f"{SIGN_IN}?next=/en/desk/decided/"
    assert typed(client, next="/en/desk/decided/").url == "/en/desk/decided/"
    assert typed(Client(), next="https://elsewhere.example/").url == DESK


def test_a_wrong_password_an_unknown_and_an_ended_account_get_the_same_answer(client, ana):
    actions.end_user(user=person("beto", "operator"), at=NOON, actor="test")
    tries = {
        "ana@example.org": "wrong",
        "nobody@example.org": PASSWORD,
        "beto@example.org": PASSWORD,
    }
    answers = [typed(Client(), email, password) for email, password in tries.items()]
    assert {answer.status_code for answer in answers} == {200}
    told = {cast.seen(answer, "p", "notice")[-1] for answer in answers}
    assert told == {"The address or the password is not right."}


def test_after_five_wrong_attempts_the_right_password_waits(client, ana):
    for _ in range(5):
        typed(client, password="wrong")
    answer = typed(client)
    assert answer.status_code == 429
    assert cast.seen(answer, "p", "notice")[-1] == (
        "Too many wrong attempts. Wait a quarter of an hour, then try again."
    )


def test_someone_elsewhere_cannot_lock_out_who_signed_in_before(client, ana):
    typed(client)
    for number in range(30):
        Client(REMOTE_ADDR=f"198.51.100.{number}").post(
            SIGN_IN, {"email": "ana@example.org", "password": "wrong"}
        )
    assert typed(Client()).status_code == 302


def test_behind_a_proxy_the_address_that_it_wrote_itself_counts(client, ana, settings):
    settings.BEHIND_PROXY = True
    for number in range(5):
        forged = f"203.0.113.{number}, 198.51.100.7"
        Client(HTTP_X_FORWARDED_FOR=forged).post(
            SIGN_IN, {"email": "ana@example.org", "password": "wrong"}
        )
    answers = [
        Client(HTTP_X_FORWARDED_FOR=by).post(
            SIGN_IN, {"email": "ana@example.org", "password": PASSWORD}
        )
        for by in ("203.0.113.9, 198.51.100.7", "198.51.100.8")
    ]
    assert [answer.status_code for answer in answers] == [429, 302]


def test_the_session_is_a_new_one_and_the_cookie_closed_to_scripts_and_other_sites(client, ana):
    client.cookies["desk"] = planted = "a" * 32
    typed(client)
    cookie = client.cookies["desk"]
    assert cookie.value != planted
    assert (cookie["httponly"], cookie["samesite"], cookie["expires"]) == (True, "Strict", "")


def test_signing_out_ends_the_session_for_good(client, ana):
    typed(client)
    kept = client.cookies["desk"].value
    assert client.post("/en/desk/sign-out/").url == SIGN_IN
    assert Session.objects.count() == 0
    client.cookies["desk"] = kept
    assert client.get(DESK).status_code == 302


def test_signing_in_and_out_leaves_entries_that_name_nobody(client, ana):
    typed(client)
    client.post("/en/desk/sign-out/")
    entries = list(Entry.objects.order_by("pk").values_list("actor", "verb"))
    assert entries == [(f"user:{ana.pk}", "user.signed_in"), (f"user:{ana.pk}", "user.signed_out")]


@pytest.mark.parametrize(("name", "minutes"), [("seen", 31), ("since", 12 * 60 + 1)])
def test_an_idle_or_a_long_sitting_ends(client, ana, name, minutes):
    signed_in(client, ana)
    session = client.session
    session[name] = int((timezone.now() - timedelta(minutes=minutes)).timestamp())
    session.save()
    assert client.get(DESK).url == f"{SIGN_IN}?next=/en/desk/"
    assert Session.objects.count() == 0


@pytest.mark.parametrize("change", [actions.end_user, actions.set_password])
def test_a_change_to_the_account_holds_at_the_next_request(client, ana, change):
    signed_in(client, ana)
    more = {"password": "otra clave larga"} if change is actions.set_password else {}
    change(user=ana, at=NOON, actor="test", **more)
    assert client.get(DESK).status_code == 302


def test_pages_of_the_desk_are_kept_by_nobody(client, ana):
    for answer in (client.get(SIGN_IN), signed_in(client, ana).get(DESK)):
        assert "no-store" in answer.headers["Cache-Control"]
        assert answer.headers["Referrer-Policy"] == "same-origin"


def test_who_is_signed_in_reads_the_public_pages_like_anyone(client, ana):
    cast.organization("Club Santa Rita")
    cast.listings()
    paths = ["/en/", "/en/directory/", "/es/metodo/"]
    anonymous = [Client().get(path) for path in paths]
    typed(client)
    ours = [client.get(path) for path in paths]
    assert [a.content for a in ours] == [a.content for a in anonymous]
    assert [(dict(a.cookies), "Cookie" in a.headers.get("Vary", "")) for a in ours] == [
        ({}, False)
    ] * 3


def test_forms_of_the_desk_are_protected_against_forgery(ana):
    strict = Client(enforce_csrf_checks=True)
    assert typed(strict).status_code == 403
    signed_in(strict, ana)
    assert strict.post("/en/desk/sign-out/").status_code == 403


def test_the_page_says_no_more_than_it_must_in_spanish_too(client):
    answer = client.get("/es/mesa/entrar/")
    assert cast.seen(answer, "h1") == ["Entrar a la mesa"]
    assert answer.cookies.keys() == {"form"}
