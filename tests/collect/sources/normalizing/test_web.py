from __future__ import annotations

import pytest

from oriundo.collect.sources.faults import Fault
from oriundo.collect.sources.normalizing.web import emails_in, websites_in

SITES = {
    "https://www.Azteca.example.org/": ("azteca.example.org",),
    "HTTP://AZTECA.ORG/Clubes/?utm_source=x&id=3#top": ("azteca.org/Clubes?id=3",),
    "azteca.org; www.jalisco.org": ("azteca.org", "jalisco.org"),
    "https://m.facebook.com/ClubAzteca/?ref=hl": ("facebook.com/clubazteca",),
    "http://es-es.facebook.com/pg/ClubAzteca": ("facebook.com/clubazteca",),
    "fb.com/ClubAzteca": ("facebook.com/clubazteca",),
    "facebook.com/profile.php?id=100": ("facebook.com/profile.php?id=100",),
    "https://x.com/@ClubAzteca": ("twitter.com/clubazteca",),
    "https://www.instagram.com/club.azteca?hl=es": ("instagram.com/club.azteca",),
    "http//azteca.org": ("azteca.org",),
    "Visite azteca.org": ("azteca.org",),
    "ana@example.org": (),
}


@pytest.mark.parametrize("text", SITES)
def test_a_web_address_is_canonical(text):
    assert websites_in(text, column="web") == (SITES[text], ())


def test_an_account_takes_its_network_from_the_column():
    assert websites_in("@ClubAzteca", column="Twitter") == (("twitter.com/clubazteca",), ())


@pytest.mark.parametrize("text", ["Club Azteca", "http://localhost", "facebook.com/", "WWW.AZTECA"])
def test_what_is_no_web_address_is_reported(text):
    assert websites_in(text, column="web") == ((), (Fault("website", "web", text),))


@pytest.mark.parametrize(
    ("text", "emails"),
    [
        ("Ana@Example.ORG", ("ana@example.org",)),
        ("mailto:ana@example.org, luis@example.com.", ("ana@example.org", "luis@example.com")),
        ("ana (at) example (dot) org", ("ana@example.org",)),
        ("ana[arroba]example.org", ("ana@example.org",)),
        ("Ana <ana@example.org>", ("ana@example.org",)),
        ("", ()),
    ],
)
def test_email_addresses_are_read(text, emails):
    assert emails_in(text, column="correo") == (emails, ())


def test_text_without_an_email_address_is_reported():
    assert emails_in("ana@", column="correo") == ((), (Fault("email", "correo", "ana@"),))
