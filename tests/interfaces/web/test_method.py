from __future__ import annotations

import pytest

from oriundo.domain.directory.models import Exclusion
from oriundo.interfaces.web.public.method import shade
from tests.interfaces.web import cast

pytestmark = pytest.mark.django_db


def table(page, name):
    """The cells of one table, row by row."""
    return cast.seen(page, "table", name)[0]


def test_steps_that_nobody_records_are_not_called_zero(client):
    cast.organization("Club Jerez")
    cast.listings()
    steps = cast.seen(client.get("/en/method/"), "ol", "bars")[1]
    assert steps == (
        "Identified different organizations behind the rows 1"
        " Located a place finer than the country is known 1"
        " With coordinates a source gives the very point 0"
        " Listed everyone may see them in this directory 1"
        " Contacted someone tried to reach them not recorded yet"
        " Verified a dated attempt confirmed them 0"
        " Participating they answered a survey not recorded yet"
    )


def test_the_matrix_has_an_unknown_column_totals_and_links(client):
    cast.organization("Club Jerez")
    cast.organization("Club Nochistlán")
    cast.organization("Red Maya", origin="GTM", country="", region="")
    cast.listings()
    page = client.get("/en/method/")
    assert " ".join(table(page, "matrix").split()) == (
        "OriginUnited StatesUnknownTotal Mexico202 Guatemala011 Total213"
    )
    assert "/en/directory/?origin=GTM&country=unknown" in cast.attributes(page, "a", "href")


def test_reasons_are_given_in_words_with_their_numbers(client):
    for number in range(2):
        Exclusion.objects.create(source="list", record_id=str(number), reason="no_contact")
    page = client.get("/en/method/")
    assert (
        "No source gives a way to reach it, so nobody could confirm it.2"
        in cast.seen(page, "table")[1]
    )


def test_sources_are_listed_with_their_passport(client):
    cast.source("Directorio", publisher="Instituto", license="CC BY 4.0")
    page = client.get("/en/method/")
    assert cast.seen(page, "table", "broad")[0].endswith(
        "Directorioofficial directoryInstitutoMarch 1, 2020CC BY 4.0public–"
    )


@pytest.mark.parametrize(("count", "expected"), [(0, 0), (1, 1), (4, 1), (5, 2), (25, 3), (186, 4)])
def test_shades_grow_with_the_count(count, expected):
    assert shade(count) == expected


@pytest.mark.parametrize("number", [1, 3])
def test_it_asks_fourteen_questions_for_any_number(client, django_assert_num_queries, number):
    for position in range(number):
        cast.organization(f"Club {position}", said_by=cast.source(f"List {position}"))
    cast.listings()
    with django_assert_num_queries(14):
        client.get("/en/method/")
