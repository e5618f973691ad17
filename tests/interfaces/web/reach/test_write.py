"""Writing to an organization: the form, what arrives, what is refused, and ending it."""

from __future__ import annotations

import re

import pytest

from oriundo.domain.directory.models import Listing
from oriundo.domain.reach import limits
from oriundo.domain.reach.models import Passed
from tests.domain.reach.clubs import published
from tests.interfaces.web import cast
from tests.interfaces.web.reach.forms import sent, token

pytestmark = pytest.mark.django_db

TEXT = "¿Cuándo es el baile?\nQuiero llevar a mi mamá.\n-- \n> Oriundo"


@pytest.fixture
def club(tmp_path):
    return published(tmp_path)["Club"]


def write(client, club, **fields):
    return sent(client, club, "write", **({"text": TEXT, "email": "ana@example.org"} | fields))


def wrong(answer):
    return cast.seen(answer, "div", "wrong")


def test_the_page_offers_it_only_with_a_mail_server_and_a_mailbox(
    client, club, post_office, settings
):
    page = f"/en/org/{club.public_id}/"
    assert "Write a message" in str(client.get(page).content)
    settings.MAIL = None
    assert "Write a message" not in str(client.get(page).content)
    assert client.get(f"{page}write/").status_code == 404


def test_where_there_is_no_mailbox_there_is_no_form(client, club, post_office):
    other = Listing.objects.get(name__startswith="Comité")
    assert "Write a message" not in str(client.get(f"/en/org/{other.public_id}/").content)
    assert client.get(f"/en/org/{other.public_id}/write/").status_code == 404


def test_the_page_never_holds_the_address(client, club, post_office):
    for path in ("", "write/", "correct/", "not-listed/"):
        page = client.get(f"/en/org/{club.public_id}/{path}")
        assert (page.status_code, "buzon@" in page.content.decode()) == (200, False)
    assert "buzon@" not in write(client, club).content.decode()


def test_a_message_arrives_in_both_languages_with_every_line_quoted(client, club, post_office):
    assert write(client, club).status_code == 200
    (letter,) = post_office.letters
    told = letter.text
    quoted = [line for line in told.splitlines() if line.startswith(">")]
    assert quoted == ["> ¿Cuándo es el baile?", "> Quiero llevar a mi mamá.", "> --", "> > Oriundo"]
    assert "Oriundo es un directorio público" in told
    assert "Oriundo is a public directory" in told
    assert "Nunca manden por correo documentos" in told
    assert "Never send papers" in told
    assert letter.message["Subject"] == (
        "Le escriben por medio de Oriundo / Somebody writes to you through Oriundo"
    )
    assert letter.message["Reply-To"] == "ana@example.org"


def test_nothing_tells_where_the_visitor_was(client, club, post_office, caplog):
    write(client, club)
    assert "203.0.113.7" not in post_office.letters[0].raw.decode()
    assert [line for line in caplog.text.splitlines() if "ana@" in line or "203.0" in line] == []


def test_a_program_that_stops_with_one_click_closes_the_mailbox(client, club, post_office):
    write(client, club)
    header = post_office.letters[0].message["List-Unsubscribe"]
    path = re.fullmatch(r"<https?://[^/]+(/.*)>", header.strip()).group(1)
    opened = client.get(path)
    assert (opened.status_code, Listing.objects.get(pk=club.pk).relay) == (200, True)
    assert client.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert Listing.objects.get(organization=club.organization).relay is False
    assert client.get(f"/en/org/{club.public_id}/write/").status_code == 404


@pytest.mark.parametrize("path", ["mail/no-more/x:y:z/", "mail/proposal/x:y/", "receipt/none/"])
def test_an_address_that_nobody_signed_leads_nowhere(client, club, path):
    assert client.get(f"/en/{path}").status_code == 404
    assert client.post(f"/en/{path}").status_code in (404, 405)


@pytest.mark.parametrize(
    ("fields", "part", "said"),
    [
        ({"email": "ana"}, "email", "Write your address of email"),
        ({"email": "ana@example.org\r\nBcc: luz@example.org"}, "email", "Write your address"),
        ({"email": "ana@example.org, luz@example.org"}, "email", "Write your address"),
        ({"email": '"a\r\nBcc: b@example.org"@example.org'}, "email", "Write your address"),
        ({"email": f"{'a' * 250}@example.org"}, "email", "Write your address"),
        ({"text": "Hola"}, "text", "Write what it is about"),
        ({"text": "a" * 4001}, "text", "The message has 4001 characters"),
        ({"text": "Mi CURP es GOMC800101HDFRRN09, ayuda"}, "text", "The message holds what looks"),
        ({"text": "Mi tarjeta: 4111 1111 1111 1111"}, "text", "The message holds what looks"),
        ({"homepage": "https://spam.example"}, "", "A field that is hidden was filled in"),
        ({"token": ""}, "", "The form was not complete"),
        ({"ago": 1}, "", "That was quicker than anybody writes"),
        ({"ago": 90_000}, "", "The form was open for a day"),
    ],
)
def test_what_is_refused_says_why_and_keeps_the_text(client, club, post_office, fields, part, said):
    answer = write(client, club, **fields)
    assert (answer.status_code, post_office.letters) == (422, [])
    assert said in wrong(answer)[0]
    assert (f'href="#{part}"' in answer.content.decode()) == bool(part)
    kept = cast.seen(answer, "textarea")[0]
    assert kept == " ".join(fields.get("text", TEXT).split())


def test_a_form_of_another_listing_or_another_page_is_not_taken(client, club, post_office):
    other = Listing.objects.get(name__startswith="Comité")
    assert write(client, club, token=token(f"write.{other.public_id}")).status_code == 422
    client.defaults["HTTP_SEC_FETCH_SITE"] = "cross-site"
    assert "from another page" in wrong(write(client, club))[0]
    assert post_office.letters == []


def test_a_text_cannot_make_a_header(client, club, post_office):
    write(client, club, text="Hola a todos ustedes\r\nBcc: luz@example.org\r\n\r\n.\r\nQUIT\r\n")
    (letter,) = post_office.letters
    assert (letter.to, letter.message["Bcc"]) == (["buzon@jerez.example"], None)
    assert "> Bcc: luz@example.org" in letter.text


def test_when_the_mail_server_refuses_nothing_is_lost(client, club, post_office):
    post_office.refuses = True
    answer = write(client, club)
    assert (answer.status_code, Passed.objects.count()) == (503, 0)
    assert "Your text still stands below" in wrong(answer)[0]
    assert cast.seen(answer, "textarea") == [" ".join(TEXT.split())]
    post_office.refuses = False
    assert write(client, club).status_code == 200


def test_too_many_are_told_to_come_back(client, club, post_office):
    for _ in range(limits.MOST["messages from an address"]):
        write(client, club)
    answer = write(client, club)
    assert (answer.status_code, len(post_office.letters)) == (429, 6)
    assert "Try again tomorrow" in wrong(answer)[0]


@pytest.mark.parametrize("what", ["write", "correct", "remove"])
def test_no_page_with_a_form_sets_a_cookie_or_is_kept(client, club, post_office, what):
    path = {"remove": "not-listed"}.get(what, what)
    for answer in (client.get(f"/en/org/{club.public_id}/{path}/"), sent(client, club, what)):
        assert (answer.cookies, "no-store" in answer.headers["Cache-Control"]) == ({}, True)
