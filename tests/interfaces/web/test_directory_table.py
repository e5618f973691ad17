"""The directory as a table, its order, and the same organizations counted by origin and residence."""

from __future__ import annotations

import pytest

from oriundo.domain.directory.models import Organization
from oriundo.interfaces.web.public import crossed
from tests.interfaces.web import cast
from tests.interfaces.web.directories import names

pytestmark = pytest.mark.django_db


def test_the_table_has_the_rows_and_the_total_of_the_list(client, placed):
    listed, table = (client.get(f"/en/directory/?region=US-CA{v}") for v in ("", "&view=table"))
    assert cast.seen(listed, "h2", "total") == cast.seen(table, "h2", "total")
    assert cast.seen(table, "th")[6:9] == names(listed)
    assert cast.seen(table, "td")[:5] == [
        "Mexico (Jerez, Zacatecas)",
        "Los Angeles, California, United States",
        "",
        "Not verified",
        "–",
    ]


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("name", "Club Jerez"),
        ("place", "Club Jerez"),
        ("verified", "Club Tepic"),
    ],
)
def test_the_table_is_sorted_by_a_column(client, placed, sort, first):
    confirmed = Organization.objects.filter(name="Club Tepic")
    confirmed.update(status="active", verified_on="2026-05-03")
    cast.listings()
    page = client.get(f"/en/directory/?view=table&sort={sort}")
    assert cast.seen(page, "th")[6].startswith(first)


def test_by_place_the_names_of_places_decide_in_the_readers_language(client):
    cast.organization("Club A", region="US-TX", city="Dallas")
    cast.organization("Club B", country="CAN", region="CA-ON", city="Toronto")
    cast.organization("Club C", region="US-CA", city="Los Angeles")
    cast.organization("Club D", country="", region="")
    cast.listings()
    page = client.get("/en/directory/?sort=place")
    assert names(page) == ["Club B", "Club C", "Club A", "Club D"]


def test_the_same_organizations_are_counted_by_origin_and_residence(client, three):
    page = client.get("/en/directory/?view=table")
    assert cast.seen(page, "th")[9:] == [
        *("Origin", "United States", "Unknown", "Total"),
        *("Guatemala", "Mexico", "El Salvador", "Total"),
    ]
    guatemala, mexico, salvador, totals = ("0 1 1", "1 0 1", "1 0 1", "2 1 3")
    numbers = " ".join((guatemala, mexico, salvador, totals)).split()
    assert cast.seen(page, "td", "num") == numbers
    assert "?origin=SLV&country=USA" in cast.attributes(page, "a", "href")


def test_what_the_table_of_counts_does_not_name_is_in_others(client, three, monkeypatch):
    monkeypatch.setattr(crossed, "MOST_ORIGINS", 1)
    monkeypatch.setattr(crossed, "MOST_RESIDENCES", 1)
    page = client.get("/en/directory/?view=table")
    assert cast.seen(page, "th")[9:] == [
        *("Origin", "United States", "Other countries", "Total"),
        *("Guatemala", "Other origins", "Total"),
    ]
    assert cast.seen(page, "td", "num") == ["0", "1", "1", "2", "0", "2", "2", "1", "3"]
