from __future__ import annotations

from datetime import date
from pathlib import Path
from string import ascii_letters

import pytest
from django.utils import translation

import messages
from oriundo.base.core.never_store import KINDS
from oriundo.interfaces.speech import say
from oriundo.interfaces.web import language, words
from tests.interfaces.web import cast

ES = Path(messages.LOCALE) / "es" / "LC_MESSAGES" / "django.po"


@pytest.mark.parametrize(
    ("accepts", "leads_to"),
    [("es-GT,es;q=0.9", "/es/"), ("en", "/en/"), ("fr", "/en/"), ("fr,es;q=0.5", "/es/")],
)
@pytest.mark.django_db
def test_the_root_leads_to_the_readers_language(client, accepts, leads_to):
    answer = client.get("/", headers={"accept-language": accepts})
    assert (answer.status_code, answer.headers["Location"]) == (302, leads_to)


@pytest.mark.django_db
def test_the_switch_keeps_the_page_and_the_search(client):
    page = client.get("/en/directory/?q=jerez&origin=MEX")
    twin = "http://testserver/es/directorio/?q=jerez&origin=MEX"
    assert cast.seen(page, "ul", "languages") == ["Español"]
    assert twin in cast.attributes(page, "a", "href")
    assert cast.attributes(page, "link", "hreflang") == ["es", "en"]
    assert twin in cast.attributes(page, "link", "href")


@pytest.mark.django_db
def test_spanish_pages_have_spanish_addresses_and_words(client):
    cast.organization("Casa Maya", origin="GTM", country="", region="")
    listing = cast.listings()[0]
    assert cast.seen(client.get("/es/directorio/"), "h2", "total") == ["1 organización"]
    assert cast.seen(client.get("/es/metodo/"), "h1") == ["Cómo se hizo"]
    page = client.get(f"/es/org/{listing.public_id}/")
    assert cast.seen(page, "p", "whence") == ["De Guatemala, residencia desconocida"]
    assert cast.attributes(page, "html", "lang") == ["es"]


@pytest.mark.django_db
def test_the_page_of_what_is_never_kept_is_the_list_that_the_program_obeys(client):
    page = client.get("/en/never-kept/")
    assert cast.seen(page, "ul", "never") == [" ".join(KINDS)]


def test_numbers_and_dates_are_those_of_the_reader():
    with translation.override("es"):
        assert language.number(1014) == "1,014"
        assert language.percent(0.3584) == "35.8%"
        assert language.day(date(2026, 5, 3)) == "3 de mayo de 2026"
    with translation.override("en"):
        assert language.number(1014) == "1,014"
        assert language.day(date(2026, 5, 3)) == "May 3, 2026"


def test_a_sentence_is_said_with_its_values_and_an_empty_one_is_silent():
    with translation.override("es"):
        said = say("The source states it: “%(words)s”.", {"words": "100% mexicana"})
    assert said == "La fuente lo dice así: «100% mexicana»."
    assert say("") == ""


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("its members come from Cosío", "Its members come from Cosío."),
        ("It is stated.", "It is stated."),
        ("“club” is one organization", "“club” is one organization."),
        ("", ""),
    ],
)
def test_a_reason_becomes_a_line_of_its_own(text, line):
    assert language.sentence(text) == line


@pytest.mark.parametrize(
    ("language_code", "said"),
    [
        ("en", ("From Mexico", "in the United States", "in Utah, United States")),
        ("es", ("De México", "en Estados Unidos", "en Utah, Estados Unidos")),
    ],
)
def test_a_country_within_a_sentence_has_its_article(language_code, said):
    with translation.override(language_code):
        places = (words.in_place("USA", ""), words.in_place("USA", "US-UT"))
        assert (words.from_origin("MEX"), *places) == said


@pytest.mark.parametrize(
    ("field", "code", "word"),
    [
        ("origin", "REG-CAM", "Centroamérica"),
        ("residence_region", "US-NM", "Nuevo México"),
        ("member_origin", "hometown_club", "Club de oriundos"),
        ("support", "nutrition", "Nutrición"),
        ("country", "", "Desconocido"),
        ("city", "Los Ángeles", "Los Ángeles"),
    ],
)
def test_codes_become_words(field, code, word):
    with translation.override("es"):
        assert words.word(field, code) == word


def test_no_sentence_of_the_code_is_missing_from_the_spanish_catalog():
    catalog = messages.read(ES)
    translated = {(m.context, m.id) for m in catalog if m.id and all(_forms(m.string))}
    wanted = {(m.context, m.id) for m in messages.collect() if m.id}
    assert sorted(map(str, wanted - translated)) == []


def test_every_translation_keeps_the_places_of_its_sentence():
    for message in messages.read(ES):
        wanted = _places(_forms(message.id)[-1])
        for form in _forms(message.string):
            assert _places(form) == wanted, form


def _forms(text):
    return text if isinstance(text, tuple | list) else (text,)


def _places(text):
    parts = text.split("%(")[1:]
    assert all(part.partition(")")[2][:1] in ascii_letters for part in parts)
    return {part.partition(")")[0] for part in parts}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("/en/never-kept/", "If your organization does not want to be listed"),
        ("/es/lo-que-no-se-guarda/", "Si su organización no quiere aparecer"),
    ],
)
def test_how_to_ask_not_to_be_listed_is_said_in_both_languages(client, path, heading):
    assert heading in cast.seen(client.get(path), "h2")
