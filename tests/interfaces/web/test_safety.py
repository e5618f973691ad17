"""What no public page may show, set or ask for."""

from __future__ import annotations

import pytest

from oriundo.base.people.models import Person
from tests.interfaces.web import cast

pytestmark = pytest.mark.django_db
PAGES = (
    *("/en/use/", "/en/changes/", "/es/usar/", "/es/cambios/", "/en/embed/directory"),
    *("/en/directory/?view=table", "/es/directorio/?view=table", "/en/directory/all/city/"),
    *("/en/directory/suggestions/?q=club", "/es/directorio/sugerencias/?q=secreta"),
    *("/en/", "/en/directory/", "/en/directory/?q=5550117", "/en/method/", "/en/never-kept/"),
    *("/en/base-map/", "/es/mapa-base/"),
    *("/es/", "/es/directorio/", "/es/directorio/?q=5550117", "/es/metodo/"),
    "/es/lo-que-no-se-guarda/",
)


@pytest.fixture
def planted():
    """A listing whose every private value holds a word found nowhere else."""
    secret = cast.source("Lista reservada", visibility="authority")
    club = cast.organization("Club Jerez", phone="+12135550117", email="secreto@example.org")
    cast.say(club, "address", "117 Calle Secreta")
    cast.say(club, "location", "34.117117, -118.117117")
    cast.say(club, "postal", "90117")
    cast.say(club, "city", "Ciudad Secreta", said_by=secret)
    cast.say(club, "description", "Preside la persona secreta", person=Person.objects.create())
    cast.organization("Organización Secreta", said_by=secret)
    closed = cast.organization("Liga Secreta", origin="NIC")
    closed.choice = "hidden"
    closed.save()
    return cast.listings()


def everything(client, listings):
    ids = [listing.public_id for listing in listings]
    paths = [*PAGES, *(f"/{code}/org/{public_id}/" for code in ("es", "en") for public_id in ids)]
    answers = [client.get(path) for path in paths]
    assert {answer.status_code for answer in answers} == {200}
    return [answer.content.decode().lower() for answer in answers]


@pytest.mark.parametrize(
    "private", ["2135550117", "secreto@", "117 calle", "34.117", "90117", "secreta"]
)
def test_no_page_shows_a_private_value(client, planted, private):
    pages = everything(client, planted)
    assert [listing.name for listing in planted] == ["Club Jerez"]
    assert [page for page in pages if private in page] == []


def test_a_private_value_cannot_be_found_by_searching_it(client, planted):
    for word in ("secreta", "5550117", "secreto"):
        page = client.get(f"/en/directory/?q={word}")
        assert cast.seen(page, "h2", "total") == ["0 organizations"]


def test_the_policy_allows_files_of_this_site_and_nothing_inline(client):
    for path in ("/en/", "/es/", "/en/nothing/", "/healthz"):
        policy = client.get(path).headers["Content-Security-Policy"]
        rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
        assert rules["default-src"] == "'none'"
        assert rules["script-src"] == rules["style-src"] == "'self'"
        assert "unsafe" not in policy


def test_no_page_has_an_inline_script_a_style_or_a_handler(client, planted):
    for page in everything(client, planted):
        assert "<style" not in page
        assert " style=" not in page
        assert " onclick=" not in page
        data = page.count('<script type="application/ld+json">')
        assert page.count("<script") == page.count("<script src=") + data


def test_readers_get_no_cookie_and_safe_headers(client, planted):
    for path in ("/en/", "/en/directory/?q=jerez", "/es/metodo/", "/en/nothing/"):
        answer = client.get(path, follow=True)
        assert answer.cookies == {}
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/en/", "/en/directory/", "/en/method/", "/robots.txt"])
def test_pages_are_for_reading_only(client, path):
    assert client.post(path).status_code == 405


def test_titles_tell_nothing_about_the_reader_or_the_search(client, planted):
    assert cast.seen(client.get("/en/directory/?q=jerez&origin=MEX"), "title") == [
        "Directory · Oriundo"
    ]
