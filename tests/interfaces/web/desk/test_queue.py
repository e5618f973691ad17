"""The queue: what waits, for whom, in which part, and how one begins."""

from __future__ import annotations

import pytest

from tests.domain.directory.desk import a_directory, a_pair
from tests.interfaces.web import cast
from tests.interfaces.web.desk.people import person, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def records(tmp_path):
    return a_directory(tmp_path, "1", "2", "5", "6")


@pytest.fixture
def desk(client):
    return signed_in(client, person("ana", "operator"))


def test_the_most_useful_pair_comes_first_and_one_begins_with_it(desk, records):
    a_pair(records["1"], records["2"], value=1.0)
    first = a_pair(records["5"], records["6"], value=2.0, probability=0.4)
    page = desk.get("/en/desk/")
    assert cast.seen(page, "strong", "left") == ["2 pairs wait"]
    assert cast.seen(page, "ol", "pairs")[0].startswith(
        "Comité Pro Obras El Cargadero / Club Social Jerez de Reno"
        "Of 100 pairs like this, about 40 are one organization."
    )
    assert f"/en/desk/pair/{first.pk}/" in cast.attributes(page, "a", "href")


def test_a_part_is_chosen_by_place_source_and_words_and_kept_along_the_way(desk, records):
    a_pair(records["1"], records["2"])
    nevada = a_pair(records["5"], records["6"])
    page = desk.get("/en/desk/?region=US-NV&q=jerez")
    assert cast.seen(page, "strong", "left") == ["1 pair waits"]
    assert cast.seen(page, "select") == [
        "AllUnited States (1)",
        "AllCalifornia (1)Nevada (1)",
        "AllList official (1)",
    ]
    address = f"/en/desk/pair/{nevada.pk}/?region=US-NV&q=jerez"
    assert address in cast.attributes(page, "a", "href")
    done = desk.post(address, {"verdict": "unsure", "seen": "0"})
    assert done.url.startswith("/en/desk/?region=US-NV&q=jerez&did=")


@pytest.mark.parametrize("asked", ["region=' OR 1", "source=%00", "q=%00", "page=x", "did=9e9"])
def test_what_cannot_be_asked_is_left_out(desk, records, asked):
    a_pair(records["1"], records["2"])
    page = desk.get(f"/en/desk/?{asked}")
    assert cast.seen(page, "strong", "left") == ["1 pair waits"]


@pytest.mark.parametrize("number", [1, 3])
def test_it_asks_twenty_questions_for_any_number_of_pairs(
    desk, records, django_assert_num_queries, number
):
    for right in ("2", "5", "6")[:number]:
        a_pair(records["1"], records[right])
    with django_assert_num_queries(20):
        desk.get("/en/desk/")


def test_who_has_no_role_reads_why_nothing_is_here(client):
    page = signed_in(client, person("guest")).get("/en/desk/")
    assert page.status_code == 403
    assert "Your account has no role at the desk." in page.content.decode()


def test_nobody_reads_of_somebody_else_s_decision_as_their_own(client, desk, records):
    pair = a_pair(records["1"], records["2"])
    where = desk.post(f"/en/desk/pair/{pair.pk}/", {"verdict": "same", "seen": "0"}).url
    other = signed_in(client.__class__(), person("beto", "operator"))
    assert cast.seen(other.get(where), "div", "done") == []
