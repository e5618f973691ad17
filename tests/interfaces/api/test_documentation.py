"""The documents that programs read, and the page that people read."""

from __future__ import annotations

import pytest

from tests.interfaces.web import cast

pytestmark = pytest.mark.django_db
DOCUMENTS = ["/api/v1/openapi.json", "/api/hsds/openapi.json", "/api/ogc/api"]


@pytest.mark.parametrize("address", DOCUMENTS)
@pytest.mark.parametrize("language", ["es", "en"])
def test_every_operation_is_described_in_the_language_of_the_reader(client, address, language):
    document = client.get(f"{address}?lang={language}").json()
    other = client.get(f"{address}?lang={'en' if language == 'es' else 'es'}").json()
    assert document["openapi"] == "3.1.0"
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            assert operation["summary"] != other["paths"][path][method]["summary"], path
            asked = [each for each in operation["parameters"] if each["in"] == "query"]
            assert all(each["description"] for each in asked), path


def test_the_root_leads_to_everything(client):
    for address in client.get("/api/v1/").json()["links"].values():
        assert client.get(address).status_code == 200, address


def test_the_document_names_the_license(client):
    document = client.get("/api/v1/openapi.json").json()
    assert document["info"]["license"]["name"] == "CC-BY-4.0"
    assert document["servers"] == [{"url": "http://testserver/api/v1"}]


@pytest.mark.parametrize(
    ("path", "title"), [("/es/api/", "Para máquinas"), ("/en/api/", "For machines")]
)
def test_the_page_names_every_address(client, path, title):
    page = client.get(path)
    assert cast.seen(page, "h1") == [title]
    shown = " ".join(cast.seen(page, "summary"))
    for address in DOCUMENTS:
        document = client.get(address).json()
        prefix = document["servers"][0]["url"].removeprefix("http://testserver")
        assert [p for p in document["paths"] if f"{prefix}{p}" not in shown] == []


def test_the_page_needs_no_other_site_and_nothing_inline(client):
    text = client.get("/en/api/").content.decode()
    assert "<style" not in text
    assert " style=" not in text
    assert text.count("<script") == text.count("<script src=")


@pytest.mark.parametrize("path", ["/es/api/", "/en/api/"])
def test_every_address_that_the_page_links_to_answers(client, path):
    for address in cast.attributes(client.get(path), "a", "href"):
        if address.startswith("/") and "#" not in address:
            answer = client.get(address)
            b"".join(answer)
            assert answer.status_code == 200, address
