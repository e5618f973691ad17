"""What a demonstration says of organizations: invented, or named by the study."""

from __future__ import annotations

import pytest

from tests.interfaces.web import cast
from tests.interfaces.web.cast import address, fact

pytestmark = pytest.mark.django_db


@pytest.fixture
def named():
    """An organization that a real document and an invented list name; the list says more of it."""
    study = cast.source("El estudio", kind="document")
    invented = cast.source("Lista inventada", invented=True)
    body = cast.organization("COTSA", origin="SLV", region="", said_by=study)
    cast.say(body, "name", "COTSA", said_by=invented, chosen=False)
    cast.say(body, "support", "nutrition", said_by=invented)
    return cast.listings()[0]


def test_an_invented_organization_says_so_and_every_page_has_the_banner(client):
    cast.organization("Club Jerez", said_by=cast.source(invented=True))
    page = client.get(address(*cast.listings()))
    assert "Invented organization, for demonstration" in cast.seen(page, "p", "invented")
    for path in ("/en/", "/en/directory/", "/en/method/", "/en/never-kept/", "/en/nothing/"):
        banner = cast.seen(client.get(path), "p", "banner")
        assert banner == ["Demonstration: most of these organizations are invented, and say so."]


def test_without_invented_sources_there_is_no_banner(client):
    cast.organization("Club Jerez")
    page = client.get(address(*cast.listings()))
    assert cast.seen(page, "p", "banner") == []
    assert cast.seen(page, "p", "invented") == []


def test_an_organization_that_the_study_names_is_not_called_invented(client, named):
    page = client.get(address(named))
    assert cast.seen(page, "div", "named") == [
        "The study names this organization. It is in “El estudio”, and it is not invented."
        " The other lists are, and so is what only they say; it is marked."
    ]
    assert cast.seen(page, "p", "invented") == []
    assert cast.seen(client.get("/en/directory/"), "p", "tags") == [
        "Not verified Named by the study"
    ]


def test_of_an_organization_that_exists_what_only_invented_lists_say_is_marked(client, named):
    page = client.get(address(named))
    assert fact(page, "Support").startswith(
        "Support for the home community Nutrition invented 1 source"
    )
    assert fact(page, "Name") == (
        "Name COTSA 2 sources COTSA El estudio (published document, March 1, 2020)"
        " Lista inventada (official directory, March 1, 2020; an invented list)"
    )


def test_outside_a_demonstration_a_document_is_a_source_like_any_other(client):
    cast.organization("Club Jerez", said_by=cast.source("Informe", kind="document"))
    page = client.get(address(*cast.listings()))
    assert cast.seen(page, "div", "named") == []


def test_an_invented_document_makes_nothing_exist(client):
    body = cast.organization("COTSA", said_by=cast.source("Página", kind="web"))
    cast.say(
        body, "city", "X", said_by=cast.source("Informe inventado", kind="document", invented=True)
    )
    page = client.get(address(*cast.listings()))
    assert cast.seen(page, "div", "named") == []
